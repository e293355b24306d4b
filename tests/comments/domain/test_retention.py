from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from clinic_cms.roles import MODERATOR
from comments import triage
from comments.domain import author, retention
from comments.domain.moderation import decide, reject
from comments.domain.noting import note
from comments.domain.redacting import redact
from comments.domain.retention import forget_flows, forget_looks, purge_words, tidy_up
from comments.enums import Outcome, Reason
from comments.models import Comment, CommentRules, Flow, Looking
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_live_article, make_person
from tests.races import race

pytestmark = pytest.mark.django_db

MONTH = timedelta(days=30)


def later(days=31):
    return timezone.now() + timedelta(days=days)


def make_spam(body="Buy pills"):
    comment = make_comment(body)
    return decide(comment, Outcome.SPAM, by=make_person(MODERATOR), seen=comment.version)


def make_removed(body="Unsafe words"):
    comment = make_approved(body)
    return decide(comment, Outcome.REMOVE, by=make_person(MODERATOR), seen=comment.version, reason=Reason.UNSAFE)


def make_several(number):
    article = make_live_article()
    return [make_rejected(f"Spam {at}", article=article) for at in range(number)]


def words(comment):
    fresh = Comment.objects.get(pk=comment.pk)
    return fresh.body, fresh.name


def tables_with(word):
    """Every table in which the word stands in any row."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}" AS row WHERE row::text ~ %s', [word])
            if cursor.fetchone()[0]:
                found.append(table)
    return found


@pytest.mark.parametrize("make", [make_rejected, make_spam, lambda: author.withdraw(make_approved())])
def test_words_that_nobody_reads_again_go_after_the_rules_days(make):
    comment = make()

    assert purge_words(timezone.now() + MONTH - timedelta(minutes=1)) == 0
    assert purge_words(timezone.now() + MONTH + timedelta(minutes=1)) == 1
    assert words(comment) == ("", "")
    assert Comment.objects.get(pk=comment.pk).decisions.count() > 0


@pytest.mark.parametrize("make", [make_comment, make_approved, make_removed])
def test_what_waits_or_was_up_keeps_its_words(make):
    comment = make("Words that stay")

    assert purge_words(later(400)) == 0
    assert words(comment) == ("Words that stay", "Mia")


def test_the_rules_say_how_many_days():
    make_rejected()
    CommentRules.objects.create(purge_after_days=3)

    assert purge_words(later(2)) == 0
    assert purge_words(later(4)) == 1


def test_the_days_begin_with_the_last_decision():
    comment = make_rejected()
    with time_machine.travel(later(20)):
        again = author.appeal(comment)
        reject(again, by=make_person(MODERATOR), seen=again.version, reason=Reason.ABUSE)

    assert purge_words(later(31)) == 0
    assert purge_words(later(51)) == 1


def test_purged_words_are_in_no_table():
    comment = make_comment("Call kanarienvogel on 303 555 0142", name="Kanarienvogel")
    note(comment, "kanarienvogel again", by=make_person(MODERATOR))
    reject(comment, by=make_person(MODERATOR), seen=comment.version, reason=Reason.SPAM)
    before = tables_with("[Kk]anarienvogel")

    purge_words(later())

    assert before == ["comments_comment", "comments_moderatornote"]
    assert tables_with("[Kk]anarienvogel") == []


def test_a_redacted_original_goes_and_the_redacted_words_stay():
    comment = make_approved("Call Anna now")
    redact(
        comment, [triage.Signal("personal_data", 5, 9, "third_person")], by=make_person(MODERATOR), seen=comment.version
    )

    done = tidy_up(later())

    fresh = Comment.objects.get(pk=comment.pk)
    assert (done["originals"], fresh.body, fresh.body.count("Anna")) == (1, fresh.redacted_body, 0)
    assert tidy_up(later())["originals"] == 0


def test_it_is_done_in_batches_and_goes_on_where_it_stopped(monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    make_several(5)

    assert [purge_words(later()) for _each in range(4)] == [2, 2, 1, 0]


def test_a_batch_costs_the_same_few_queries_whatever_its_size(django_assert_num_queries):
    make_several(4)

    with django_assert_num_queries(8):  # a savepoint's two, the rules, the clinic, the keys, words, signals, notes
        purge_words(later())


def test_counts_of_floods_go_after_a_week():
    now = timezone.now()
    for days in (8, 6, 0):
        Flow.objects.create(kind="prefix", key=f"k{days}", window=now - timedelta(days=days), number=3)

    assert forget_flows(now) == 1
    assert set(Flow.objects.values_list("key", flat=True)) == {"k6", "k0"}


def test_who_looked_at_what_is_soon_forgotten():
    now, comment = timezone.now(), make_comment()
    for minutes in (61, 1):
        Looking.objects.create(person=make_person(MODERATOR), comment=comment, at=now - timedelta(minutes=minutes))

    assert forget_looks(now) == 1
    assert Looking.objects.count() == 1


def test_the_command_does_all_of_it(monkeypatch, capsys):
    monkeypatch.setattr(retention, "BATCH", 2)
    make_several(3)

    with time_machine.travel(later()):
        call_command("purge_comments")

    assert capsys.readouterr().out.splitlines() == ["2 comments", "1 comments", "nothing is left that has to go"]
    assert Comment.objects.filter(erased_at=None).count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_clocks_purge_each_comment_once_and_an_appeal_at_that_moment_is_answered():
    comments = make_several(6)
    moment = later()

    first, second, appealed = race(
        lambda: purge_words(moment), lambda: purge_words(moment), lambda: author.appeal(comments[0])
    )

    fresh = Comment.objects.get(pk=comments[0].pk)
    assert (fresh.status, fresh.body) in {("pending", "Spam 0"), ("rejected", "")}
    assert first + second == 5 + (fresh.status == "rejected")
    assert isinstance(appealed, Comment) == (fresh.status == "pending")
