"""Readers' reports: they put a comment before the moderators, and never take it down by themselves."""

import pytest

from clinic_cms.roles import MODERATOR
from clinic_cms.shared.refusal import Refusal
from comments.domain.moderation import decide
from comments.domain.reporting import MOST_OPEN, report
from comments.enums import Outcome, Reason
from comments.models import Comment
from tests.comment_factories import make_approved, make_comment
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def test_a_report_puts_a_comment_in_the_queue_and_leaves_it_up():
    comment = make_approved()

    report(comment, "unsafe")

    fresh = Comment.objects.get()
    assert (fresh.status, fresh.get_lane_display()) == ("approved", "Reported")
    assert list(Comment.objects.queued()) == [comment]


@pytest.mark.parametrize(
    ("outcome", "more", "status"),
    [(Outcome.KEEP, {}, "approved"), (Outcome.REMOVE, {"reason": Reason.ABUSE}, "removed")],
)
def test_a_moderators_answer_closes_every_report(outcome, more, status):
    comment = make_approved()
    for reason in ("abuse", "other"):
        report(comment, reason)

    fresh = decide(comment, outcome, by=make_person(MODERATOR), seen=comment.version, **more)

    assert (fresh.status, fresh.lane) == (status, None)
    assert [each.closed_by for each in comment.reports.all()] == [fresh.decisions.first()] * 2


def test_the_hundredth_report_keeps_nothing_more():
    comment = make_approved()

    kept = [report(comment, "other") for _each in range(MOST_OPEN + 3)]

    assert (comment.reports.count(), kept[-1]) == (MOST_OPEN, None)


def test_what_is_not_up_cannot_be_reported():
    with pytest.raises(Refusal, match="This comment is not here any more"):
        report(make_comment(), "abuse")


def test_a_report_says_what_is_wrong():
    with pytest.raises(Refusal, match="Choose what is wrong with it"):
        report(make_approved(), "I disagree")
