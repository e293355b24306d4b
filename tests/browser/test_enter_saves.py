"""Enter in a field of the writing page saves: it presses no button of what stands beside the words."""

import pytest
from playwright.sync_api import expect

from tests.chromium import launched
from tests.factories import make_draft
from tests.writing_page import open_writing_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_enter_in_a_setting_saves_the_draft(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        open_writing_page(page, live_server.url, client, revision)
        page.get_by_role("tab", name="Settings").click()
        page.locator("[name=audience]").fill("Adults who sleep badly")

        page.locator("[name=audience]").press("Enter")

        expect(page).to_have_url(f"{live_server.url}/desk/revisions/{revision.pk}/")
    revision.refresh_from_db()
    assert revision.audience == "Adults who sleep badly"
