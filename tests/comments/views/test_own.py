"""What an author does on the page of their comment, through HTTP."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from clinic_cms.roles import MODERATOR
from comments.domain.author import appeal, erase, withdraw
from comments.domain.moderation import approve, decide
from comments.domain.redacting import redact
from comments.domain.replying import Reply, say
from comments.enums import Outcome
from comments.models import Comment
from comments.own_page import key_of
from comments.triage import Signal
from tests.comment_factories import make_approved, make_comment, make_rejected, make_reply
from tests.factories import make_person

pytestmark = pytest.mark.django_db

ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}
ACTS = ["correct", "withdraw", "erase", "appeal"]


def address(comment: Comment, act: str = "") -> str:
    return f"/comments/{key_of(comment.public_id)}/{act}{'/' if act else ''}"


def heading(client, comment: Comment) -> str:
    return re.search(r"<h1>(.*?)</h1>", client.get(address(comment)).content.decode())[1]


def acted(make, act, **more):
    comment = make()
    return act(comment, **more)


def decided(outcome: Outcome, make=make_comment, reason: str = "") -> Comment:
    comment = make()
    return decide(comment, outcome, by=make_person(MODERATOR), seen=comment.version, reason=reason)


@pytest.mark.parametrize(
    ("make", "title"),
    [
        (make_comment, "Thank you, we have your comment"),
        (make_approved, "Thank you, your comment is published"),
        (make_rejected, "Thank you for writing to us"),
        (lambda: decided(Outcome.SPAM), "Thank you for writing to us"),
        (lambda: decided(Outcome.SECOND_OPINION), "Thank you, we have your comment"),
        (lambda: decided(Outcome.RESTORE, make_approved), "Your comment is waiting again"),
        (lambda: decided(Outcome.REMOVE, make_approved, "abuse"), "Your comment was taken down"),
        (lambda: appeal(make_rejected()), "We will look at your comment again"),
        (lambda: withdraw(make_approved()), "You took your comment back"),
        (lambda: erase(make_approved()), "The words of this comment are erased"),
    ],
)
def test_the_page_says_in_plain_words_where_the_comment_stands(client, make, title):
    assert heading(client, make()) == title


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: make_rejected(reason="off_topic"), "It is not about this article, so we did not publish it."),
        (lambda: decided(Outcome.SPAM), "It reads like advertising, so we did not publish it."),
        (lambda: decided(Outcome.REMOVE, make_approved, "abuse"), "It could hurt somebody, so we took it down."),
    ],
)
def test_and_why(client, make, sentence):
    assert client.get(address(make())).content.decode().count(sentence) == 1


def test_the_words_can_be_corrected(client):
    comment = make_comment("Teh words.", "Mia")
    form = client.get(address(comment, "correct")).content.decode()

    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    response = client.post(address(comment, "correct"), {"comment": "The words.", "name": "Mia L", "seen": seen})

    assert form.count("Teh words.</textarea>") == 1
    assert (response.status_code, response["Location"]) == (303, address(comment))
    assert Comment.objects.values_list("body", "name", "status").get() == ("The words.", "Mia L", "pending")


def test_a_correction_that_comes_after_a_decision_is_told_and_loses_no_word(client):
    comment = make_comment()
    approve(comment, by=make_person(MODERATOR, full_name="Mia Torres"), seen=1)

    response = client.post(address(comment, "correct"), {"comment": "My other words", "name": "Kim", "seen": 1})

    html = response.content.decode()
    assert response.status_code == 409
    assert html.count("A moderator decided your comment on") == 1
    assert [html.count(words) for words in ("My other words</textarea>", 'value="Kim"', "Torres")] == [1, 1, 0]
    assert Comment.objects.get().body == "This helped me."


def test_after_fifteen_minutes_the_words_stay_as_they_are(client):
    comment = make_comment()

    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        late = client.post(address(comment, "correct"), {"comment": "Late words", "name": "Kim", "seen": 1})
        assert client.get(address(comment, "correct"))["Location"] == address(comment)
        assert client.get(address(comment)).content.count(b"Correct it") == 0
    assert (late.status_code, late.content.count(b"Late words</textarea>")) == (422, 1)


def test_a_correction_with_personal_details_comes_back_once(client):
    comment = make_comment()
    words = {"comment": "Call me on 202 555 0143.", "name": "Mia", "seen": 1}

    first = client.post(address(comment, "correct"), words)
    second = client.post(address(comment, "correct"), {**words, "personal": "keep"})

    assert (first.status_code, first.content.count(b"<mark>202 555 0143</mark>")) == (422, 1)
    assert second.status_code == 303
    assert list(Comment.objects.get().signals.values_list("detail", flat=True)) == ["phone"]


def test_a_comment_is_withdrawn_by_one_button(client):
    comment = make_approved()

    response = client.post(address(comment, "withdraw"))

    assert (response.status_code, Comment.objects.get().status) == (303, "withdrawn")
    assert client.get(comment.article.get_absolute_url()).content.count(b"This helped me.") == 0


def test_erasing_asks_once_more_and_then_nothing_of_the_words_is_left(client):
    comment = make_approved("My words", name="Zoe")

    asked = client.get(address(comment, "erase"))
    assert (asked.content.count(b"Erase it for good"), Comment.objects.get().body) == (1, "My words")
    assert client.post(address(comment, "erase")).status_code == 303
    html = client.get(address(comment)).content.decode()
    assert [html.count(words) for words in ("My words", "Zoe", "Erase it", "Withdraw it")] == [0, 0, 0, 0]
    assert Comment.objects.values_list("body", "name").get() == ("", "")


def test_one_may_ask_once_to_look_again(client):
    comment = make_rejected()

    assert client.get(address(comment)).content.count(b"Ask us to look again") == 1
    assert client.post(address(comment, "appeal")).status_code == 303
    again = client.post(address(comment, "appeal"))
    assert (again.status_code, again.content.count(b"We have looked at this comment again already")) == (409, 1)
    assert client.get(address(comment)).content.count(b"Ask us to look again") == 0


def test_the_export_is_a_file_of_what_is_kept(client):
    comment = make_rejected("Buy «pills»", name="Zoë")

    response = client.get(f"{address(comment)}comment.json")

    told = json.loads(response.content)
    assert (told["name"], told["comment"], told["status"]) == ("Zoë", "Buy «pills»", "rejected")
    assert response["Content-Disposition"] == 'attachment; filename="comment.json"'
    assert "no-store" in response["Cache-Control"]


def test_the_export_of_a_reply_does_not_quote_what_its_author_took_back(client):
    parent = make_approved("Parent words")
    reply = make_reply(parent)
    withdraw(parent)

    assert json.loads(client.get(f"{address(reply)}comment.json").content)["reply_to"] is None


def test_what_the_clinic_answered_stands_on_the_page(client):
    comment = make_approved()
    say(comment, Reply("Thank you for telling us."), by=make_person(MODERATOR, full_name="Amara Osei"))

    html = client.get(address(comment)).content.decode()
    assert [html.count(words) for words in ("Thank you for telling us.", "Clinic team")] == [1, 1]


def test_the_author_sees_what_others_do_not(client):
    comment = make_approved("Call 202 555 0143.")
    redact(comment, [Signal("personal_data", 5, 17, "phone")], by=make_person(MODERATOR), seen=comment.version)

    html = client.get(address(comment)).content.decode()
    assert [html.count(words) for words in ("Call 202 555 0143.", "Call [phone number removed].")] == [1, 1]


@pytest.mark.parametrize("act", ACTS)
def test_another_site_can_do_nothing_here(client, act):
    comment = make_rejected()

    words = {"comment": "Other words", "name": "Kim", "seen": comment.version}
    response = client.post(address(comment, act), words, headers=ELSEWHERE)

    assert (response.status_code, Comment.objects.get().status) == (403, "rejected")


def test_an_old_browser_that_keeps_the_address_secret_may_act(client):
    comment = make_approved()

    assert client.post(address(comment, "withdraw"), headers={"Origin": "null"}).status_code == 303


@pytest.mark.parametrize("act", ["withdraw", "appeal"])
def test_nothing_happens_on_a_mere_visit(client, act):
    comment = make_rejected()

    assert client.get(address(comment, act)).status_code == 405
    assert Comment.objects.get().version == comment.version


@pytest.mark.parametrize("act", ACTS)
def test_a_key_we_did_not_give_out_does_nothing(client, act):
    assert client.post(f"/comments/{'x' * 40}/{act}/").status_code == 404


@pytest.mark.parametrize("act", ["", "correct/", "erase/", "comment.json"])
def test_no_page_of_ones_own_is_kept_listed_or_told_to_another_site(client, act):
    response = client.get(address(make_comment()) + act)

    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert dict(response.cookies) == {}
