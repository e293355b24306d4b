"""Two editors with one draft open, each in a real browser: they hear of each other, and their words come together."""

import re

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from articles.models import Revision
from clinic_cms.models import User
from clinic_cms.roles import EDITOR
from tests.chromium import launched, picture
from tests.factories import make_draft, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = ".cke_wysiwyg_div"
BODY = "<h2>Walks</h2><p>Walk each day. Rest at night.</p>" + "<p>" + "It helps most people. " * 15 + "</p>"


def opened(browser: Browser, address: str, person: User, revision: Revision) -> Page:
    client = Client()
    client.force_login(person)
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
    page = context.new_page()
    page.goto(f"/desk/revisions/{revision.pk}/edit/")
    expect(page.locator(WORDS)).to_be_visible()
    return page


def type_before(page: Page, words: str, typed: str) -> None:
    """Put the cursor in front of some words, as a click would, and type."""
    page.locator(WORDS).evaluate(
        """(root, words) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (!node.data.includes(words)) node = walker.nextNode();
          root.focus();
          getSelection().collapse(node, node.data.indexOf(words));
        }""",
        words,
    )
    page.keyboard.type(typed)


def test_the_second_one_is_told_gets_both_texts_and_saves_them_together(live_server):
    revision = make_draft(body=BODY, references=[])
    ada, ben = make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    with launched() as browser:
        first = opened(browser, live_server.url, ada, revision)
        expect(first.locator("#presence")).to_have_text(re.compile(r"^\s*$"))
        second = opened(browser, live_server.url, ben, revision)
        expect(second.locator("#presence")).to_contain_text("Ada has been writing here since")
        type_before(first, "Walk each day", "Start slowly. ")
        first.locator("[name=title]").fill("Walking each day")
        type_before(second, "Rest at night", "Drink water. ")
        second.locator("[name=title]").fill("Walking, and your mood")
        first.get_by_role("button", name="Save and keep writing").click()
        expect(first.get_by_text("Saved.", exact=True)).to_be_visible(timeout=30_000)

        second.get_by_role("button", name="Save and keep writing").click()

        expect(second.get_by_role("heading", name="Not saved: somebody else saved first")).to_be_visible()
        expect(second.locator(WORDS)).to_contain_text("Drink water.")
        second.get_by_text("Both texts, side by side").click()
        expect(second.locator(".both-texts")).to_contain_text("Start slowly.")
        picture(second, "two-writers-1-both-texts")
        second.set_viewport_size({"width": 360, "height": 800})
        assert second.evaluate("document.documentElement.scrollWidth") == 360
        picture(second, "two-writers-1-both-texts-360")
        place = second.get_by_role("group", name="Place 1: Title")
        expect(place.get_by_label("Mine", exact=True)).to_be_checked()
        place.get_by_label("Theirs", exact=True).press("Space")
        second.get_by_role("button", name="Put both together").press("Enter")
        expect(second.get_by_role("heading", name="Both texts are together")).to_be_visible()
        expect(second.locator(WORDS)).to_contain_text("Start slowly. Walk each day. Drink water. Rest at night.")
        picture(second, "two-writers-2-together")
        second.get_by_role("button", name="Save and keep writing").click()
        expect(second.get_by_text("Saved.", exact=True)).to_be_visible()
    revision.refresh_from_db()
    assert revision.title == "Walking each day"
    assert revision.body.count("<p>Start slowly. Walk each day. Drink water. Rest at night.</p>") == 1


def test_a_colleague_takes_over_without_leaving_the_page_and_the_other_reads_so(live_server):
    revision = make_draft(body=BODY, references=[])
    ada, ben = make_person(EDITOR, "ada"), make_person(EDITOR, "ben")
    with launched() as browser:
        first = opened(browser, live_server.url, ada, revision)
        type_before(first, "Walk each day", "Start slowly. ")
        second = opened(browser, live_server.url, ben, revision)
        second.locator("[name=title]").fill("Typed meanwhile")
        second.get_by_role("button", name="Take over writing").click()

        expect(second.get_by_role("button", name="Take over writing")).to_have_count(0)
        assert second.locator("[name=title]").input_value() == "Typed meanwhile"
        expect(first.locator("#presence")).to_contain_text("Ben took over writing.", timeout=25_000)
        expect(first.locator(WORDS)).to_contain_text("Start slowly.")
