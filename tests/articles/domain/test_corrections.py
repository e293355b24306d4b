"""Public corrections: sealed and signed off with the words, public for ever once they have been live."""

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from articles.domain import drafting, publishing, rechecking, reviewing
from articles.domain.corrections import corrections_of
from articles.domain.facts import compute_seal
from articles.enums import ChangeClass
from articles.models import Revision
from clinic_cms.roles import EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import BODY, give_sign_offs, make_draft, make_in_review, make_live, make_person, make_update

pytestmark = pytest.mark.django_db

WRONG, RIGHT = "Take 5 mg a day.", "Take 0.5 mg a day."
CORRECTION = {"correction_said": WRONG, "correction_says": RIGHT}


def publish(revision: Revision) -> Revision:
    return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)


def corrected(live: Revision, **words: str) -> Revision:
    """An update with a correction, live."""
    draft = make_update(live, **{**CORRECTION, **words})
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=False)
    return publish(give_sign_offs(submitted))


def told(article):
    return [(each.said, each.says) for each in corrections_of(article)]


def test_a_correction_is_public_once_its_words_are_live():
    live = make_live()
    draft = make_update(live, **CORRECTION)
    before = told(live.article)
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    publish(give_sign_offs(submitted))

    assert (before, told(live.article)) == ([], [(WRONG, RIGHT)])


def test_corrections_add_up_the_newest_first():
    live = corrected(make_live())

    corrected(live, correction_said="Walk.", correction_says="Rest.")

    assert told(live.article) == [("Walk.", "Rest."), (WRONG, RIGHT)]


def test_an_update_does_not_carry_the_correction_before_it():
    live = corrected(make_live())

    assert make_update(live).correction_said == ""


def test_a_returned_draft_keeps_its_correction():
    draft = make_update(make_live(), **CORRECTION)
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    again = reviewing.recall(submitted, by=draft.saved_by, seen=submitted.state_token)

    assert (again.correction_said, again.correction_says) == (WRONG, RIGHT)


def test_a_review_without_change_tells_the_same_correction_once_with_its_first_day():
    with time_machine.travel("2026-03-02 18:00:00+00:00", tick=False):
        live = corrected(make_live())
    submitted = rechecking.recheck(live, by=make_person(EDITOR), seen=live.state_token)
    publish(give_sign_offs(submitted))

    assert [(each.said, each.at) for each in corrections_of(live.article)] == [(WRONG, live.published_at)]


def test_a_correction_is_sealed_with_the_words_and_older_seals_stay():
    plain = make_draft("Sleep")
    before = compute_seal(plain)
    draft = make_update(make_live(), **CORRECTION)
    with_correction = compute_seal(draft)
    Revision.objects.filter(pk=draft.pk).update(correction_says="Take 50 mg a day.")

    assert compute_seal(draft) != with_correction
    assert compute_seal(plain) == before
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT articles_digest(id) FROM articles_revision WHERE id IN (%s, %s) ORDER BY id", [plain.pk, draft.pk]
        )
        assert [row[0] for row in cursor.fetchall()] == [compute_seal(plain), compute_seal(draft)]


@pytest.mark.parametrize("half", [{"correction_said": WRONG}, {"correction_says": RIGHT}])
def test_half_a_correction_is_refused(half):
    draft = make_update(make_live())

    with pytest.raises(Refusal) as refusal:
        drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words=half)

    assert refusal.value.reason == "A correction says both: what the article said, and what it says now."


def test_words_that_nobody_has_seen_cannot_be_corrected():
    with pytest.raises(Refusal) as refusal:
        make_draft(**CORRECTION)

    assert refusal.value.reason == "Only words that readers have seen can be corrected. Leave the correction empty."


def test_a_correction_makes_every_change_a_clinical_one():
    live = make_live(body=BODY.replace("short walk", "shrot walk", 1))
    draft = make_update(live, body=BODY, **CORRECTION)

    submitted = reviewing.submit(
        draft, by=draft.saved_by, seen=draft.state_token, whole_article=False, change_class=ChangeClass.EDITORIAL
    )

    assert submitted.review.change_class == ChangeClass.CLINICAL


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE articles_revision SET correction_said = '', correction_says = '' WHERE id = {0}",
        "UPDATE articles_revision SET correction_says = 'Take 50 mg.' WHERE id = {0}",
        "DELETE FROM articles_revision WHERE id = {0}",
    ],
)
def test_nothing_deletes_or_changes_a_correction(sql):
    live = corrected(make_live())

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; " + sql.format(live.pk))


def test_a_correction_is_frozen_as_soon_as_it_is_submitted():
    draft = make_update(make_live(), **CORRECTION)
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=submitted.pk).update(correction_says="Take 50 mg.")


def test_words_in_review_have_no_correction_by_themselves():
    assert make_in_review().correction_said == ""
