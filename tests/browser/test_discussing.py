"""Choosing words for a thread in Chromium: with the mouse, also where they stand twice, and finding them again."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from articles.models import Thread
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN
from tests.chromium import launched
from tests.factories import BODY, make_in_review, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TWICE = "<h2>Children</h2><p>Take 5 mg at <strong>night</strong>.</p><h2>Adults</h2><p>Take 5 mg at <em>night</em>.</p>"
# Where the words of one paragraph begin and end on the screen, so that a mouse can be dragged over them.
ENDS = """paragraph => {
    paragraph.scrollIntoView({ block: "center" })
    const range = new Range(); range.selectNodeContents(paragraph)
    const boxes = range.getClientRects(), first = boxes[0], last = boxes[boxes.length - 1]
    return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2]
}"""


def desk_of(browser: Browser, address: str, person: User, **options: bool) -> Page:
    """A page of somebody who has signed in."""
    client = Client()
    client.force_login(person)
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800}, **options)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
    return context.new_page()


def drag_over(page: Page, words: str) -> None:
    left, top, right, bottom = page.locator("#words p", has_text=words).last.evaluate(ENDS)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=5)
    page.mouse.up()


def test_words_that_stand_twice_are_discussed_where_they_were_chosen_with_the_mouse(live_server):
    revision, doctor = make_in_review(body=BODY + TWICE), make_person(CLINICIAN)
    with launched() as browser:
        page = desk_of(browser, live_server.url, doctor)
        page.goto(revision.get_absolute_url())
        drag_over(page, "Take 5 mg at night")
        page.get_by_role("button", name="Discuss these words").click()
        page.keyboard.type("Is it 5 or 0.5?")
        page.get_by_role("button", name="Open this thread").click()
        expect(page.get_by_text("One thread is open.")).to_be_visible()
        page.locator("[data-discussion] a[data-start]").click()
        expect(page.locator("#words p", has_text="Take 5 mg at night").last).to_be_focused()
        marked = page.evaluate("[...CSS.highlights.get('thread-here')].map(range => range.toString())")

    thread = Thread.objects.get()
    assert (thread.section, thread.quote, thread.entries.get().text) == (
        "w-adults", "Take 5 mg at night.", "Is it 5 or 0.5?",
    )  # fmt: skip
    assert marked == ["Take 5 mg at night."]


def test_a_section_is_discussed_without_choosing_words_and_without_a_script(live_server):
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    with launched() as browser:
        page = desk_of(browser, live_server.url, doctor, java_script_enabled=False)
        page.goto(revision.get_absolute_url())
        page.get_by_text("Open a thread", exact=True).click()
        page.get_by_label("Section").select_option("What you can do")
        page.locator("#new-thread textarea[name=text]").fill("Nothing on stopping.")
        page.get_by_role("button", name="Open this thread").click()
        expect(page.get_by_role("link", name="Section: What you can do")).to_be_visible()

    thread = Thread.objects.get()
    assert (thread.whole_section, thread.section) == (True, "w-what-you-can-do")
