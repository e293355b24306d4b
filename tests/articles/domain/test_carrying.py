"""Change classes: a typo keeps the clinical sign-off, everything that could harm needs it anew."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.domain import publishing, reviewing
from articles.domain.facts import broken_gates
from articles.enums import Action, ChangeClass, Risk, SignOffKind, Status
from articles.models import Revision, SignOff
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import BODY, give_sign_offs, make_live, make_person, make_thread, make_topic, make_update

pytestmark = pytest.mark.django_db

SLIP = BODY.replace("short walk", "shrot walk", 1)
REWORDED = BODY.replace("Start with ten minutes.", "Start gently with ten minutes.")
RISKIER = BODY.replace("ten minutes", "twenty minutes")


def submit_update(live: Revision, body: str, declared: ChangeClass, **options: object) -> Revision:
    draft = make_update(live, body=body)
    return reviewing.submit(
        draft, by=draft.saved_by, seen=draft.state_token, whole_article=False, change_class=declared, **options
    )


def carried(revision: Revision) -> list[str]:
    return [each.signer_name for each in revision.review.sign_offs.all() if each.carried_from_id]


def publish(revision: Revision) -> Revision:
    return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)


def test_a_mended_typo_keeps_the_clinical_sign_off_and_needs_an_editor():
    live = make_live(body=SLIP, signers=[make_person(EDITOR), make_person(CLINICIAN, full_name="Amara Osei")])

    revision = submit_update(live, BODY, ChangeClass.TYPO)

    assert revision.review.change_class == ChangeClass.TYPO
    assert carried(revision) == ["Amara Osei"]
    assert revision.review.missing() == {SignOffKind.EDITORIAL: 1}
    assert publish(give_sign_offs(revision)).status == Status.PUBLISHED


def test_what_is_carried_over_is_in_the_history_with_its_difference():
    live = make_live(body=SLIP, signers=[make_person(EDITOR), make_person(CLINICIAN, full_name="Amara Osei")])

    revision = submit_update(live, BODY, ChangeClass.TYPO)

    record = revision.transitions.get(action=Action.CARRY_OVER)
    assert record.by == revision.saved_by
    assert record.note.splitlines() == [
        "Amara Osei signed revision 1. Carried over, because this is a change of the class “typo”.",
        *revision.review.class_reasons,
    ]
    assert "shrot" in record.note


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ten minutes", "twenty minutes"),
        ("Stop if it hurts", "Do not stop if it hurts"),
        ("0.5 mg", "5 mg"),
        ('href="#ref-1"', 'href="https://elsewhere.example/"'),
        ("hypertension", "hypotension"),
    ],
)
def test_the_words_raise_the_class_above_what_the_editor_said_and_never_were_a_typo(before, after):
    body = BODY.replace("Start with", "With hypertension take 0.5 mg. Start with")
    live = make_live(body=body)
    after_body = body.replace(before, after) + ('<p><a href="#ref-1">1</a></p>' if "href" in before else "")

    draft = make_update(live, body=after_body)
    options = {"by": draft.saved_by, "seen": draft.state_token, "whole_article": False}
    with pytest.raises(Refusal, match=r"This is called a typo, and it changes .*\. Call it what it is"):
        reviewing.submit(draft, change_class=ChangeClass.TYPO, **options)

    revision = reviewing.submit(draft, change_class=ChangeClass.EDITORIAL, **options)

    assert (revision.review.declared_class, revision.review.change_class) == ("editorial", "clinical")
    assert revision.review.missing() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}
    assert carried(revision) == []


def test_the_editor_may_call_a_change_more_than_the_words_do():
    revision = submit_update(make_live(body=SLIP), BODY, ChangeClass.CLINICAL)

    assert revision.review.change_class == ChangeClass.CLINICAL
    assert carried(revision) == []


def test_an_editorial_change_of_a_high_risk_article_needs_one_clinician_anew():
    live = make_live(topic=make_topic(Risk.HIGH, "Medicines"))

    revision = submit_update(live, REWORDED, ChangeClass.EDITORIAL)

    assert revision.review.change_class == ChangeClass.EDITORIAL
    assert len(carried(revision)) == 1
    assert revision.review.missing() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}


def test_an_editorial_change_of_a_standard_article_needs_the_clinician_anew():
    revision = submit_update(make_live(), REWORDED, ChangeClass.EDITORIAL)

    assert revision.review.change_class == ChangeClass.EDITORIAL
    assert carried(revision) == []


def test_a_review_of_the_whole_article_carries_nothing_over():
    draft = make_update(make_live(body=SLIP), body=BODY)

    revision = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, change_class=ChangeClass.TYPO)

    assert carried(revision) == []


def test_a_new_article_is_clinical_as_a_whole_whatever_it_is_called():
    live = make_live()

    assert live.review.change_class == ChangeClass.CLINICAL
    assert live.review.compared_with is None


def close(signer):
    signer.is_active = False
    signer.save(update_fields=["is_active"])


def expire(signer):
    signer.credentials.update(expires_on=timezone.localdate() - timedelta(days=3))


def rename(signer):
    signer.credentials.update(title="Physician assistant")


def take_the_role(signer):
    signer.groups.clear()


@pytest.mark.parametrize("happens", [close, expire, rename, take_the_role])
def test_nothing_is_carried_over_from_somebody_who_could_not_sign_today(happens):
    clinician = make_person(CLINICIAN)
    live = make_live(body=SLIP, signers=[make_person(EDITOR), clinician])
    happens(clinician)

    revision = submit_update(live, BODY, ChangeClass.TYPO)

    assert carried(revision) == []
    assert revision.review.missing() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}


def test_a_renewed_credential_carries_with_its_new_date():
    clinician = make_person(CLINICIAN)
    live = make_live(body=SLIP, signers=[make_person(EDITOR), clinician])
    later = timezone.localdate() + timedelta(days=900)
    clinician.credentials.update(expires_on=later)

    revision = submit_update(live, BODY, ChangeClass.TYPO)

    assert [each.credential_expires_on for each in revision.review.sign_offs.all()] == [later]


def test_whoever_carried_over_cannot_sign_the_same_words_again():
    clinician = make_person(CLINICIAN)
    live = make_live(body=SLIP, signers=[make_person(EDITOR), clinician])
    revision = submit_update(live, BODY, ChangeClass.TYPO)

    with pytest.raises(Refusal) as refusal:
        give_sign_offs(revision, [clinician])

    assert refusal.value.reason == "Only an editor or a publisher can give the editorial sign-off."


def test_a_sign_off_that_was_carried_over_is_carried_on_and_names_the_words_its_signer_read():
    clinician = make_person(CLINICIAN)
    first = BODY.replace("people find that a short", "peolpe find that a shrot", 1)
    live = make_live(body=first, signers=[make_person(EDITOR), clinician])
    second = publish(give_sign_offs(submit_update(live, first.replace("shrot", "short"), ChangeClass.TYPO)))

    third = submit_update(second, BODY, ChangeClass.TYPO)  # "peolpe" became "people"

    assert carried(third) == [clinician.display_name]
    assert third.review.sign_offs.get(carried_from__isnull=False).given.review.revision == live


def test_a_carried_over_sign_off_falls_with_the_words_it_came_from():
    """Live words are withdrawn for harm while a mended typo of them waits: it must not put them back."""
    live = make_live(body=SLIP)
    update = give_sign_offs(submit_update(live, BODY, ChangeClass.TYPO))
    publishing.withdraw(live, by=make_person(PUBLISHER), seen=live.state_token, note="Harm.", notice="Taken down.")

    assert broken_gates(update)[:1] == [
        "A sign-off was carried over from words that have been withdrawn. Reopen the article."
    ]
    with pytest.raises(Refusal):
        publish(update)
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=update.pk).update(status=Status.PUBLISHED, published_at=timezone.now())


def test_live_words_come_down_though_a_mended_typo_of_them_is_scheduled():
    live, publisher = make_live(body=SLIP), make_person(PUBLISHER)
    update = give_sign_offs(submit_update(live, BODY, ChangeClass.TYPO))
    tomorrow = timezone.now() + timedelta(days=1)
    publishing.schedule(update, by=publisher, seen=update.state_token, at=tomorrow)

    gone = publishing.withdraw(live, by=publisher, seen=live.state_token, note="Harm.", notice="Taken down.")

    update.refresh_from_db()
    assert (gone.status, update.status) == (Status.WITHDRAWN, Status.SIGNED_OFF)


def forged(revision: Revision, source: SignOff, **fields: object) -> SignOff:
    """A carried-over sign-off written past the verbs."""
    usual = {
        "review": revision.review,
        "kind": source.kind,
        "by": source.by,
        "seal": revision.seal,
        "signer_name": source.signer_name,
        "credential": source.credential,
        "credential_title": source.credential_title,
        "credential_issuer": source.credential_issuer,
        "credential_expires_on": source.credential_expires_on,
        "answers": source.answers,
        "carried_from": source,
    }
    return SignOff.objects.create(**{**usual, **fields})


def test_the_database_refuses_to_carry_a_sign_off_into_a_clinical_change():
    live = make_live()
    source = live.review.sign_offs.get(kind=SignOffKind.CLINICAL)
    revision = submit_update(live, RISKIER, ChangeClass.CLINICAL)

    with pytest.raises(IntegrityError, match="this change needs the sign-off anew"), transaction.atomic():
        forged(revision, source)


@pytest.mark.parametrize(
    ("before", "after"), [("0.5 mg", "5 mg"), ("/old/", "/new/"), ('<a href="/old/">this</a>', "this")]
)
def test_the_database_refuses_to_carry_a_sign_off_over_a_number_or_a_link_that_is_called_a_typo(before, after):
    words = BODY.replace("ten minutes", '0.5 mg as in <a href="/old/">this</a>')
    live = make_live(body=words)
    source = live.review.sign_offs.get(kind=SignOffKind.CLINICAL)
    revision = submit_update(live, words.replace(before, after), ChangeClass.CLINICAL)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE articles_review SET change_class = 'typo' WHERE id = %s", [revision.review.pk])
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")

    with pytest.raises(IntegrityError, match="a change of a number, a link or a source"), transaction.atomic():
        forged(revision, source)


def test_the_database_refuses_to_carry_a_sign_off_from_another_article():
    other = make_live("Sleep")
    revision = submit_update(make_live(body=SLIP), BODY, ChangeClass.EDITORIAL)

    with pytest.raises(IntegrityError), transaction.atomic():
        forged(revision, other.review.sign_offs.get(kind=SignOffKind.CLINICAL))


def test_the_date_of_the_last_review_stays_with_a_carried_over_sign_off():
    with time_machine.travel("2026-03-02 12:00:00+00:00", tick=False):
        live = make_live(body=SLIP)
    with time_machine.travel("2026-09-02 12:00:00+00:00", tick=False):
        update = publish(give_sign_offs(submit_update(live, BODY, ChangeClass.TYPO)))

    assert (update.last_reviewed_on, update.next_review_due) == (live.last_reviewed_on, live.next_review_due)


def test_nothing_is_carried_over_while_a_thread_about_the_article_is_open():
    live = make_live(body=SLIP)
    make_thread(live, quote="Start with ten minutes.")

    revision = submit_update(live, BODY, ChangeClass.TYPO)

    assert carried(revision) == []
    assert revision.review.missing() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}
