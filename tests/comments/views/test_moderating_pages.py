"""The moderators' other pages: taking parts out, side effects, second looks, canned replies, figures, and rules."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from clinic_cms.roles import ADMINISTRATOR, MODERATOR, PRIVACY_OFFICER
from comments.domain import canned_replies, figures, floods
from comments.domain.adverse_events import record
from comments.domain.author import erase
from comments.domain.rules import is_open, rules
from comments.models import CannedReplyVersion, Comment, CommentSwitch
from tests.comment_factories import make_approved, make_comment, make_second_look
from tests.factories import make_live, make_live_article, make_person

pytestmark = pytest.mark.django_db

PHONE = "Call me on 303-555-0142 about it."
VOMITED = "After my ketamine infusion I vomited for two days."


@pytest.fixture
def moderator(client):
    person = make_person(MODERATOR, full_name="Mia Torres")
    client.force_login(person)
    return person


def redact(client, comment, **fields):
    return client.post(f"/desk/comments/{comment.pk}/redact/", {"seen": comment.version, "after": 0, **fields})


def test_the_page_for_taking_parts_out_shows_the_result_before_anything_happens(client, moderator):
    comment = make_comment(PHONE)

    opened = client.get(f"/desk/comments/{comment.pk}/redact/").content.decode()
    looked = redact(client, comment, typed="about it", kind="removed", preview="1").content.decode()

    assert opened.count('<p class="comment__body" dir="auto">Call me on [phone number removed] about it.</p>') == 1
    assert re.findall(r'name="part" value="([^"]*)" checked>', opened) == ["11.23.personal_data.phone"]
    assert looked.count('<p class="comment__body" dir="auto">Call me on 303-555-0142 [removed].</p>') == 1
    assert Comment.objects.get().redacted_body == ""


def test_what_is_ticked_is_taken_out_and_readers_see_where(client, moderator):
    comment = make_approved(PHONE)

    response = redact(client, comment, part="11.23.personal_data.phone", name="on")

    assert (response.status_code, response["Location"]) == (302, f"/desk/comments/{comment.pk}/")
    page = client.get(comment.article.get_absolute_url()).content.decode()
    assert (page.count("[phone number removed]"), page.count("303-555-0142")) == (1, 0)


def test_words_that_are_not_there_come_back_with_everything_that_was_typed(client, moderator):
    response = redact(client, make_comment(PHONE), typed="Berta", kind="third_person")

    html = response.content.decode()
    assert (response.status_code, html.count("“Berta” does not stand in the comment.")) == (422, 1)
    assert html.count(">Berta</textarea>") == 1


def test_where_no_words_are_left_nothing_is_taken_out(client, moderator):
    comment = make_comment(PHONE)
    erase(comment)

    response = client.get(f"/desk/comments/{comment.pk}/redact/")

    assert (response.status_code, response["Location"]) == (302, f"/desk/comments/{comment.pk}/")
    assert redact(client, Comment.objects.get(), typed="x").status_code == 422


def test_a_side_effect_is_kept_step_by_step_and_listed(client, moderator):
    comment = make_comment(VOMITED)
    address = f"/desk/comments/{comment.pk}/side-effect/"
    first = comment.adverse_events.get()

    without = client.post(address, {"seen": first.pk, "state": "forwarded", "known": ["patient"]})
    client.post(address, {"seen": first.pk, "state": "forwarded", "number": "MW-77", "known": ["patient", "event"]})
    late = client.post(address, {"seen": first.pk, "state": "closed", "number": "MW-78"})

    assert (without.status_code, late.status_code, late.content.decode().count("MW-78")) == (422, 409, 1)
    listed = client.get("/desk/comments/side-effects/?state=forwarded").content.decode()
    assert (listed.count("MW-77"), listed.count("2 are missing")) == (1, 1)
    assert client.get("/desk/comments/side-effects/?state=closed").content.decode().count("MW-77") == 0


def test_side_effects_are_a_file_that_a_spreadsheet_does_not_run(client, moderator):
    comment = make_comment("=1+1 " + VOMITED, name="Ann")
    event = comment.adverse_events.get()
    record(comment, by=moderator, seen=event.pk, state="forwarded", number="=cmd")

    lines = client.get("/desk/comments/side-effects/?format=csv").content.decode().splitlines()

    assert len(lines) == 2
    assert lines[0].startswith("Comment,Posted,Article,Revision,Somebody who reports it,A patient,")
    assert (lines[1].count(",'=cmd,"), lines[1].count("'=1+1"), lines[1].count("Ann")) == (1, 1, 0)


@pytest.mark.parametrize("count", [1, 25])
def test_the_list_of_side_effects_costs_the_same_for_one_and_for_many(
    client, moderator, count, django_assert_num_queries
):
    article = make_live_article()
    for number in range(count):
        make_comment(f"{VOMITED} {number}", article=article)

    with django_assert_num_queries(7):
        client.get("/desk/comments/side-effects/")


def test_a_second_look_shows_the_words_and_neither_signals_nor_decisions(client, moderator):
    first = make_person(MODERATOR, full_name="Jo Lind")
    second = make_second_look(PHONE, by=first)

    html = client.get("/desk/comments/second-looks/").content.decode()
    client.post(f"/desk/comments/second-looks/{second.pk}/", {"show": "yes"})

    assert (html.count(PHONE), html.count("Jo Lind"), html.count("A phone number")) == (1, 0, 0)
    second.refresh_from_db()
    assert (second.agreed, second.by) == (True, moderator)


def test_whoever_would_not_show_it_is_led_to_the_comment(client, moderator):
    second = make_second_look()

    response = client.post(f"/desk/comments/second-looks/{second.pk}/", {"show": "no"})

    assert response["Location"] == f"/desk/comments/{second.decision.comment_id}/"
    assert client.get("/desk/comments/second-looks/").content.decode().count("Nothing waits for a second look") == 1


def test_a_canned_reply_is_added_reworded_and_retired(client, moderator):
    client.post("/desk/comments/replies/", {"title": "Thanks", "text": "Thank you."})
    first = CannedReplyVersion.objects.get()
    address = f"/desk/comments/replies/{first.reply_id}/"

    client.post(address, {"title": "Thanks", "text": "Thank you all.", "seen": first.pk})
    late = client.post(address, {"title": "Thanks", "text": "Hm.", "seen": first.pk})
    listed = client.get("/desk/comments/replies/").content.decode()
    client.post(f"{address}retire/")
    retired = client.get("/desk/comments/replies/").content.decode()
    client.post(f"{address}retire/", {"back": "1"})

    assert (late.status_code, late.content.decode().count("Hm.")) == (409, 1)
    assert (listed.count("Thank you all."), retired.count("Offer it again")) == (1, 1)
    assert client.get(address).content.decode().count("<blockquote") == 2
    assert canned_replies.wording("thanks") == "Thank you all."


def test_a_canned_reply_that_could_confirm_care_comes_back_with_its_words(client, moderator):
    response = client.post("/desk/comments/replies/", {"title": "Sorry", "text": "Sorry about your last appointment."})

    html = response.content.decode()
    assert (response.status_code, html.count("“your last appointment” could tell everybody")) == (422, 2)
    assert html.count("Sorry about your last appointment.</textarea>") == 1


@pytest.mark.parametrize("days", ["", "7", "90", "x"])
def test_the_figures_tell_what_waits_and_how_it_went(client, moderator, days):
    article = make_live_article()
    make_comment("I want to kill myself.", article=article)
    make_approved("It is up.", article=article, by=moderator)

    html = client.get("/desk/comments/report/", {"days": days}).content.decode()

    assert re.findall(r'<td data-label="Waiting">(.*?)</td>', html) == ["1", "0", "0", "0", "0", "0"]
    assert re.findall(r'<td data-label="Half within">(.*?)</td>', html) == ["1 minute"]
    assert re.findall(r'<th scope="row">Mia Torres</th>\s*<td data-label="Approved">(\d)</td>', html) == ["1"]


@pytest.mark.parametrize("count", [1, 12])
def test_the_figures_cost_the_same_for_one_comment_and_for_a_dozen(client, moderator, count, django_assert_num_queries):
    article = make_live_article()
    for number in range(count):
        make_approved(f"Number {number}", article=article)

    with django_assert_num_queries(16):
        client.get("/desk/comments/report/")


def test_the_figures_tell_what_was_dropped_and_why_as_far_back_as_is_asked(client, moderator):
    for why in ("trap", "prefix", "trap"):
        floods.dropped(why)
    with time_machine.travel(timezone.now() - timedelta(days=20)):
        floods.dropped("trap")

    week, month = (client.get("/desk/comments/report/", {"days": days}).content.decode() for days in ("7", "30"))

    told = re.compile(r'<th scope="row">([^<]+)</th><td data-label="Posts">(\d+)</td>')
    hidden, many = "Filled in a field that people don&#x27;t see", "Too many from one network in ten minutes"
    assert told.findall(week) == [(hidden, "2"), (many, "1")]
    assert told.findall(month) == [(hidden, "3"), (many, "1")]


def test_every_reason_why_something_is_dropped_is_told_in_words():
    limits = {limit.kind for limit in (*floods.COMMENTS, *floods.REPORTS, *floods.FEEDBACK)}

    assert set(figures.WHY_DROPPED) == {"trap", "token", "elsewhere", "spam", *limits}


def test_the_rules_are_changed_and_how_they_were_stays_to_be_read(client):
    moderator = make_person(MODERATOR, full_name="Jo Lind")
    client.force_login(make_person(ADMINISTRATOR))
    data = {"hours": "On weekdays", "purge_after_days": "30", "seen": "0", "on_call": [moderator.pk]}

    client.post("/desk/comments/rules/", data)
    late = client.post("/desk/comments/rules/", {**data, "hours": "Never"})
    wrong = client.post("/desk/comments/rules/", {**data, "seen": rules().pk, "ask_consent": "on"})

    assert (rules().hours, late.status_code, wrong.status_code) == ("On weekdays", 409, 422)
    assert wrong.content.decode().count("Write what the tick box says.") == 2
    html = client.get("/desk/comments/rules/").content.decode()
    assert html.count("When comments are read: On weekdays") == 1
    assert html.count("On call: Jo Lind") == 1


def test_what_readers_are_told_in_words_is_typed_once_for_each_language(client):
    client.force_login(make_person(ADMINISTRATOR))
    data = {"hours": "On weekdays", "hours_es": "Entre semana", "purge_after_days": "30", "seen": "0"}

    client.post("/desk/comments/rules/", data)

    assert rules().translations == {"es": {"hours": "Entre semana", "consent_text": ""}}
    html = client.get("/desk/comments/rules/").content.decode()
    assert html.count('On weekdays · <span lang="es">Entre semana</span>') == 1
    assert re.search(r'<input [^>]*name="hours_es"[^>]*>', html)[0].count('value="Entre semana"') == 1


def test_an_article_is_closed_by_its_address(client):
    client.force_login(make_person(PRIVACY_OFFICER))
    revision = make_live()
    address = "/desk/comments/rules/switch/"

    unknown = client.post(address, {"article": "no-such", "closed": "yes"})
    neither = client.post(address, {"closed": "yes"})
    client.post(address, {"article": revision.article.slug, "closed": "yes", "sensitive": ""})

    assert (unknown.status_code, neither.status_code) == (422, 422)
    assert is_open(revision.article, revision.topic_id, live_since=None) is False
    assert list(CommentSwitch.objects.values_list("closed", "sensitive")) == [(True, None)]
