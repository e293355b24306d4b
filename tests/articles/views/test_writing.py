"""The page where words are written: everything is in one form, and the tabs lead somewhere without a script too."""

import re

import pytest

from articles.forms import DraftForm
from clinic_cms.roles import EDITOR
from tests.articles.views.test_desk import words
from tests.factories import make_draft, make_live, make_person

pytestmark = pytest.mark.django_db

TABS = ["checks", "references", "discussion", "history", "settings"]


def page(client, revision) -> str:
    return client.get(f"/desk/revisions/{revision.pk}/edit/").content.decode()


def part(html: str, start: str, end: str) -> str:
    return html.partition(start)[2].partition(end)[0]


def test_the_tabs_are_links_to_sections_that_stand_below_each_other_without_a_script(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    html = page(client, revision)

    side = part(html, '<aside class="writing__side"', "</aside>")
    assert re.findall(r'href="#tab-(\w+)"', side) == TABS
    assert re.findall(r'<section class="tab[^"]*" id="tab-(\w+)">', side) == TABS


def test_every_field_is_in_the_one_form_once_and_the_settings_are_in_their_tab(client):
    client.force_login(make_person(EDITOR))
    live = make_live()
    client.post(f"/desk/articles/{live.article_id}/revise/")  # an update: it may carry a correction too
    revision = live.article.revisions.get(number=2)

    form = part(page(client, revision), '<form id="writing"', "</form>")

    fields = list(DraftForm(instance=revision).fields)
    assert {name: len(re.findall(rf'\sname="{name}"', form)) for name in fields} == dict.fromkeys(fields, 1)
    settings = part(form, 'id="tab-settings"', "</section>")
    in_settings = [name for name in fields if f'name="{name}"' in settings]
    assert in_settings == [name for name in fields if name not in ("seen", "title", "summary", "body")]


def test_what_review_still_needs_is_listed_as_it_is_saved_also_when_the_form_comes_back(client):
    revision = make_draft(summary="")
    client.force_login(revision.saved_by)

    opened = page(client, revision)
    refused = client.post(f"/desk/revisions/{revision.pk}/edit/", words(revision, title="", summary="Typed"))

    sentence = "Write a summary: one or two sentences that say what a reader will learn."
    assert [html.count(sentence) for html in (opened, refused.content.decode())] == [1, 1]


def test_a_title_is_one_line_however_it_was_typed(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    client.post(f"/desk/revisions/{revision.pk}/edit/", words(revision, title="Walking\r\n and  mood"))

    revision.refresh_from_db()
    assert revision.title == "Walking and mood"


def test_the_preview_opens_in_a_new_tab_without_a_script(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    button = re.search(r"<button[^>]*data-preview-open[^>]*>", page(client, revision))[0]

    assert re.findall(r'\b(type|formaction|formtarget)="([^"]*)"', button) == [
        ("type", "submit"),
        ("formaction", f"/desk/revisions/{revision.pk}/preview/"),
        ("formtarget", "_blank"),
    ]


def test_the_first_button_of_the_form_saves(client):
    """Enter in a field presses the first button: it must save, whatever stands beside it."""
    revision = make_draft()
    client.force_login(revision.saved_by)

    html = page(client, revision)

    first = re.search(r'<button type="submit">[^<]*</button>', html)
    assert first[0] == '<button type="submit">Save</button>'
    assert len(re.findall(r'<button[^>]*type="submit"', html[html.index('id="writing"') : first.start()])) == 0
