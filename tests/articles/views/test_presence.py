"""Two people write in one draft, over HTTP: what they hear of each other, and how both texts come together."""

import re
from html import unescape

import pytest
from django.test import Client

from articles.domain import presence
from articles.models import Writer
from clinic_cms.roles import EDITOR
from tests.factories import make_draft, make_person

pytestmark = pytest.mark.django_db

BODY = "<h2>Walks</h2><p>Walk each day. Rest at night.</p>" + "<p>" + "It helps most people. " * 15 + "</p>"


@pytest.fixture
def revision():
    return make_draft(body=BODY, references=[])


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def lines(response):
    text = unescape(re.sub(r"<[^>]*>", " ", response.content.decode()))
    return " ".join(text.split())


def typed(revision, **words):
    kept = {"title": revision.title, "summary": revision.summary, "topic": revision.topic_id, "interests": "None"}
    rows = {"references-TOTAL_FORMS": 0, "references-INITIAL_FORMS": 0}
    return {**kept, "author": revision.author_id, "body": BODY, "seen": revision.state_token, **rows, **words}


def edit(client, revision, **words):
    return client.post(f"/desk/revisions/{revision.pk}/edit/", typed(revision, **words))


def field(html, name):
    return re.search(rf'name="{name}"[^>]*value="([^"]*)"', html)[1]


def test_the_page_hears_who_else_has_it_open_and_how_long_ago_they_changed_something(revision):
    ada, ben = make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    address = f"/desk/revisions/{revision.pk}/writing/"
    signed_in(ada).post(address, {"opened": "1", "idle": "20"})

    told = lines(signed_in(ben).post(address, {"opened": "1"}))

    assert re.sub(r"\d\d:\d\d M.T", "12:03 MST", told) == (
        "Ada has been writing here since 12:03 MST: last change 20 s ago, not saved yet. Take over writing"
    )


def test_the_page_says_at_once_that_somebody_saved(revision):
    ada, ben = make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    seen = revision.state_token
    assert edit(signed_in(ben), revision, title="Other").status_code == 302

    told = lines(signed_in(ada).post(f"/desk/revisions/{revision.pk}/writing/", {"seen": seen}))

    assert re.sub(r"\d\d:\d\d M.T", "12:03 MST", told) == (
        "Ben saved these words at 12:03 MST. When you save, you are shown both texts and can put them together."
    )


def test_frozen_words_are_told_and_nothing_typed_is_lost(revision):
    presence.heard_of(revision, by=revision.saved_by)
    client = signed_in(revision.saved_by)
    client.post(f"/desk/revisions/{revision.pk}/discard/", {"seen": revision.state_token})

    told = lines(client.post(f"/desk/revisions/{revision.pk}/writing/", {"idle": "3"}))

    assert told == (
        "These words are discarded, so they can't be changed. See where they stand . "
        "What you typed is still on this page."
    )


def test_leaving_the_page_is_heard(revision):
    client = signed_in(make_person(EDITOR))
    client.post(f"/desk/revisions/{revision.pk}/writing/", {"opened": "1"})

    response = client.post(f"/desk/revisions/{revision.pk}/writing/", {"leave": "1"})

    assert (response.status_code, Writer.objects.count()) == (204, 0)


def test_taking_over_without_a_script_keeps_what_was_typed(revision):
    ben = make_person(EDITOR, "ben")

    response = signed_in(ben).post(f"/desk/revisions/{revision.pk}/take-over/", typed(revision, title="Typed here"))

    assert response.status_code == 200
    assert re.findall(r'<textarea name="title"[^>]*>\s*([^<]*)</textarea>', response.content.decode()) == ["Typed here"]
    assert Writer.objects.get(leads_since__isnull=False).person == ben


def test_the_review_screen_says_who_is_writing(revision):
    presence.heard_of(revision, by=make_person(EDITOR, "ada"))

    html = signed_in(revision.saved_by).get(f"/desk/revisions/{revision.pk}/").content.decode()

    assert html.count("Ada is writing in this draft now: nothing unsaved.") == 1


def test_a_late_save_gets_both_texts_and_both_together_by_one_button(revision):
    ada, ben = (signed_in(make_person(EDITOR, name)) for name in ("ada", "ben"))
    began = revision.state_token
    edit(ada, revision, body=BODY.replace("Walk each day", "Walk twice a day"))

    late = edit(ben, revision, seen=began, body=BODY.replace("Rest at night", "Sleep at night"))

    html = late.content.decode()
    assert late.status_code == 409
    assert [html.count(words) for words in ("Walk twice a day.", "Sleep at night.")] == [
        1,
        2,
    ]  # a column each; the form
    posted = {"seen": field(html, "seen"), "began": field(html, "began"), "merge": "1"}
    both = edit(ben, revision, body=BODY.replace("Rest at night", "Sleep at night"), **posted)
    assert both.status_code == 200
    assert both.content.decode().count("Walk twice a day. Sleep at night.") == 1
    revision.refresh_from_db()
    assert revision.body.count("Sleep at night") == 0  # nothing is saved before somebody has read it


def test_where_both_changed_one_sentence_the_second_one_chooses(revision):
    ada, ben = (signed_in(make_person(EDITOR, name)) for name in ("ada", "ben"))
    began, mine = revision.state_token, BODY.replace("Walk each day", "Walk each week")
    edit(ada, revision, body=BODY.replace("Walk each day", "Run each day"))

    html = edit(ben, revision, seen=began, body=mine).content.decode()

    words = {value for _name, value in re.findall(r'name="(clash-1)" value="(\w+)"', html)}
    assert words == {"mine", "theirs", "both", "together"}
    posted = {"seen": field(html, "seen"), "began": field(html, "began"), "merge": "1"}
    chosen = edit(ben, revision, body=mine, **posted, **{"clash-1": "theirs"}).content.decode()
    assert [chosen.count(words) for words in ("Run each day.", "Walk each week.")] == [1, 0]


def test_putting_together_words_that_were_saved_again_shows_both_once_more(revision):
    ada, ben = (signed_in(make_person(EDITOR, name)) for name in ("ada", "ben"))
    began = revision.state_token
    edit(ada, revision, title="One")
    html = edit(ben, revision, seen=began, summary="Mine").content.decode()
    revision.refresh_from_db()
    edit(ada, revision, title="Two")

    again = edit(ben, revision, summary="Mine", seen=field(html, "seen"), began=field(html, "began"), merge="1")

    assert again.status_code == 409
    assert (field(again.content.decode(), "began"), again.content.decode().count("Two</div>")) == (began, 1)


def test_a_form_that_says_nothing_of_where_it_began_still_gets_both_texts(revision):
    response = edit(signed_in(make_person(EDITOR)), revision, seen="draft.999", title="Mine")

    html = response.content.decode()
    assert (response.status_code, html.count('name="merge"')) == (409, 0)
    assert html.count("Walking and mood</div>") == 1


def test_a_late_submission_is_shown_what_it_saw_and_what_the_words_are_now(revision):
    ada, ben = (signed_in(make_person(EDITOR, name)) for name in ("ada", "ben"))
    began = revision.state_token
    edit(ada, revision, body=BODY.replace("Walk each day", "Walk twice a day"))

    late = ben.post(f"/desk/revisions/{revision.pk}/submit/", {"seen": began})

    told = lines(late)
    assert late.status_code == 409
    assert (told.count("Walk each day. Rest at night."), told.count("Walk twice a day. Rest at night.")) == (1, 1)
    assert told.count("Summary") == 0  # only what differs
