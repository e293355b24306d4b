"""What readers see beneath an article."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from clinic_cms.profile import asked_once
from clinic_cms.roles import MODERATOR, PRIVACY_OFFICER
from comments.domain import author, thread
from comments.domain.moderation import decide
from comments.domain.redacting import redact
from comments.domain.replying import Reply, say
from comments.domain.thread import discussion, is_on_the_page, place_of
from comments.enums import Outcome
from comments.models import Comment, CommentRules, CommentSwitch
from comments.triage import Signal
from tests.comment_factories import make_approved, make_comment, make_reply
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return make_live_article()


def threads(article: Article, **asked: object) -> list[tuple[str, list[str], list[str]]]:
    """Each thread as its first words, its corrections and its replies."""
    return [
        (each.root.body, [said.body for said in each.corrections], [said.body for said in each.replies])
        for each in discussion(article, **asked).threads
    ]


def test_replies_stand_under_what_they_answer_and_only_those_that_are_up(article):
    first, second = make_approved("First", article=article), make_approved("Second", article=article)
    make_reply(second, "To the second")
    make_reply(first, "To the first")
    make_comment("Waits", article=article, parent=first)

    assert threads(article) == [("First", [], ["To the first"]), ("Second", [], ["To the second"])]
    assert discussion(article).number == 4


def test_a_correction_comes_before_every_other_reply(article):
    claim = make_approved("Claim", article=article)
    make_reply(claim, "Earlier reply")
    say(claim, Reply("That is not so.", corrects=True, source_url="https://www.nih.gov/"), by=make_person(MODERATOR))

    assert threads(article) == [("Claim", ["That is not so."], ["Earlier reply"])]


def test_what_was_taken_out_is_not_even_fetched(article):
    comment = make_approved("Call me on 202 555 0143.", article=article)
    redact(comment, [Signal("personal_data", 11, 23, "phone")], by=make_person(MODERATOR), seen=comment.version)

    with asked_once(), CaptureQueriesContext(connection) as queries:
        assert threads(article) == [("Call me on [phone number removed].", [], [])]
    assert len(queries) == 2  # one of them is for the clinic, whom its page asks for anyway


@pytest.mark.parametrize("answered", [True, False])
def test_a_comment_that_went_away_is_a_tombstone_only_above_replies(article, answered):
    gone = make_approved("Gone", name="Zoe", article=article)
    if answered:
        make_reply(gone, "Reply")
    author.erase(gone)

    shown = discussion(article).threads
    assert [(each.is_tombstone, each.root.body, each.root.name) for each in shown] == [(True, "", "")] * answered
    assert is_on_the_page(gone) == answered


@pytest.mark.parametrize("count", [1, 60])
def test_it_costs_one_query_and_one_for_the_clinic_whether_few_comments_or_many(article, count):
    moderator = make_person(MODERATOR)
    for number in range(count):
        make_approved(f"Comment {number}", article=article, by=moderator)

    with asked_once(), CaptureQueriesContext(connection) as queries:
        shown = discussion(article)
    assert (len(queries), len(shown.threads)) == (1 + 1, min(count, 50))


def test_pages_are_of_so_many_threads_and_the_last_one_stands_for_all_beyond_it(article, monkeypatch):
    monkeypatch.setattr(thread, "PER_PAGE", 2)
    made = [make_approved(f"Comment {number}", article=article) for number in range(5)]
    reply = make_reply(made[4], "Reply to the last")

    pages = [[words for words, _c, _r in threads(article, page=page)] for page in (1, 2, 3, 9)]
    assert pages == [["Comment 0", "Comment 1"], ["Comment 2", "Comment 3"], ["Comment 4"], ["Comment 4"]]
    assert [place_of(each) for each in (*made, reply)] == [1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(("rule", "asked", "expected"), [
    (False, None, ["First", "Second"]),
    (True, None, ["Second", "First"]),
    (True, False, ["First", "Second"]),
    (False, True, ["Second", "First"]),
])  # fmt: skip
def test_the_reader_or_else_the_rules_say_which_comes_first(article, rule, asked, expected):
    CommentRules.objects.create(newest_first=rule)
    made = [make_approved(words, article=article) for words in ("First", "Second")]

    assert [words for words, _c, _r in threads(article, newest_first=asked)] == expected
    assert [place_of(each) for each in made] == [1, 1]


def test_with_newest_first_the_oldest_stands_on_the_last_page(article, monkeypatch):
    monkeypatch.setattr(thread, "PER_PAGE", 1)
    CommentRules.objects.create(newest_first=True)
    made = [make_approved(words, article=article) for words in ("First", "Second")]

    assert [place_of(each) for each in made] == [2, 1]


def test_what_a_moderator_looks_at_again_is_not_shown_meanwhile(article):
    comment = make_approved("Again", article=article)
    decide(comment, Outcome.RESTORE, by=make_person(PRIVACY_OFFICER), seen=comment.version)

    assert (threads(article), discussion(article).number) == ([], 0)


def test_another_topics_switch_says_nothing_here(article):
    other = make_live_article("Another")
    keeper = make_person(PRIVACY_OFFICER)
    CommentSwitch.objects.create(article=other, closed=True, by=keeper)
    CommentSwitch.objects.create(topic=article.live_revision.topic, closed=True, sensitive=True, by=keeper)
    CommentSwitch.objects.create(article=article, closed=False, by=keeper)

    shown = discussion(article)
    assert (shown.is_open, shown.is_sensitive) == (True, True)
    assert Comment.objects.count() == 0
