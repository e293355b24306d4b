"""What somebody in a crisis sees after they wrote: help, before anything else."""

import re

import pytest
from django.utils import timezone

from clinic_cms.roles import MODERATOR
from comments import tokens
from comments.domain.moderation import decide
from comments.enums import Outcome
from comments.models import Comment, CommentRules
from comments.own_page import key_of
from tests.comment_factories import make_comment
from tests.factories import make_crisis_line, make_live_article, make_person

pytestmark = pytest.mark.django_db

SELF = "I want to kill myself tonight."
OTHER = "My brother says he wants to kill himself."
SENTENCES = {
    "self": "It sounds as if you may be going through something very painful.",
    "other": "It sounds as if you are worried about somebody.",
    "past": "Thank you for writing about something that hard.",
}


def own_page(client, comment: Comment) -> str:
    return client.get(f"/comments/{key_of(comment.public_id)}/").content.decode()


def panel(client, comment: Comment) -> str:
    """The words of the first thing on the page, if that is the panel of helplines."""
    main = r'<main [^>]*>\s*<div class="wrap">\s*(<section class="help-now".*?</section>)'
    found = re.search(main, own_page(client, comment), re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def with_detail(detail: str) -> Comment:
    comment = make_comment(article=make_live_article(f"On {detail}"))
    comment.signals.create(code="crisis", detail=detail, start=0, end=4)
    return comment


def test_a_comment_of_somebody_in_crisis_is_taken_in_and_help_stands_first(client):
    make_crisis_line()
    article = make_live_article()

    token = tokens.issue(article.pk, timezone.now())
    response = client.post(f"/articles/{article.slug}/comments/", {"comment": SELF, "name": "Mia", "token": token})

    comment = Comment.objects.get()
    assert (response.status_code, comment.status, comment.get_lane_display()) == (303, "pending", "Crisis")
    assert panel(client, comment) == (
        f"{SENTENCES['self']} You don't have to face it alone. Somebody will listen to you now: "
        "988 Suicide &amp; Crisis Lifeline : call 988 , text 988 , chat . 24 hours a day, 7 days a week. "
        "If you might act on these thoughts, or are in danger, call 911 now. "
        "We are not here around the clock, so please don't wait for us. "
        "If we misunderstood you, all is well: there is nothing wrong with your words."
    )


@pytest.mark.parametrize(
    ("detail", "words"),
    [("self", "self"), ("unclear", "self"), ("other", "other"), ("past", "past"), ("denied", "past")],
)
def test_the_words_fit_what_was_found(client, detail, words):
    make_crisis_line()

    shown = panel(client, with_detail(detail))

    assert [sentence for sentence in SENTENCES.values() if sentence in shown] == [SENTENCES[words]]
    assert shown.count("call 988") == 1


def test_worry_about_somebody_is_told_from_ones_own(client):
    make_crisis_line()

    shown = panel(client, make_comment(OTHER))

    assert shown.count(SENTENCES["other"]) == 1
    assert shown.count("If they may hurt themselves now, call 911 , and stay with them if you safely can.") == 1


def test_the_lines_are_those_of_the_rules_country_that_are_in_use(client):
    make_crisis_line()
    make_crisis_line("Samaritans", country="GB", phone="116 123", sms_number="", chat_url="")
    make_crisis_line("Closed line", country="GB", phone="0800 11", active=False)
    CommentRules.objects.create(country="GB")

    shown = panel(client, with_detail("self"))

    assert [shown.count(words) for words in ("116 123", "call 999 now", "988", "Closed line")] == [1, 1, 0, 0]


def test_without_a_line_on_record_there_is_still_a_number_to_call(client):
    assert panel(client, with_detail("self")).count("In an emergency call 911.") == 1


def test_no_panel_where_no_crisis_was_found_or_where_a_moderator_found_none(client):
    make_crisis_line()
    comment = make_comment(SELF)
    decide(comment, Outcome.NOT_A_CRISIS, by=make_person(MODERATOR), seen=1)

    assert (panel(client, comment), panel(client, make_comment("Thank you.", article=comment.article))) == ("", "")


@pytest.mark.parametrize("words", ["violat", "guideline", "not allowed", "flagged", "inappropriate"])
def test_nobody_is_blamed(client, words):
    make_crisis_line()

    for detail in ("self", "other", "past"):
        assert panel(client, with_detail(detail)).lower().count(words) == 0


@pytest.mark.parametrize("more", [{"name": ""}, {"name": "x" * 61}, {"token": "forged"}])
def test_help_stands_above_what_stops_a_comment_too(client, more):
    make_crisis_line()
    article = make_live_article()

    typed = {"comment": SELF, "name": "Mia", "token": tokens.issue(article.pk, timezone.now()), **more}
    html = client.post(f"/articles/{article.slug}/comments/", typed).content.decode()

    order = [html.index(words) for words in ('id="error-summary"', SENTENCES["self"], 'role="alert"', "comment-form")]
    assert order == sorted(order)
    assert (html.count('id="error-summary"'), Comment.objects.count()) == (1, 0)


def test_other_forms_that_come_back_have_no_panel(client):
    article = make_live_article()

    html = client.post(f"/articles/{article.slug}/comments/", {"comment": "Thank you.", "name": ""}).content.decode()
    assert (html.count("help-now"), html.count('id="error-summary"')) == (0, 1)
