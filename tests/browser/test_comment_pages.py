"""The pages readers meet when they comment, measured by axe, wide and narrow, light and dark."""

import pytest

from clinic_cms.roles import MODERATOR
from comments.domain.author import erase
from comments.domain.replying import Reply, say
from comments.own_page import key_of
from tests.browser.test_axe import looks
from tests.chromium import launched
from tests.comment_factories import make_approved, make_comment, make_rejected, make_reply
from tests.factories import make_crisis_line, make_live_article, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_threads_the_nudge_and_a_comments_own_pages_have_no_barriers(live_server):
    make_crisis_line()
    article = make_live_article()
    first = make_approved("It helped me.", name="Zoe", article=article)
    make_reply(first)
    say(first, Reply("There is more to it.", True, "https://www.nih.gov/sleep"), by=make_person(MODERATOR))
    gone = make_approved("Gone", article=article)
    make_reply(gone)
    erase(gone)
    crisis, rejected = make_comment("I want to kill myself.", article=article), make_rejected(article=article)

    with launched() as browser:
        page = browser.new_page(base_url=live_server.url)
        problems = []
        for path in (
            f"{article.get_absolute_url()}?reply={first.pk}",
            f"/comments/{key_of(crisis.public_id)}/",
            f"/comments/{key_of(crisis.public_id)}/correct/",
            f"/comments/{key_of(crisis.public_id)}/erase/",
            f"/comments/{key_of(rejected.public_id)}/",
            f"/comments/report/{first.pk}/",
            f"/comments/report/{first.pk}/thanks/",
        ):
            page.goto(path)
            problems += looks(page)
        page.goto(article.get_absolute_url())
        page.get_by_label("Comment", exact=True).fill("Call me on 202 555 0143.")
        page.get_by_label("Name", exact=True).fill("Mia")
        page.get_by_role("button", name="Post comment").click()
        page.locator("mark").wait_for()
        problems += looks(page)

    assert problems == []
