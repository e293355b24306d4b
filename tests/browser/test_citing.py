"""Citing in Chromium, with real typing: paste, the editor's button, the dialog by keyboard, copies between articles."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles.models import Revision, Source
from tests.chromium import launched
from tests.factories import make_draft
from tests.writing_page import save_and_stay

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FEDER = {"title": "Efficacy of ketamine", "authors": "Feder A", "year": "2014", "doi": "10.1001/j.1"}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def page(live_server, client):
    with launched() as browser:
        context = browser.new_context(base_url=live_server.url)
        yield context.new_page()


def open_draft(page: Page, client, revision: Revision, live_server) -> None:
    client.force_login(revision.saved_by)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.goto(f"/desk/revisions/{revision.pk}/edit/")
    page.locator(".cke_editable").wait_for()


def words_of(page: Page) -> str:
    return page.evaluate("CKEDITOR.instances.id_body.getData()")


def save(page: Page, revision: Revision) -> Revision:
    save_and_stay(page)
    return Revision.objects.get(pk=revision.pk)


def put_cursor_at_the_end(page: Page) -> None:
    page.evaluate("""() => {
        const editor = CKEDITOR.instances.id_body
        editor.focus()
        const range = editor.createRange()
        range.moveToElementEditEnd(editor.editable().getLast())
        editor.getSelection().selectRanges([range])
    }""")


def test_a_pasted_doi_is_cited_by_keyboard_and_numbered_on_save(page, client, live_server):
    draft = make_draft()
    make_draft("There", references=[FEDER])
    open_draft(page, client, draft, live_server)
    page.get_by_role("tab", name=re.compile("References")).click()
    page.locator("#id_pasted").fill("https://doi.org/10.1001/J.1")
    page.get_by_role("button", name="Add to the list").click()
    expect(page.locator("[data-found]")).to_contain_text("added to the list")

    put_cursor_at_the_end(page)
    page.keyboard.press("Control+Alt+r")
    expect(page.get_by_role("dialog", name="Cite a reference")).to_be_visible()
    page.keyboard.type("feder")
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog", name="Cite a reference")).to_be_hidden()
    key = Source.objects.get(doi="10.1001/j.1").key
    assert re.findall(r'data-source="(\w+)"', words_of(page))[-1] == key
    saved = save(page, draft)
    assert list(saved.references.order_by("position").values_list("title", flat=True)) == [
        "Physical Activity Basics", "Efficacy of ketamine",
    ]  # fmt: skip
    assert f'<a href="#ref-2" data-source="{key}">2</a>' in saved.body


def test_a_marker_copied_out_of_one_article_means_the_same_source_in_another(page, client, live_server):
    there = make_draft("There", references=[FEDER])
    here = make_draft("Here")
    open_draft(page, client, there, live_server)
    copied = words_of(page)
    open_draft(page, client, here, live_server)
    put_cursor_at_the_end(page)
    page.evaluate("(html) => CKEDITOR.instances.id_body.execCommand('paste', html)", copied)

    saved = save(page, here)

    assert [each.doi for each in saved.references.order_by("position")][-1] == "10.1001/j.1"


def test_the_dialog_and_the_list_pass_axe(page, client, live_server):
    draft = make_draft(references=[FEDER])
    open_draft(page, client, draft, live_server)
    put_cursor_at_the_end(page)
    page.keyboard.press("Control+Alt+r")
    expect(page.get_by_role("dialog", name="Cite a reference")).to_be_visible()

    assert Axe().run(page, "#cite-dialog", RULES).response["violations"] == []
    page.keyboard.press("Escape")
    page.get_by_role("tab", name=re.compile("References")).click()
    assert Axe().run(page, "[data-references]", RULES).response["violations"] == []
