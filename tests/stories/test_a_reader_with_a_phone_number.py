"""Somebody is about to make their phone number public, without knowing what that means."""

import pytest
from playwright.sync_api import expect

from comments.models import Comment
from tests.chromium import launched, picture
from tests.factories import make_live_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_reader_takes_a_phone_number_out_without_scripts(live_server):
    article = make_live_article()

    with launched() as browser:
        context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
        page = context.new_page()
        page.goto(article.get_absolute_url())
        page.get_by_label("Comment", exact=True).fill("I had the same. Call me on 202 555 0143 any time.")
        page.get_by_label("Name", exact=True).fill("Mia")
        page.get_by_role("button", name="Post comment").click()

        nudge = page.locator(".nudge")
        expect(nudge).to_contain_text("202 555 0143: A phone number.")
        expect(nudge.locator("mark")).to_have_text("202 555 0143")
        picture(page, "reader-nudged")
        assert Comment.objects.count() == 0
        page.get_by_role("button", name="Remove these parts").click()

        expect(page.get_by_label("Comment", exact=True)).to_have_value("I had the same. Call me on any time.")
        page.get_by_label("Comment", exact=True).fill("I had the same.")
        page.get_by_role("button", name="Post comment").click()
        page.wait_for_url("**/comments/**")
        assert context.cookies() == []

    comment = Comment.objects.get()
    assert (comment.body, comment.status, comment.signals.count()) == ("I had the same.", "pending", 0)
