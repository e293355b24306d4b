from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import drafting, publishing, reviewing
from articles.domain.due import do_what_is_due
from articles.enums import Action, Status
from articles.models import Article, Revision
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import (
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_scheduled,
    make_signed_off,
    make_update,
)

pytestmark = pytest.mark.django_db


def signed_update(live, *, whole_article):
    draft = make_update(live, summary="Newer words.")
    revision = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=whole_article)
    return give_sign_offs(revision)


def publish(revision):
    return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)


def test_publishing_shows_the_words_to_readers():
    revision = publish(make_signed_off())

    assert revision.status == Status.PUBLISHED
    assert [article.live_revision for article in Article.objects.live()] == [revision]


def test_publishing_an_update_supersedes_the_words_before_it():
    live = make_live()

    update = publish(signed_update(live, whole_article=False))

    live.refresh_from_db()
    assert (live.status, live.ended_at) == (Status.SUPERSEDED, update.published_at)
    assert Article.objects.get().live_revision == update
    actions = list(update.article.transitions.values_list("action", flat=True)[:2])
    assert actions == [Action.PUBLISH, Action.SUPERSEDE]


def test_only_a_review_of_the_whole_article_moves_the_date_of_the_last_review():
    with time_machine.travel("2026-03-02 12:00Z"):
        live = make_live()
    with time_machine.travel("2026-06-02 12:00Z"):
        edit = publish(signed_update(live, whole_article=False))
    with time_machine.travel("2026-09-02 12:00Z"):
        review = publish(signed_update(edit, whole_article=True))

    dates = [(each.last_reviewed_on, each.next_review_due) for each in (live, edit, review)]
    assert dates == [
        (date(2026, 3, 2), date(2028, 3, 2)),
        (date(2026, 3, 2), date(2028, 3, 2)),
        (date(2026, 9, 2), date(2028, 9, 2)),
    ]


def test_the_gates_are_asked_again_when_going_live():
    revision = make_signed_off()
    revision.author.job_title = ""
    revision.author.save(update_fields=["job_title"])

    with pytest.raises(Refusal) as refusal:
        publish(revision)

    assert refusal.value.reason == (
        "The byline needs a role. Ask an administrator to fill in the author's role at the clinic."
    )
    assert Article.objects.live().count() == 0


def test_a_moment_in_the_past_is_refused():
    revision = make_signed_off()
    at = timezone.now() - timedelta(seconds=1)

    with pytest.raises(Refusal) as refusal:
        publishing.schedule(revision, by=make_person(PUBLISHER), seen=revision.state_token, at=at)

    assert refusal.value.reason == "Choose a moment in the future."


def test_the_clock_publishes_what_is_due_and_nothing_else():
    due, later = make_scheduled("Due", minutes=5), make_scheduled("Later", minutes=500)

    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        done = do_what_is_due()

    later.refresh_from_db()
    assert [revision.pk for revision in done.published] == [due.pk]
    assert later.status == Status.SCHEDULED
    assert due.transitions.first().by is None


def test_a_second_round_of_the_clock_finds_nothing_left_to_do():
    make_scheduled(minutes=5)

    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        do_what_is_due()
        again = do_what_is_due()

    assert (again.published, again.failed) == ([], [])


def test_one_article_that_cannot_go_live_neither_stops_the_others_nor_loses_its_schedule():
    broken, fine = make_scheduled("Broken", minutes=5), make_scheduled("Fine", minutes=6)
    moment = broken.publish_at
    broken.author.job_title = ""
    broken.author.save(update_fields=["job_title"])

    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        done = do_what_is_due()

    broken.refresh_from_db()
    assert ([each.pk for each in done.published], [each.pk for each in done.failed]) == ([fine.pk], [broken.pk])
    assert (broken.status, broken.publish_at) == (Status.SCHEDULED, moment)
    assert broken.schedule_failure.startswith("The byline needs a role.")


def test_an_article_can_be_taken_off_the_schedule():
    revision = make_scheduled()

    revision = publishing.unschedule(revision, by=make_person(PUBLISHER), seen=revision.state_token)

    assert (revision.status, revision.publish_at) == (Status.SIGNED_OFF, None)


def test_withdrawing_takes_the_words_down_with_a_reason_and_a_notice():
    live, clinician = make_live(), make_person(CLINICIAN)

    gone = publishing.withdraw(
        live, by=clinician, seen=live.state_token, note="A source was retracted.", notice="Please ask your doctor."
    )

    last = gone.transitions.first()
    assert (gone.status, Article.objects.get().live_revision) == (Status.WITHDRAWN, None)
    assert (last.by, last.note, last.notice) == (clinician, "A source was retracted.", "Please ask your doctor.")


def test_a_withdrawn_article_can_be_written_again():
    live = make_live()
    publishing.withdraw(live, by=make_person(PUBLISHER), seen=live.state_token, note="Wrong dose.")

    draft = drafting.start_revision(live.article, by=make_person(EDITOR))

    assert (draft.number, draft.body) == (2, live.body)


def test_an_article_has_one_open_revision():
    live = make_live()
    make_update(live, summary="First.")

    with pytest.raises(Refusal) as refusal:
        drafting.start_revision(live.article, by=make_person(EDITOR))

    assert refusal.value.reason == "This article is being worked on already. Open the revision that is under way."


def test_what_was_never_signed_off_cannot_be_published():
    for make in (make_draft, make_in_review):
        revision = make(f"Never {make.__name__}")
        with pytest.raises(Refusal) as refusal:
            publish(revision)
        assert refusal.value.reason == (
            f"Only an article that is signed off can be published. This one is {revision.get_status_display()}."
        )
    assert Revision.objects.filter(status=Status.PUBLISHED).count() == 0
