"""Every kind of page, measured by axe in light and dark, wide and narrow, and one article read by keyboard alone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Revision
from clinic_cms.demonstration.building import PASSWORD, build
from clinic_cms.models import User
from comments.models import Comment
from tests.chromium import launched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KETAMINE = "/articles/ketamine-for-ptsd-what-we-know/"
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
LOOKS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]
FOCUS_IS_VISIBLE = """() => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect()
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    return drawn && box.top < innerHeight && box.bottom > 0
}"""


@pytest.fixture
def address(live_server) -> str:
    build()
    return live_server.url


@pytest.fixture
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


def signed_in(browser: Browser, address: str, username: str) -> Page:
    page = browser.new_context(base_url=address).new_page()
    page.goto("/accounts/login/")
    page.get_by_label("Username or e-mail address").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{address}/desk/")
    return page


def looks(page: Page) -> Iterator[str]:
    """What axe finds on the page that is open, in every look, and whether it can be scrolled sideways."""
    name = page.url.split("/", 3)[3]
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for found in Axe().run(page, options=RULES).response["violations"]:
            yield f"/{name} {width} {scheme} {found['id']}: {found['nodes'][0]['html'][:160]}"
    page.set_viewport_size({"width": 320, "height": 900})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"/{name} 320 scrolls sideways"


def visit(page: Page, *paths: str) -> list[str]:
    problems = []
    for path in paths:
        page.goto(path)
        if path.endswith("/edit/"):  # until CKEditor is ready, its box is not a text field yet
            page.locator(".cke_editable[role=textbox]").wait_for(timeout=5000)
        problems += looks(page)
    return problems


def test_readers_pages_have_no_barriers(browser, address):
    page = browser.new_context(base_url=address).new_page()
    gone = Article.objects.get(revisions__status="withdrawn")
    person = User.objects.get(username="clinician")
    paths = ["/", "/articles/", KETAMINE, gone.get_absolute_url(), "/nowhere/", "/accounts/login/"]

    problems = visit(page, *paths, f"/people/{person.slug}/")

    assert problems == []


def test_the_comment_form_and_a_readers_own_page_have_no_barriers(browser, address):
    page = browser.new_context(base_url=address).new_page()
    page.goto(KETAMINE)
    page.get_by_role("button", name="Post comment").click()
    refused = list(looks(page))
    page.get_by_label("Comment", exact=True).fill("Thank you for the plain words.")
    page.get_by_label("Name", exact=True).fill("Kim")
    page.get_by_role("button", name="Post comment").click()
    page.wait_for_url("**/comments/**")

    assert refused + list(looks(page)) == []


@pytest.mark.parametrize(("username", "paths"), [
    ("editor", ["/desk/", "/desk/articles/", "/desk/reviews/", "{draft}edit/"]),
    ("clinician", ["/desk/", "{in_review}", "{compare}"]),
    ("publisher", ["/desk/", "/desk/topics/", "/desk/topics/new/", "{signed_off}", "/desk/calendar/", "{scheduled}"]),
    ("editor2", ["/desk/reports/", "{as_of}", "{as_of}?at=2020-01-01", "{as_of}?at=never", "{as_of_withdrawn}"]),
    ("moderator", ["/desk/comments/"]),
    ("admin", ["/desk/people/", "/desk/people/new/", "/desk/people/{person}/"]),
])  # fmt: skip
def test_desk_pages_have_no_barriers(browser, address, username, paths):
    there = {name: Revision.objects.filter(status=name).first().get_absolute_url() for name in
             ("draft", "in_review", "signed_off", "scheduled")}  # fmt: skip
    for name, status in (("as_of", "published"), ("as_of_withdrawn", "withdrawn")):
        there[name] = f"/desk/articles/{Revision.objects.filter(status=status).first().article_id}/as-of/"
    updated = Revision.objects.filter(status="in_review", number__gt=1).first()
    there["compare"] = f"/desk/articles/{updated.article_id}/compare/"
    person = User.objects.get(username="clinician").pk
    page = signed_in(browser, address, username)

    assert visit(page, *(path.format(person=person, **there) for path in paths)) == []


def test_a_comment_is_posted_by_keyboard_alone_and_the_focus_is_always_seen(browser, address):
    page = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(KETAMINE)

    unseen = tab_to(page, "comment")
    page.keyboard.type("Thank you for the plain words.")
    unseen += tab_to(page, "name")
    page.keyboard.type("Kim")
    page.keyboard.press("Enter")

    page.wait_for_url("**/comments/**")
    assert unseen == []
    assert Comment.objects.filter(name="Kim", body="Thank you for the plain words.").count() == 1


def tab_to(page: Page, field: str) -> list[str]:
    """Press Tab until the field has the focus; returns what could not be seen on the way."""
    unseen = []
    for _press in range(150):
        page.keyboard.press("Tab")
        if not page.evaluate(FOCUS_IS_VISIBLE):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        if page.evaluate("document.activeElement.name") == field:
            return unseen
    raise AssertionError(f"Tab never reached the field {field}")
