"""Somebody writes that they want to die. They read where to find help before anything else, and nobody blames them."""

import pytest
from playwright.sync_api import expect

from comments.models import Comment
from tests.chromium import launched, picture
from tests.factories import make_crisis_line, make_live_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_reader_in_crisis_sees_the_helplines_first(live_server):
    make_crisis_line()
    article = make_live_article()

    with launched() as browser:
        page = browser.new_page(base_url=live_server.url, viewport={"width": 360, "height": 740})
        page.goto(article.get_absolute_url())
        expect(page.locator(".comment-rules")).to_contain_text("This is not for emergencies.")
        page.get_by_label("Comment", exact=True).fill("I want to kill myself. I can't do this any more.")
        page.get_by_label("Name", exact=True).fill("Sam")
        page.get_by_role("button", name="Post comment").click()

        page.wait_for_url("**/comments/**")
        first = page.locator("main .wrap > *").first
        expect(first).to_contain_text("It sounds as if you may be going through something very painful.")
        call = first.get_by_role("link", name="988").first
        expect(call).to_be_in_viewport()
        expect(call).to_have_attribute("href", "tel:988")
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, we have your comment")
        picture(page, "reader-in-crisis")

    assert Comment.objects.values_list("status", "lane").get() == ("pending", 1)
