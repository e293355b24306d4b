"""What the clinic says to a comment: by name, past the guard, together with the comment or not at all."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinic_cms.roles import EDITOR, MODERATOR, PRIVACY_OFFICER
from clinic_cms.shared.refusal import Refusal
from comments.domain.moderation import approve
from comments.domain.replying import GuardRefusal, Reply, approve_with, say
from comments.models import Comment, GuardOverride
from tests.comment_factories import make_approved, make_comment, make_rejected, make_reply
from tests.factories import make_credential, make_person

pytestmark = pytest.mark.django_db

KIND = Reply("Thank you for telling us. You are not alone. You can call or text 988 at any hour.")
CONFIRMS = Reply("We are sorry that your last appointment went like this.")


def test_a_reply_stands_under_the_comment_with_the_name_and_credential_of_who_says_it():
    comment = make_approved()
    speaker = make_person(MODERATOR, full_name="Jo Lind", job_title="Nurse")
    make_credential(speaker, title="RN")

    said = say(comment, KIND, by=speaker)

    assert (said.parent, said.status, said.name, said.role, said.kind) == (
        comment, "approved", "Jo Lind", "Nurse, RN", "official",
    )  # fmt: skip


def test_a_comment_of_somebody_in_crisis_goes_up_with_a_reply_or_not_at_all():
    comment, moderator = make_comment("I want to kill myself."), make_person(MODERATOR)

    with pytest.raises(Refusal, match="Say that its words are safe for others"):
        approve(comment, by=moderator, seen=1)
    with pytest.raises(Refusal, match="Approve it together with a reply"):
        approve(comment, by=moderator, seen=1, safe=True)
    approve_with(comment, KIND, by=moderator, seen=1, safe=True)

    assert list(Comment.objects.order_by("pk").values_list("kind", "status")) == [
        ("reader", "approved"), ("official", "approved"),
    ]  # fmt: skip


def test_a_reply_that_is_refused_leaves_the_comment_waiting():
    comment = make_comment()

    with pytest.raises(GuardRefusal) as refusal:
        approve_with(comment, CONFIRMS, by=make_person(MODERATOR), seen=1)

    assert refusal.value.held == ["your last appointment"]
    assert Comment.objects.values_list("status", flat=True).get() == "pending"


def test_only_a_privacy_officer_overrides_the_guard_and_only_with_a_reason():
    comment, officer = make_approved(), make_person(PRIVACY_OFFICER)
    reason = "Her lawyer agreed in writing."

    for by, text in ((make_person(MODERATOR), reason), (officer, " ")):
        with pytest.raises(GuardRefusal):
            say(comment, Reply(CONFIRMS.text, override=text), by=by)
    said = say(comment, Reply(CONFIRMS.text, override=reason), by=officer)

    assert list(GuardOverride.objects.values_list("reply", "reason", "by")) == [(said.pk, reason, officer.pk)]


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (Reply("  "), "Write the reply first."),
        (Reply("x" * 5_001), "A reply has at most 5,000 characters; nothing was cut."),
        (Reply("That is not so.", corrects=True), "A correction needs the address of its source."),
    ],
)
def test_a_reply_has_words_and_a_correction_its_source(reply, sentence):
    with pytest.raises(Refusal) as refusal:
        say(make_approved(), reply, by=make_person(MODERATOR))

    assert refusal.value.reason == sentence


@pytest.mark.parametrize("make", [make_comment, make_rejected])
def test_what_readers_do_not_see_is_not_answered(make):
    with pytest.raises(Refusal, match="This comment is not up"):
        say(make(), KIND, by=make_person(MODERATOR))


def test_who_may_not_speak_for_the_clinic_does_not():
    with pytest.raises(Refusal, match="You can't speak for the clinic here"):
        say(make_approved(), KIND, by=make_person(EDITOR))


def test_a_reply_is_not_answered_itself():
    reply = make_reply(make_approved())

    with pytest.raises(Refusal, match="This comment is not up"):
        say(reply, Reply("Thank you."), by=make_person(MODERATOR))


def test_a_credential_that_has_run_out_is_not_told():
    moderator = make_person(MODERATOR, job_title="Nurse")
    make_credential(moderator, title="RN")
    make_credential(moderator, title="MD", expires_on=timezone.localdate() - timedelta(days=1))

    assert say(make_approved(), Reply("Thank you."), by=moderator).role == "Nurse, RN"
