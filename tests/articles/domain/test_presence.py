"""Who else is writing: told while it is so, over by itself, and in nobody's way but of submitting under their hands."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import drafting, presence, reviewing
from articles.enums import Status
from articles.models import Writer
from articles.workflow import WRITING_LASTS
from clinic_cms.roles import CLINICIAN, EDITOR
from clinic_cms.shared.refusal import Refusal
from tests.factories import make_draft, make_in_review, make_person
from tests.races import race

pytestmark = pytest.mark.django_db

JUST_OVER = WRITING_LASTS + timedelta(seconds=1)
UNDER_HANDS = "Ada is writing in this draft and has not saved yet. Ask them to save, or open it and take over writing."


def others(revision, by):
    return [(each.person.username, each.leads_since is not None) for each in presence.others_writing(revision, by)]


def test_whoever_came_first_leads_and_everybody_else_reads_so():
    revision, ada, ben = make_draft(), make_person(EDITOR, "ada"), make_person(EDITOR, "ben")

    presence.heard_of(revision, by=ada)
    presence.heard_of(revision, by=ben)

    assert others(revision, ben) == [("ada", True)]
    assert others(revision, ada) == [("ben", False)]


def test_the_lease_runs_out_by_itself_and_the_next_one_has_it():
    revision, ada, ben = make_draft(), make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    with time_machine.travel(timezone.now() - JUST_OVER, tick=False):
        presence.heard_of(revision, by=ada)

    presence.heard_of(revision, by=ben)

    assert others(revision, ben) == []
    assert others(revision, make_person(EDITOR)) == [("ben", True)]


def test_the_lease_of_somebody_whose_account_was_closed_counts_for_nothing():
    revision, ada, ben = make_draft(), make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    presence.heard_of(revision, by=ada, changed_at=timezone.now())
    ada.is_active = False
    ada.save()

    presence.heard_of(revision, by=ben)

    assert others(revision, make_person(EDITOR)) == [("ben", True)]
    assert presence.whom_it_would_interrupt(revision, ben) == ""


def test_whoever_leaves_is_not_told_of_any_more():
    revision, ada, ben = make_draft(), make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    presence.heard_of(revision, by=ada)

    presence.leave(revision, by=ada)

    assert others(revision, ben) == []


def test_nobody_submits_or_discards_words_under_somebodys_hands():
    revision, ada = make_draft(), make_person(EDITOR, "ada")
    presence.heard_of(revision, by=ada, changed_at=timezone.now())

    for verb in (reviewing.submit, drafting.discard):
        with pytest.raises(Refusal) as refused:
            verb(revision, by=revision.saved_by, seen=revision.state_token)
        assert refused.value.reason == UNDER_HANDS


def test_somebody_who_only_looks_or_has_saved_stands_in_no_ones_way():
    revision, ada = make_draft(), make_person(EDITOR, "ada")
    presence.heard_of(revision, by=ada, changed_at=timezone.now())
    saved = drafting.save_draft(revision, by=ada, seen=revision.state_token, words={"title": "Walks"})

    submitted = reviewing.submit(saved, by=revision.saved_by, seen=saved.state_token)

    assert submitted.status == Status.IN_REVIEW


def test_ones_own_words_stand_in_nobodys_way_but_others():
    revision = make_draft()
    presence.heard_of(revision, by=revision.saved_by, changed_at=timezone.now())

    assert reviewing.submit(revision, by=revision.saved_by, seen=revision.state_token).status == Status.IN_REVIEW


def test_whoever_takes_over_leads_and_may_submit_and_the_other_reads_who_it_was():
    revision, ada, ben = make_draft(), make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    presence.heard_of(revision, by=ada, changed_at=timezone.now())

    presence.take_over(revision, by=ben)
    again = presence.heard_of(revision, by=ada, changed_at=timezone.now())

    assert (again.taken_over_by, again.leads_since) == (ben, None)
    assert others(revision, ada) == [("ben", True)]
    assert reviewing.submit(revision, by=ben, seen=revision.state_token).status == Status.IN_REVIEW


def test_opening_the_page_again_begins_anew_after_a_take_over():
    revision, ada, ben = make_draft(), make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    presence.heard_of(revision, by=ada)
    presence.take_over(revision, by=ben)

    presence.heard_of(revision, by=ada, opened=True, changed_at=timezone.now())

    assert presence.whom_it_would_interrupt(revision, ben) == "Ada"


def test_only_a_writer_is_heard_of_and_only_in_a_draft():
    with pytest.raises(Refusal, match=r"^Only an editor can write articles\.$"):
        presence.heard_of(make_draft(), by=make_person(CLINICIAN))
    with pytest.raises(Refusal, match=r"^These words are in review, so they can't be changed\.$"):
        presence.heard_of(make_in_review("Other"), by=make_person(EDITOR))
    assert Writer.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_it_at_once_one_leads():
    revision, people = make_draft(), [make_person(EDITOR) for _each in range(4)]

    race(*(lambda person=person: presence.heard_of(revision, by=person) for person in people))

    assert Writer.objects.filter(revision=revision, leads_since__isnull=False).count() == 1
    assert Writer.objects.filter(revision=revision).count() == 4
