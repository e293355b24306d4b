"""Builds the demonstration clinic the only way anything comes about here: through the verbs, one person at a time."""

from dataclasses import asdict
from datetime import date, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from articles.checklists import VERSION, questions_of, reference_field
from articles.domain import claiming, clinical_data, coming_down, discussing, drafting, following, publishing, reviewing
from articles.domain.facts import sources_of
from articles.domain.reminding import remind_due
from articles.domain.seeding import seed_clinical_data
from articles.enums import Answer, ChangeClass, SignOffKind, Verdict
from articles.models import CrisisResource, Revision, Topic
from clinic_cms.demonstration import kinds, pictures, records, site_pages, staff
from clinic_cms.demonstration.articles import ARTICLES
from clinic_cms.demonstration.findings import decide
from clinic_cms.demonstration.moderating import moderate
from clinic_cms.demonstration.past import days_ago
from clinic_cms.demonstration.people import PEOPLE
from clinic_cms.demonstration.topics import TOPICS
from clinic_cms.demonstration.translating import translate
from clinic_cms.demonstration.translations import TRANSLATIONS
from clinic_cms.models import User
from clinic_cms.profile import clinic
from clinic_cms.role_sync import sync_roles
from clinic_cms.roles import CLINICIAN
from comments.domain import canned_replies

PASSWORD = "demonstration"  # noqa: S105  printed at every start; these accounts exist in the demonstration only

People = dict[str, User]


@transaction.atomic
def build() -> None:
    """The whole clinic or nothing: people, topics, articles in every state, comments in every state."""
    sync_roles()
    people = {person.username: staff.add(person, PASSWORD) for person in PEOPLE}
    staff.verify_credentials(people)
    records.set_up_clinic(people["admin"])
    _keep_crisis_lines(people["publisher"])
    records.keep_services(people["publisher"])
    topics = {each.slug: Topic.objects.create(**asdict(each)) for each in TOPICS}
    first = {article.slug: _write_then(article, people, topics[article.topic]) for article in ARTICLES}
    for translation in TRANSLATIONS:
        translate(translation, people, partial(_sign_off, people=people))
    _publish_site_pages(people)
    _remind_week_by_week()
    for article in ARTICLES:
        _claim(article, first[article.slug], people)
    moderate(first, people)


def _keep_crisis_lines(publisher: User) -> None:
    """The publisher has looked at the crisis lines; nobody at the medicines, so the desk asks for that."""
    seed_clinical_data()
    canned_replies.seed()
    for line in CrisisResource.objects.filter(country=clinic().country):
        clinical_data.verify(line, by=publisher, seen=clinical_data.seen_now(line))


def _write_then(article: kinds.Article, people: People, topic: Topic) -> Revision:
    with days_ago(article.days_ago):
        return _write(article, people, topic)


def _publish_site_pages(people: People) -> None:
    """The clinic's pages about its site, written by one editor and signed off by the other."""
    author = people["editor"]
    for each in site_pages.PAGES:
        draft = site_pages.write(each, by=author)
        submitted = reviewing.submit(draft, by=author, seen=draft.state_token)
        signed = _sign_off(submitted, ("editor2",), people)
        publishing.publish(signed, by=people["publisher"], seen=signed.state_token)


def _remind_week_by_week() -> None:
    """The reminders of reviews, as the clock would have sent them since the oldest article."""
    for days in range(max(article.days_ago for article in ARTICLES), -1, -7):
        with days_ago(days):
            remind_due()


def _write(article: kinds.Article, people: People, topic: Topic) -> Revision:
    """Take an article as far as its state says; returns the revision that got there first."""
    author = people[article.author]
    draft = drafting.start_article(by=author, title=article.title, topic=topic, slug=article.slug)
    names = ("summary", "body", "interests", "change_note", "kind", "audience", "need", "main_message")
    words = {name: getattr(article, name) for name in names} | {"ai_assistance": "draft"}
    if article.mended:
        words["body"] = article.body.replace(article.mended.right, article.mended.wrong)
    words |= {"body": pictures.illustrated(article, words["body"], author), **pictures.lead_of(article, author)}
    references = [_reference(each) for each in article.references]
    draft = drafting.save_draft(draft, by=author, seen=draft.state_token, words=words, references=references)
    if article.story:
        records.keep_story(draft.article, article.story, by=people["publisher"])
    for finding in article.let_stand:
        decide(draft, finding, people)
    if article.state == "draft":
        return draft
    revision = reviewing.submit(draft, by=author, seen=draft.state_token)
    revision = _sign_off(revision, article.signed_off_by, people)
    for thread in article.threads:
        _discuss(revision, thread, people)
    _FURTHER.get(article.state, _stay)(revision, article, people)
    for username in article.followed_by:
        following.follow(revision.article, by=people[username])
    if article.mended:
        _mend(revision, article.body, article.mended, people[article.author], people)
    return revision


def _stay(revision: Revision, article: kinds.Article, people: People) -> None:
    """In review or signed off: as far as the sign-offs took it."""


def _return(revision: Revision, article: kinds.Article, people: People) -> None:
    idle = [name for name in people if name.startswith(CLINICIAN) and name not in article.signed_off_by]
    reviewing.request_changes(revision, by=people[idle[0]], seen=revision.state_token, note=article.note)


def _schedule(revision: Revision, article: kinds.Article, people: People) -> None:
    publisher, morning = people["publisher"], timezone.localtime().replace(hour=8, minute=0, second=0, microsecond=0)
    at = morning + timedelta(days=article.scheduled_in_days)
    scheduled = publishing.schedule(revision, by=publisher, seen=revision.state_token, at=at)
    if article.comes_down:
        words = {"note": article.comes_down.reason, "notice": article.comes_down.notice}
        end = morning + timedelta(days=article.comes_down.in_days)
        coming_down.plan_withdrawal(scheduled, by=publisher, seen="none", at=end, **words)


def _publish(revision: Revision, article: kinds.Article, people: People) -> None:
    publishing.publish(revision, by=people["publisher"], seen=revision.state_token)


def _withdraw(revision: Revision, article: kinds.Article, people: People) -> None:
    live = publishing.publish(revision, by=people["publisher"], seen=revision.state_token)
    publishing.withdraw(
        live, by=people["publisher"], seen=live.state_token, note=article.note, notice=article.reader_notice
    )


def _update(revision: Revision, article: kinds.Article, people: People) -> None:
    """Publish, then send new words for it into review."""
    _publish(revision, article, people)
    if article.update is None:
        raise ValueError(f"{article.slug} has no update to review")
    author = people[article.author]
    draft = drafting.start_revision(revision.article, by=author)
    words = {
        "body": pictures.illustrated(article, article.update.body, author),
        "change_note": article.update.change_note,
    }
    draft = drafting.save_draft(draft, by=author, seen=draft.state_token, words=words)
    submitted = reviewing.submit(draft, by=author, seen=draft.state_token, whole_article=False)
    _sign_off(submitted, article.update.signed_off_by, people)


def _mend(revision: Revision, body: str, typo: kinds.Typo, author: User, people: People) -> None:
    """Put a slip of the live words right: the clinical sign-off is carried over, an editor signs off anew."""
    draft = drafting.start_revision(revision.article, by=author)
    words = {"body": body, "change_note": typo.change_note}
    draft = drafting.save_draft(draft, by=author, seen=draft.state_token, words=words)
    kind = ChangeClass.TYPO
    mended = reviewing.submit(draft, by=author, seen=draft.state_token, whole_article=False, change_class=kind)
    mended = _sign_off(mended, (typo.signed_off_by,), people)
    publishing.publish(mended, by=people["publisher"], seen=mended.state_token)


def _claim(article: kinds.Article, first: Revision, people: People) -> None:
    """Somebody begins to read what is in review, at the very end: a claim runs out after two hours."""
    if article.claimed_by:
        newest = first.article.revisions.latest("number")
        claiming.claim(newest, _kind_of(article.claimed_by), by=people[article.claimed_by])


_FURTHER = {
    "returned": _return,
    "scheduled": _schedule,
    "published": _publish,
    "published_with_update_in_review": _update,
    "withdrawn": _withdraw,
}


def _sign_off(revision: Revision, signers: tuple[str, ...], people: People) -> Revision:
    for username in signers:
        kind = _kind_of(username)
        answers = _checked(revision, kind)
        revision = reviewing.sign_off(revision, kind, by=people[username], seen=revision.state_token, answers=answers)
    return revision


def _kind_of(username: str) -> SignOffKind:
    return SignOffKind.CLINICAL if username.startswith(CLINICIAN) else SignOffKind.EDITORIAL


def _discuss(revision: Revision, each: kinds.Thread, people: People) -> None:
    thread = discussing.open_thread(revision, by=people[each.opened_by], quote=each.quote, text=each.text)
    for username, text in each.replies:
        discussing.reply(thread, by=people[username], text=text)
    if each.resolved_by:
        seen = thread.entries.latest("pk").pk
        discussing.resolve(thread, by=people[each.resolved_by], seen=seen)


def _checked(revision: Revision, kind: SignOffKind) -> dict[str, str]:
    """Everybody in the demonstration has looked, and found it right."""
    answers = {"checklist": str(VERSION), "interest": Answer.NO.value}
    answers |= {
        question.key: Answer.YES.value for question in questions_of(kind, revision.translated_from_id is not None)
    }
    return answers | {reference_field(each): Verdict.STILL_RIGHT.value for each, _title in sources_of(revision)}


def _reference(reference: kinds.Reference) -> dict[str, object]:
    fields = asdict(reference)
    checked = fields.pop("checked")
    read_on = min(date.fromisoformat(checked), timezone.localdate()) if checked else None
    return {**fields, "checked_on": read_on}
