"""What the clinic's rules make of a post: the tick box, what is closed, and replies."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from clinic_cms.roles import PRIVACY_OFFICER
from comments import tokens
from comments.domain.author import withdraw
from comments.models import Comment, CommentRules, CommentSwitch
from tests.comment_factories import make_approved, make_comment, make_reply
from tests.factories import make_live, make_live_article, make_person
from tests.translations import make_live_translation

pytestmark = pytest.mark.django_db

ASK = "Please read this and tick the box. Without it we can&#x27;t take your comment."


@pytest.fixture
def article():
    return make_live_article()


def post(client, article, **typed):
    fields = {"comment": "It helped me.", "name": "Mia", "token": tokens.issue(article.pk, timezone.now()), **typed}
    return client.post(f"{article.get_absolute_url()}comments/", fields)


def make_rules(**fields) -> CommentRules:
    return CommentRules.objects.create(ask_consent=True, **{"consent_text": "I know that this is public.", **fields})


def test_a_tick_box_stands_in_the_form_where_the_rules_ask_for_it_and_is_not_ticked(client, article):
    rules = make_rules()

    html = client.get(article.get_absolute_url()).content.decode()
    box = re.search(r'<input type="checkbox"[^>]*>', html)[0]
    assert box.count(f'name="consent" value="{rules.pk}"') == 1
    assert box.count("checked") == 0
    assert html.count("I know that this is public.</label>") == 1


def test_a_tick_is_kept_with_the_version_of_what_was_ticked(client, article):
    rules = make_rules()

    assert post(client, article, consent=rules.pk).status_code == 303
    assert Comment.objects.get().notice_version == rules.pk


@pytest.mark.parametrize("ticked", ["", "0", "x", "999999", "9" * 30])
def test_without_the_tick_the_text_comes_back(client, article, ticked):
    make_rules()

    response = post(client, article, consent=ticked)
    html = response.content.decode()
    assert (response.status_code, Comment.objects.count()) == (422, 0)
    assert html.count(ASK) == 2  # in the summary, and beside the box
    assert html.count("It helped me.</textarea>") == 1


def test_a_tick_survives_another_error(client, article):
    rules = make_rules()

    html = post(client, article, consent=rules.pk, name="").content.decode()
    assert re.search(r'<input type="checkbox"[^>]*>', html)[0].count("checked") == 1


def test_the_same_words_under_newer_rules_need_no_second_tick_but_other_words_do(client, article):
    first = make_rules()
    make_rules(hours="Mornings")
    assert post(client, article, consent=first.pk).status_code == 303
    make_rules(consent_text="I know that this is very public.")

    assert post(client, article, comment="Once more.", consent=first.pk).status_code == 422
    assert Comment.objects.get().notice_version == first.pk


def test_what_the_box_says_is_in_the_language_of_the_page(client):
    article = make_live_translation(make_live()).article
    first = make_rules(translations={"es": {"consent_text": "Sé que esto será público."}})

    assert client.get(article.get_absolute_url()).content.decode().count("Sé que esto será público.") == 1
    make_rules(translations={"es": {"consent_text": "Sé que esto será muy público."}})
    assert post(client, article, consent=first.pk).status_code == 422


def test_where_nothing_is_asked_nothing_is_kept(client, article):
    assert post(client, article, consent="7").status_code == 303
    assert Comment.objects.get().notice_version == 0


@pytest.mark.parametrize("whose", ["article", "topic"])
def test_a_comment_that_comes_after_the_closing_is_not_taken_and_its_text_is_kept(client, article, whose):
    where = {"article": article} if whose == "article" else {"topic": article.live_revision.topic}
    CommentSwitch.objects.create(**where, closed=True, by=make_person(PRIVACY_OFFICER))

    response = post(client, article, comment="My long text")
    html = response.content.decode()
    assert (response.status_code, Comment.objects.count()) == (409, 0)
    assert [html.count(words) for words in ("My long text", "Your text was not posted")] == [1, 1]
    assert html.count("comment-form") == 0


def test_comments_close_so_many_days_after_the_words_went_live(client, article):
    CommentRules.objects.create(close_after_days=30)

    with time_machine.travel(timezone.now() + timedelta(days=29)):
        assert post(client, article).status_code == 303
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert post(client, article, comment="Late").status_code == 409
        assert client.get(article.get_absolute_url()).content.count(b"Comments are closed.") == 1


def test_a_reply_is_held_under_what_it_answers(client, article):
    parent = make_approved(article=article)

    assert post(client, article, comment="I agree.", reply=parent.pk).status_code == 303
    assert Comment.objects.filter(parent=parent).values_list("body", "status").get() == ("I agree.", "pending")


def test_what_a_reply_answers_is_still_named_after_an_error(client, article):
    parent = make_approved(article=article, name="Zoe")

    html = post(client, article, reply=parent.pk, name="").content.decode()
    assert html.count("Reply to the comment by Zoe</h3>") == 1
    assert html.count(f'name="reply" value="{parent.pk}"') == 1


def gone(article):
    parent = make_approved(article=article)
    withdraw(parent)
    return parent


@pytest.mark.parametrize(
    "make",
    [
        gone,
        lambda article: make_comment("Waits", article=article),
        lambda article: make_reply(make_approved(article=article)),
        lambda article: make_approved(article=make_live_article("Another")),
    ],
)
def test_a_reply_to_what_is_not_there_comes_back_and_can_be_posted_by_itself(client, article, make):
    parent, known = make(article), Comment.objects.count()

    response = post(client, article, comment="I agree.", reply=parent.pk)
    html = response.content.decode()
    assert (response.status_code, Comment.objects.count()) == (409, known)
    assert html.count("You can still post yours by itself.") == 1
    assert [html.count(words) for words in ("I agree.</textarea>", 'name="reply"')] == [1, 0]


@pytest.mark.parametrize("reply", ["x", "-1", "9" * 30, "1e3"])
def test_a_reply_to_nonsense_is_no_fault(client, article, reply):
    assert post(client, article, reply=reply).status_code in (409, 422)


def test_the_same_words_to_two_people_are_two_replies(client, article):
    first, second = make_approved("First", article=article), make_approved("Second", article=article)

    for parent in (first, second, second):
        assert post(client, article, comment="I agree.", reply=parent.pk).status_code == 303
    assert list(Comment.objects.filter(body="I agree.").values_list("parent", flat=True)) == [first.pk, second.pk]
