"""Moderators at work in a real browser: forty comments by keyboard alone, and two people who meet on one comment."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from clinic_cms.models import User
from clinic_cms.roles import MODERATOR
from comments.domain.posting import post_comment
from comments.models import Comment, ModerationDecision
from tests.chromium import launched, picture
from tests.factories import make_live_article, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOCUSED = "document.activeElement.closest('[data-card]')?.dataset.card ?? document.activeElement.id"


def opened(browser: Browser, address: str, person: User, width: int = 1280) -> Page:
    client = Client()
    client.force_login(person)
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
    page = context.new_page()
    page.goto("/desk/comments/")
    return page


def focus_is_at(page: Page, where: object) -> None:
    """Wait until the card of that number, or what has that id, has the focus."""
    for _try in range(200):
        if page.evaluate(FOCUSED) == str(where):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"The focus is at {page.evaluate(FOCUSED)}, not at {where}")


def make_forty() -> list[Comment]:
    """One in crisis, one with a phone number, and what people write every day."""
    article = make_live_article()
    words = ["I want to kill myself.", "Call me on 303-555-0142."] + [
        f"I walked {number} miles." for number in range(38)
    ]
    for number, body in enumerate(words):
        post_comment(article, name=f"Reader {number}", body=body)
    return list(Comment.objects.queued())


def test_a_moderator_clears_forty_comments_with_the_keyboard_alone(live_server):
    comments, moderator = make_forty(), make_person(MODERATOR, "mia")
    with launched() as browser:
        page = opened(browser, live_server.url, moderator)
        picture(page, "moderators-1-queue")
        press = page.keyboard.press

        press("j")
        focus_is_at(page, comments[0].pk)
        press("a")  # no plain approval: it leads to the reply
        page.wait_for_url(f"**/desk/comments/{comments[0].pk}/#answer")
        picture(page, "moderators-2-answer")
        page.locator("#reply").focus()
        page.keyboard.type("Thank you for saying this. You can call or text 988 at any hour.")
        for box in ("#safe", "#attached"):
            page.locator(box).focus()
            press("Space")
        page.locator("#answer").get_by_role("button", name="Approve with this reply").press("Enter")
        expect(page.locator(".messages")).to_contain_text("The comment is up, with your reply under it.")

        page.goto("/desk/comments/")
        press("j")
        focus_is_at(page, comments[1].pk)
        press("r")
        picture(page, "moderators-3-reasons")
        for _reason in range(2):
            press("ArrowDown")
        press("Enter")
        focus_is_at(page, comments[2].pk)
        press("u")
        focus_is_at(page, comments[1].pk)
        press("r")
        for _reason in range(2):
            press("ArrowDown")
        press("Enter")
        focus_is_at(page, comments[2].pk)
        press("s")
        focus_is_at(page, comments[3].pk)
        press("n")
        page.keyboard.type("A neighbour of ours? jkasu")  # letters in a field are letters
        press("Tab")
        press("Enter")
        focus_is_at(page, comments[3].pk)
        at = 3
        while at < 40:
            last = page.locator("[data-card]").count()
            for comment in comments[at : at + last]:
                if page.locator(f"#comment-{comment.pk}").count() == 0:
                    break
                focus_is_at(page, comment.pk)
                press("a")
                at += 1
            focus_is_at(page, "queue-more")
            with page.expect_navigation():
                press("Enter")
            if at < 40:
                press("j")

        expect(page.get_by_text("Nobody is waiting.")).to_be_visible()
        decided = ModerationDecision.objects.filter(by=moderator)
        assert decided.filter(outcome="approve", comment__kind="reader").count() == 38
        assert Comment.objects.filter(status="pending").count() == 0
        assert Comment.objects.get(pk=comments[3].pk).notes.get().text == "A neighbour of ours? jkasu"


def test_two_moderators_hear_of_each_other_and_whoever_is_slower_reads_who_was_faster(live_server):
    article = make_live_article()
    first = post_comment(article, name="Noah", body="I walked a lot.")
    post_comment(article, name="Ann", body="So did I.")
    mia, ben = make_person(MODERATOR, "mia", full_name="Mia Torres"), make_person(MODERATOR, "ben")
    with launched() as browser:
        one, two = opened(browser, live_server.url, mia), opened(browser, live_server.url, ben, 360)
        one.keyboard.press("j")
        two.wait_for_timeout(300)
        two.keyboard.press("j")
        expect(two.locator(f"#comment-{first.pk} [data-looking]")).to_have_text("Mia Torres is looking")
        picture(two, "moderators-4-looking-360")

        one.keyboard.press("a")
        expect(one.locator(f"#comment-{first.pk}")).to_contain_text("Mia Torres approved this comment")
        two.keyboard.press("s")

        expect(two.locator(f"#comment-{first.pk}")).to_contain_text("Mia Torres approved this comment on")
        expect(two.locator(f"#comment-{first.pk}")).to_contain_text("Nothing was changed.")
        assert two.evaluate("document.documentElement.scrollWidth") == 360
        picture(two, "moderators-5-slower-360")
        assert list(ModerationDecision.objects.values_list("outcome", "by")) == [("approve", mia.pk)]


def test_without_scripts_a_decision_leads_on_to_the_next_comment(live_server):
    article, moderator = make_live_article(), make_person(MODERATOR, "mia")
    comments = [post_comment(article, name=name, body="I walked.") for name in ("Noah", "Ann")]
    client = Client()
    client.force_login(moderator)
    with launched() as browser:
        context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto("/desk/comments/?lane=routine")
        page.locator(f"#comment-{comments[0].pk}").get_by_role("button", name="Approve", exact=True).click()

        assert page.url == f"{live_server.url}/desk/comments/?lane=routine#comment-{comments[1].pk}"
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(f"#comment-{comments[0].pk}")).to_be_visible()
