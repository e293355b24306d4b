"""What the site learns from its own decisions, and that no model, however broken, stops a comment."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from clinic_cms.roles import MODERATOR
from comments.domain.moderation import approve, decide
from comments.domain.spam import learn, learn_if_due, model_now
from comments.enums import Lane, Outcome
from comments.models import SpamModel
from tests.comment_factories import make_comment
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def taught():
    """Twenty decisions of each kind, and the article under which they were made."""
    article, moderator = make_live_article(), make_person(MODERATOR)
    for number in range(20):
        spam = make_comment(f"Zwiebel lottery crowns number {number}", article=article)
        decide(spam, Outcome.SPAM, by=moderator, seen=spam.version)
        good = make_comment(f"My walk in the morning, day {number}", article=article)
        approve(good, by=moderator, seen=good.version)
    return article


def test_what_moderators_called_spam_waits_among_likely_spam_next_time(taught):
    before = make_comment("Zwiebel lottery crowns for you", article=taught).lane
    learn()

    assert (before, make_comment("Zwiebel lottery crowns for all", article=taught).lane) == (
        Lane.ROUTINE,
        Lane.LIKELY_SPAM,
    )
    assert make_comment("My walk in the evening", article=taught).lane == Lane.ROUTINE


def test_it_learns_nothing_where_nothing_was_decided(taught):
    first = learn()

    assert (learn(), SpamModel.objects.get()) == (None, first)


def test_the_clock_learns_once_a_day(taught):
    first = learn_if_due()
    comment = make_comment("One more.", article=taught)
    approve(comment, by=make_person(MODERATOR), seen=1)

    assert learn_if_due() is None
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert learn_if_due().pk > first.pk


def test_the_command_learns_at_once_and_says_so(taught, capsys):
    call_command("learn_spam")
    call_command("learn_spam")

    model = SpamModel.objects.get()
    assert capsys.readouterr().out.splitlines() == [f"learned: model {model.pk}", "nothing new to learn"]


def test_a_model_is_read_once_and_then_costs_one_small_query(taught, django_assert_num_queries):
    learn()
    first = model_now()

    with django_assert_num_queries(1) as asked:
        assert model_now() is first
    assert asked.captured_queries[0]["sql"].count('"counts"') == 0


def test_a_new_model_takes_the_place_of_the_one_in_memory(taught):
    learn()
    first = model_now()
    comment = make_comment("One more.", article=taught)
    approve(comment, by=make_person(MODERATOR), seen=1)
    learn()

    assert model_now() is not first


@pytest.mark.parametrize(
    "counts",
    ["", "{", "[]", "null", {}, [], 7, '{"format": 99}', '{"format": 1, "spam": {"x": 1}}', "[" * 100_000],
)
def test_a_broken_model_is_ignored_and_the_comment_is_held_as_ever(counts, caplog):
    article = make_live_article()
    model = SpamModel.objects.create(counts=counts, learned_at=timezone.now())

    comments = [make_comment(f"It helped me {number}.", article=article) for number in range(2)]

    assert [(comment.status, comment.lane) for comment in comments] == [("pending", Lane.ROUTINE)] * 2
    assert [record.getMessage() for record in caplog.records] == [
        f"spam_model_unreadable model={model.pk} kind=BadModel"
    ]


def test_only_the_newest_models_are_kept(taught):
    moderator, models = make_person(MODERATOR), [learn()]
    for number in range(4):
        comment = make_comment(f"One more, {number}.", article=taught)
        approve(comment, by=moderator, seen=1)
        models.append(learn())

    assert set(SpamModel.objects.all()) == set(models[-3:])


def test_a_model_holds_no_words(taught):
    assert learn().counts.count("Zwiebel") == 0
