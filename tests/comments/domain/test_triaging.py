"""Whatever a detector does, a comment is held, and a cry for help is found wherever it stands."""

import pytest

from comments.domain import triaging
from comments.domain.triaging import MOST_SIGNALS
from comments.enums import Lane
from comments.models import Comment
from comments.triage.registry import DETECTORS
from comments.triage.signal import Detector
from tests.comment_factories import make_comment
from tests.factories import make_live_article

pytestmark = pytest.mark.django_db


def crash(reading, facts):
    raise RuntimeError(f"kanarienvogel {reading.original}")


BROKEN = Detector(name="broken", code="abuse", find=crash, hits={}, misses=())


def taken_in(body, detectors):
    article = make_live_article()
    comment = Comment(article=article, revision_id=article.live_revision_id, name="Mia", body=body)
    return triaging.taken_in(comment, detectors=detectors)


def test_a_detector_that_crashes_holds_the_comment_for_a_person(caplog):
    comment = taken_in("It helped me.", (*DETECTORS, BROKEN))

    kept = Comment.objects.get()
    assert (kept.pk, kept.status, kept.lane, kept.body) == (comment.pk, "pending", Lane.ROUTINE, "It helped me.")
    assert set(kept.signals.values_list("code", "detail")) == {("check_failed", "broken")}
    assert [text for text in caplog.messages if "kanarienvogel" in text or "helped" in text] == []


def test_where_all_detectors_crash_the_comment_is_held_too():
    comment = taken_in("It helped me.", (BROKEN,) * 3)

    assert (comment.status, comment.lane) == ("pending", Lane.ROUTINE)


def test_what_looks_like_spam_is_not_hidden_among_spam_while_a_detector_crashes():
    spam = "Buy cheap viagra online without prescription, whatsapp me now"

    assert taken_in(spam, (*DETECTORS, BROKEN)).lane == Lane.ROUTINE


def test_a_hundred_links_hide_no_cry_for_help():
    body = "see www.pills.example " * 150 + "I want to kill myself tonight."

    comment = make_comment(body)

    assert comment.lane == Lane.CRISIS
    assert comment.signals.count() <= MOST_SIGNALS
    assert comment.signals.filter(code="crisis").exists()
