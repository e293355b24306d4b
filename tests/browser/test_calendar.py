"""The calendar by keyboard alone, in Chromium."""

import pytest
from playwright.sync_api import Page, expect

from clinic_cms.demonstration.building import build
from tests.browser.test_axe import signed_in
from tests.chromium import launched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page: Page, key: str) -> str:
    """The title of the entry that has the focus after the key."""
    page.keyboard.press(key)
    return page.evaluate("document.activeElement.closest('.calendar') ? document.activeElement.textContent : ''")


def test_arrow_keys_go_from_entry_to_entry_and_page_keys_from_month_to_month(live_server):
    build()
    with launched() as browser:
        page = signed_in(browser, live_server.url, "publisher")
        page.goto("/desk/calendar/")
        titles = page.locator(".calendar a").all_text_contents()
        following = page.locator("a[rel=next]").text_content()

        page.locator(".calendar a").first.focus()
        seen = [press(page, key) for key in ("ArrowDown", "ArrowUp", "End", "Home")]
        page.keyboard.press("PageDown")

        assert seen == [titles[1], titles[0], titles[-1], titles[0]]
        expect(page.get_by_role("heading", level=1)).to_have_text(following.replace("\u00a0→", ""))
