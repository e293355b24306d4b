"""One act for several comments: what it would do is what it does, and each stands for itself."""

import pytest

from clinic_cms.roles import MODERATOR
from comments.domain.bulk import carried_out, foreseen
from comments.domain.moderation import Verdict, reject
from comments.enums import Outcome, Reason
from comments.models import Comment, ModerationDecision
from tests.comment_factories import make_comment
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db

CRISIS = "Somebody may be in crisis. Say that its words are safe for others, or that this is no crisis."


def make_three() -> dict[int, int]:
    article = make_live_article()
    return {make_comment(body, article=article).pk: 1 for body in ("One", "Two", "I want to kill myself.")}


def test_what_would_happen_is_told_and_nothing_happens():
    moderator, picked = make_person(MODERATOR), make_three()

    each = foreseen(picked, Verdict(Outcome.APPROVE), by=moderator)

    assert [one.refusal for one in each] == [CRISIS, "", ""]
    assert ModerationDecision.objects.count() == 0


def test_what_is_refused_for_one_stops_none_of_the_others():
    moderator, picked = make_person(MODERATOR), make_three()

    each = carried_out(picked, Verdict(Outcome.APPROVE), by=moderator)

    assert [one.refusal for one in each] == [CRISIS, "", ""]
    assert sorted(Comment.objects.values_list("status", flat=True)) == ["approved", "approved", "pending"]


def test_what_somebody_decided_meanwhile_is_left_as_they_decided_it():
    moderator, picked = make_person(MODERATOR), make_three()
    first = Comment.objects.get(body="One")
    reject(first, by=make_person(MODERATOR, full_name="Mia Torres"), seen=1, reason=Reason.ABUSE)

    each = carried_out(picked, Verdict(Outcome.REJECT, reason=Reason.SPAM), by=moderator)

    refused = [one.refusal for one in each if one.refusal]
    assert len(refused) == 1
    assert refused[0].startswith("Mia Torres rejected this comment on ")
    assert Comment.objects.filter(status="rejected").count() == 3
