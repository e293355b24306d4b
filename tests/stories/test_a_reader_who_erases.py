"""Somebody wrote too much, others answered, and they want it gone."""

import pytest
from playwright.sync_api import expect

from comments.models import Comment
from comments.own_page import key_of
from tests.chromium import launched, picture
from tests.comment_factories import make_approved, make_reply
from tests.factories import make_live_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_erased_comment_leaves_a_tombstone_above_its_replies(live_server):
    article = make_live_article()
    mine = make_approved("What I never should have written.", name="Zoe", article=article)
    make_reply(mine, "You are not alone with that.", name="Kim")

    with launched() as browser:
        page = browser.new_page(base_url=live_server.url)
        page.goto(f"/comments/{key_of(mine.public_id)}/")
        page.get_by_role("link", name="Erase it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Erase your comment?")
        page.get_by_role("button", name="Erase it for good").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("The words of this comment are erased")
        expect(page.locator("body")).not_to_contain_text("never should have")

        page.get_by_role("link", name="Back to the article").click()
        thread = page.locator(".comment-list").first
        expect(thread.locator(".tombstone")).to_have_text("This comment was withdrawn by its author.")
        expect(thread).to_contain_text("You are not alone with that.")
        expect(page.locator("body")).not_to_contain_text("never should have")
        expect(page.locator("#comments")).not_to_contain_text("Zoe")
        picture(page, "reader-erased")

    assert Comment.objects.values_list("body", "name").get(pk=mine.pk) == ("", "")
