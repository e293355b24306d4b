"""A reader with a keyboard opens a source where it is cited, without a script, and comes back; paper has the link."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import looks
from tests.chromium import launched
from tests.factories import make_live_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_source_opens_in_place_by_keyboard_and_gives_the_focus_back(live_server):
    path = make_live_article().get_absolute_url()
    with launched() as browser:
        page = browser.new_page(base_url=live_server.url, java_script_enabled=False)
        page.goto(path)
        marker = page.get_by_role("button", name="Source 1: ")
        note = page.get_by_role("note", name="Source 1")
        expect(page.locator(".prose sup a")).to_be_hidden()
        marker.focus()
        page.keyboard.press("Enter")
        expect(note.get_by_role("link").first).to_be_visible()
        page.keyboard.press("Tab")
        expect(note.get_by_role("link").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(marker).to_be_focused()

        page.get_by_role("link", name="Back to the text where source 1 is cited").click()
        assert page.url.endswith(f"{path}#cite-1")
        page.emulate_media(media="print")
        expect(page.locator(".prose sup a")).to_be_visible()
        expect(marker).to_be_hidden()


def test_an_open_source_has_no_barriers(live_server):
    path = make_live_article().get_absolute_url()
    with launched() as browser:
        page = browser.new_page(base_url=live_server.url)
        page.goto(path)
        page.get_by_role("button", name="Source 1: ").click()
        problems = list(looks(page))

    assert problems == []
