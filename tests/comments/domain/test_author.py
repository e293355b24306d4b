"""What an author can do with their own comment, and what happens when a moderator acts at the same moment."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from clinic_cms.roles import MODERATOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.author import appeal, correct, erase, exported, may_appeal, may_correct, withdraw
from comments.domain.moderation import approve, decide
from comments.domain.noting import note
from comments.domain.redacting import redact
from comments.enums import Outcome
from comments.models import Comment, ModerationDecision
from comments.triage import Signal
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_person
from tests.races import race


def history(comment):
    return list(comment.decisions.order_by("pk").values_list("outcome", "from_status", "to_status", "by"))


@pytest.mark.django_db
def test_a_correction_takes_the_place_of_the_words_and_is_on_record_without_them():
    comment = make_comment("Teh words.", "Mia")

    corrected = correct(comment, body="The words.", name="Mia L", seen=1)

    assert (corrected.body, corrected.name, corrected.status, corrected.version) == (
        "The words.", "Mia L", "pending", 2,
    )  # fmt: skip
    assert history(comment) == [("correct", "pending", "pending", None)]


@pytest.mark.django_db
def test_ten_corrections_are_enough():
    comment = make_comment("Words 1")
    for number in range(1, 11):
        correct(comment, body=f"Words {number + 1}", name="Mia", seen=number)

    with pytest.raises(Refusal) as refusal:
        correct(comment, body="Words 12", name="Mia", seen=11)

    assert refusal.value.reason.startswith("A comment can be corrected ten times.")
    assert (Comment.objects.get().body, comment.decisions.count()) == ("Words 11", 10)


@pytest.mark.django_db
def test_corrected_words_are_looked_at_again():
    comment = make_comment("It helped me.")

    corrected = correct(comment, body="Call me on 202 555 0143.", name="Mia", seen=1)

    assert list(corrected.signals.values_list("code", "detail")) == [("personal_data", "phone")]
    assert corrected.get_lane_display() == "Personal details"


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "possible"), [(14, True), (16, False)])
def test_a_comment_can_be_corrected_for_fifteen_minutes(minutes, possible):
    comment = make_comment()

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        assert may_correct(comment) == possible
        if not possible:
            with pytest.raises(Refusal, match="A comment can be corrected for 15 minutes"):
                correct(comment, body="Other words.", name="Mia", seen=1)


@pytest.mark.django_db
def test_a_correction_that_comes_after_a_decision_changes_nothing_and_names_no_moderator():
    comment = make_approved(by=make_person(MODERATOR, full_name="Mia Torres"))

    with pytest.raises(StaleRefusal, match=r"^A moderator decided your comment on .* Nothing was changed\.$"):
        correct(comment, body="Other words.", name="Mia", seen=1)

    assert Comment.objects.get().body == "This helped me."


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_comment, make_approved, make_rejected])
def test_a_comment_can_be_withdrawn_wherever_it_stands(make):
    comment = make()

    withdrawn = withdraw(comment)

    assert (withdrawn.status, withdrawn.lane) == ("withdrawn", None)
    assert history(comment)[-1] == ("withdraw", comment.status, "withdrawn", None)
    assert withdraw(comment).version == withdrawn.version


@pytest.mark.django_db
def test_erasing_removes_the_words_everywhere_and_keeps_what_was_decided():
    comment = make_comment("My number is 202 555 0143.", "Mia")
    note(comment, "She gives her number.", by=make_person(MODERATOR))
    redact(comment, [Signal("personal_data", 13, 25, "phone")], by=make_person(MODERATOR), seen=1)
    approve(comment, by=make_person(MODERATOR), seen=1, note="")

    erased = erase(comment)

    assert (erased.body, erased.name, erased.status, erased.erased_at is not None) == ("", "", "withdrawn", True)
    assert (erased.redacted_body, erased.redacted_name) == ("", "")
    assert (erased.signals.count(), erased.notes.get().text) == (0, "")
    assert [outcome for outcome, *_rest in history(comment)] == ["approve", "withdraw"]
    assert erase(comment).erased_at == erased.erased_at


@pytest.mark.django_db
def test_one_may_ask_once_to_have_it_looked_at_again():
    comment = make_rejected()

    back = appeal(comment)

    assert (back.status, back.get_lane_display()) == ("pending", "Routine")
    again = decide(back, Outcome.SPAM, by=make_person(MODERATOR), seen=back.version)
    assert not may_appeal(again)
    with pytest.raises(Refusal, match="We have looked at this comment again already"):
        appeal(again)


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_comment, make_approved])
def test_there_is_nothing_to_appeal_while_it_waits_or_is_up(make):
    with pytest.raises(Refusal, match="looked at this comment again"):
        appeal(make())


@pytest.mark.django_db
def test_the_export_is_everything_that_is_kept_and_names_nobody_else():
    comment = make_rejected("Buy pills", name="Mia")

    told = exported(Comment.objects.get(pk=comment.pk))

    assert (told["name"], told["comment"], told["status"]) == ("Mia", "Buy pills", "rejected")
    assert [(each["what"], each["reason"]) for each in told["history"]] == [
        ("reject", "It reads like advertising, so we did not publish it.")
    ]


@pytest.mark.django_db(transaction=True)
def test_of_a_withdrawal_and_an_approval_at_once_the_comment_ends_withdrawn_and_the_moderator_is_told_the_truth():
    # Tried: without the author's lock both read version 1, and the second INSERT breaks on one_decision_per_version.
    comment, moderator = make_comment(), make_person(MODERATOR)

    results = race(lambda: withdraw(comment), lambda: approve(comment, by=moderator, seen=1))

    kinds = sorted(type(result).__name__ for result in results)
    assert kinds in (["Comment", "Comment"], ["Comment", "StaleRefusal"])
    assert Comment.objects.get().status == "withdrawn"
    steps = ["withdraw"] if "StaleRefusal" in kinds else ["approve", "withdraw"]
    assert list(ModerationDecision.objects.order_by("pk").values_list("outcome", flat=True)) == steps


@pytest.mark.django_db(transaction=True)
def test_of_a_correction_and_an_approval_at_once_exactly_one_wins_and_the_other_is_told():
    comment, moderator = make_comment(), make_person(MODERATOR)

    results = race(
        lambda: correct(comment, body="Other words.", name="Mia", seen=1),
        lambda: approve(comment, by=moderator, seen=1),
    )

    assert sorted(type(result).__name__ for result in results) == ["Comment", "StaleRefusal"]
    fresh = Comment.objects.get()
    assert (fresh.status, fresh.body) in [("approved", "This helped me."), ("pending", "Other words.")]
