"""Makes people and articles for tests, the only way they can come about: through the domain's verbs."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from articles.checklists import VERSION, questions_of, reference_field
from articles.domain import clinical_data, coming_down, discussing, drafting, overriding, publishing, reviewing
from articles.domain.checking import look
from articles.enums import Risk, SignOffKind, Standing
from articles.models import (
    Article,
    Condition,
    CrisisResource,
    Drug,
    DrugUse,
    PlannedWithdrawal,
    Revision,
    Thread,
    Topic,
)
from clinic_cms.models import Credential, User
from clinic_cms.role_sync import sync_roles
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER

BODY = (
    "<h2>What it is</h2><p>"
    + "Most people find that a short walk each day helps them to sleep and lifts their mood. " * 6
    + '<sup><a href="#ref-1">1</a></sup></p><h2>What you can do</h2><p>Start with ten minutes. Stop if it hurts.</p>'
)
REFERENCE = {
    "kind": "agency_page",
    "title": "Physical Activity Basics",
    "container": "Centers for Disease Control and Prevention",
    "year": "2024",
    "url": "https://www.cdc.gov/physical-activity-basics/",
}

BRIEF = {
    "kind": "condition",
    "audience": "Adults who feel low",
    "need": "To know what they can do by themselves.",
    "main_message": "A short walk each day can help.",
    "ai_assistance": "none",
}


def make_person(role: str = "", name: str = "", **fields: Any) -> User:
    """A person with one role; clinicians come with a credential that is valid today."""
    number = User.objects.count() + 1
    username = name or f"{role or 'person'}{number}"
    usual = {
        "email": f"{username}@clinic.example",
        "full_name": username.title(),
        "job_title": "Health writer",
        "slug": username,
    }
    person = User.objects.create(username=username, **{**usual, **fields})
    if role:
        if not Group.objects.filter(name=role).exists():
            sync_roles()
        person.groups.add(Group.objects.get(name=role))
    if role == CLINICIAN:
        make_credential(person)
    return person


def make_credential(person: User, **fields: Any) -> Credential:
    today = timezone.localdate()
    usual = {
        "title": "MD, board-certified psychiatrist",
        "issuer": "Colorado Medical Board",
        "number": "DR.0012345",
        "expires_on": today + timedelta(days=365),
        "verified_on": today - timedelta(days=30),
    }
    return Credential.objects.create(person=person, **{**usual, **fields})


def make_topic(risk: str = Risk.STANDARD, name: str = "Everyday health") -> Topic:
    slug = name.lower().replace(" ", "-")
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name, "risk": risk})[0]


def make_draft(
    title: str = "Walking and mood", *, by: User | None = None, topic: Topic | None = None, **words: Any
) -> Revision:
    """A draft that is ready to be submitted, unless `words` take something away."""
    editor = by or make_person(EDITOR)
    revision = drafting.start_article(by=editor, title=title, topic=topic or make_topic())
    usual = {"title": title, "summary": "Why a short walk helps.", "body": BODY, "interests": "None", **BRIEF}
    references = words.pop("references", [REFERENCE])
    return drafting.save_draft(
        revision, by=editor, seen=revision.state_token, words={**usual, **words}, references=references
    )


def let_stand(revision: Revision, *, by: User | None = None, reason: str = "It is true here.") -> Revision:
    """A clinician overrides every finding that stops these words."""
    for finding in look(revision).open_blocking:
        clinician = by or make_person(CLINICIAN)
        overriding.override(revision, finding.fingerprint, by=clinician, seen=revision.state_token, reason=reason)
    return revision


def make_in_review(title: str = "Walking and mood", **options: Any) -> Revision:
    overrides = options.pop("let_stand", False)
    revision = make_draft(title, **options)
    if overrides:
        let_stand(revision)
    return reviewing.submit(revision, by=revision.saved_by, seen=revision.state_token)


def make_signed_off(title: str = "Walking and mood", *, signers: Sequence[User] = (), **options: Any) -> Revision:
    """Signed off by new people, or by `signers`: an editor first, then the clinicians."""
    return give_sign_offs(make_in_review(title, **options), signers)


def answers_for(revision: Revision, kind: SignOffKind, **other: str) -> dict[str, str]:
    """Answers to the whole checklist that nothing stands against, as the form sends them; `other` replaces some."""
    asked = questions_of(kind, revision.translated_from_id is not None)
    answers = {"checklist": str(VERSION), "interest": "no"} | {each.key: "yes" for each in asked}
    if kind == SignOffKind.CLINICAL:
        answers |= {reference_field(each.position): "still_right" for each in revision.references.all()}
    return answers | other


def sign(revision: Revision, kind: SignOffKind, by: User, **options: Any) -> Revision:
    """One sign-off by somebody who answered the whole checklist."""
    usual = {"seen": revision.state_token, "answers": answers_for(revision, kind)}
    return reviewing.sign_off(revision, kind, by=by, **{**usual, **options})


def give_sign_offs(revision: Revision, signers: Sequence[User] = ()) -> Revision:
    """Everything the review still misses, by new people or by `signers`."""
    people = list(signers)
    for kind, count in revision.review.missing().items():
        for _each in range(count):
            role = EDITOR if kind == SignOffKind.EDITORIAL else CLINICIAN
            signer = people.pop(0) if people else make_person(role)
            revision = sign(revision, kind, signer)
    return revision


def make_scheduled(title: str = "Walking and mood", *, minutes: int = 60, **options: Any) -> Revision:
    revision = make_signed_off(title, **options)
    at = timezone.now() + timedelta(minutes=minutes)
    return publishing.schedule(revision, by=make_person(PUBLISHER), seen=revision.state_token, at=at)


def make_live(title: str = "Walking and mood", *, by_publisher: User | None = None, **options: Any) -> Revision:
    revision = make_signed_off(title, **options)
    return publishing.publish(revision, by=by_publisher or make_person(PUBLISHER), seen=revision.state_token)


def make_live_article(title: str = "Walking and mood", **options: Any) -> Article:
    return make_live(title, **options).article


def make_withdrawn(title: str = "Walking and mood", **options: Any) -> Revision:
    revision = make_live(title, **options)
    return publishing.withdraw(
        revision,
        by=make_person(PUBLISHER),
        seen=revision.state_token,
        note="A source was retracted.",
        notice="One of its sources was retracted.",
    )


def make_update(revision: Revision, *, by: User | None = None, **words: Any) -> Revision:
    """A saved draft that changes the words of a live article."""
    editor = by or make_person(EDITOR)
    draft = drafting.start_revision(revision.article, by=editor)
    references = words.pop("references", None)
    return drafting.save_draft(draft, by=editor, seen=draft.state_token, words=words, references=references)


def make_plan(
    revision: Revision, *, minutes: int = 90, by: User | None = None, note: str = "The trial ends."
) -> PlannedWithdrawal:
    """A plan for the words of this revision's article to come down; in place of the one there may be."""
    publisher, at = by or make_person(PUBLISHER), timezone.now() + timedelta(minutes=minutes)
    seen = coming_down.plan_token(coming_down.open_plan(revision.article))
    return coming_down.plan_withdrawal(revision, by=publisher, seen=seen, at=at, note=note, notice="It was for May.")


def make_thread(revision: Revision, *, by: User | None = None, text: str = "Is this so?", **where: Any) -> Thread:
    """An open thread, by a new clinician unless somebody is named; about the opening words unless told."""
    return discussing.open_thread(revision, by=by or make_person(CLINICIAN), text=text, **where)


def make_resolved_thread(revision: Revision, **options: Any) -> Thread:
    thread = make_thread(revision, **options)
    opener = User.objects.get(pk=thread.opened_by_id)
    return discussing.resolve(thread, by=opener, seen=thread.entries.latest("pk").pk)


def make_use(
    drug: str = "ketamine",
    condition: str = "depression",
    standing: str = Standing.OFF_LABEL,
    *,
    by: User | None = None,
    schedule: str = "",
) -> DrugUse:
    """What an authority says of a medicine for a condition; the two are added where they are not kept yet."""
    keeper = by or make_person(PUBLISHER)
    keep = clinical_data.keep
    medicine = Drug.objects.filter(name=drug).first() or keep(Drug(), by=keeper, name=drug, schedule=schedule)
    illness = Condition.objects.filter(name=condition).first() or keep(Condition(), by=keeper, name=condition)
    words = {"standing": standing, "authority": "FDA", "source_url": "https://www.accessdata.fda.gov/"}
    return keep(DrugUse(), by=keeper, drug=medicine, condition=illness, **words)


def make_crisis_line(
    name: str = "988 Suicide & Crisis Lifeline", *, by: User | None = None, **fields: Any
) -> CrisisResource:
    usual = {
        "country": "US",
        "phone": "988",
        "sms_number": "988",
        "chat_url": "https://988lifeline.org/chat/",
        "hours": "24 hours a day, 7 days a week",
        "source_url": "https://988lifeline.org/",
    }
    return clinical_data.keep(CrisisResource(), by=by or make_person(PUBLISHER), name=name, **{**usual, **fields})
