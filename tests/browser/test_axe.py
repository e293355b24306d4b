"""Every kind of page, measured by axe in light and dark, wide and narrow, and one article read by keyboard alone."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from articles.domain.sharing import path_of, share
from articles.enums import PreviewKind
from articles.models import Article, FollowUp, Revision
from clinic_cms.demonstration.building import PASSWORD
from clinic_cms.models import User
from comments.models import Comment
from tests.chromium import launched
from tests.clinics import set_up
from tests.notice_queue import run_the_queue

pytestmark = pytest.mark.browser

KETAMINE = "/articles/ketamine-for-ptsd-what-we-know/"
PANICO = "/es/articles/ataques-de-panico-que-pasa-y-que-ayuda/"
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}
LOOKS = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
FOCUS_IS_VISIBLE = """() => {
    const here = document.activeElement, box = here.getBoundingClientRect()
    const outlined = (each) => {
        const style = getComputedStyle(each)
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    }
    // the editor's frame shows for the words in it
    const drawn = outlined(here) || (here.isContentEditable && outlined(here.closest(".cke_chrome")))
    return drawn && box.top < innerHeight && box.bottom > 0
}"""


@pytest.fixture
def address(demonstration_site) -> str:
    return demonstration_site


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
    paths = [
        "/",
        "/articles/",
        "/topics/",
        "/about/privacy/",
        KETAMINE,
        f"{KETAMINE}?print=large",
        f"{KETAMINE}feedback/",
        "/search/?q=sleep",
        "/search/?q=sleap",
        gone.get_absolute_url(),
        "/nowhere/",
        "/accounts/login/",
    ]

    problems = visit(page, *paths, f"/people/{person.slug}/")

    assert problems == []


def test_readers_pages_have_no_barriers_in_spanish_either(browser, address):
    page = browser.new_context(base_url=address).new_page()
    paths = [
        "/es/",
        "/es/articles/",
        "/es/articles/?kind=news",
        "/es/topics/",
        "/es/topics/mental-health/",
        PANICO,
        f"{PANICO}?print=large",
        f"{PANICO}feedback/",
        "/es/search/?q=p%C3%A1nico",
        "/es/search/?q=panicos",
        "/es/people/priyamvada-nair/",
        "/es/nada/",
        "/es/accounts/login/",
    ]

    problems = visit(page, *paths)

    assert problems == []


@pytest.mark.parametrize(("path", "post", "comment", "name", "remove"), [
    (KETAMINE, "Post comment", "Comment", "Name", "Remove these parts"),
    (PANICO, "Enviar comentario", "Comentario", "Nombre", "Quitar estas partes"),
])  # fmt: skip
def test_the_comment_form_and_a_readers_own_page_have_no_barriers(browser, address, path, post, comment, name, remove):
    page = browser.new_context(base_url=address).new_page()
    page.goto(path)
    page.get_by_role("button", name=post).click()
    refused = list(looks(page))
    page.get_by_label(comment, exact=True).fill("Thank you. Call me at 303-555-0142.")
    page.get_by_label(name, exact=True).fill("Kim")
    page.get_by_role("button", name=post).click()
    nudged = list(looks(page))
    page.get_by_role("button", name=remove).click()
    nudged += looks(page)
    page.get_by_role("button", name=post).click()
    page.wait_for_url("**/comments/**")

    assert refused + nudged + list(looks(page)) == []


@pytest.mark.parametrize(("path", "send"), [(KETAMINE, "Send"), (PANICO, "Enviar")])
def test_what_is_wrong_with_a_page_has_no_barriers_when_nothing_was_chosen(browser, address, path, send):
    page = browser.new_context(base_url=address).new_page()
    page.goto(f"{path}feedback/")
    page.get_by_role("button", name=send, exact=True).click()
    page.locator("#error-summary").wait_for()

    assert list(looks(page)) == []


@pytest.mark.parametrize(("username", "paths"), [
    ("editor", ["/desk/", "/desk/articles/", "/desk/reviews/?kind=clinical", "{draft}edit/", "/desk/notices/"]),
    ("editor", ["/desk/review-dates/?show=all", "/desk/follow-ups/", "{follow_up}", "{in_review}share/"]),
    ("editor2", ["/desk/site-pages/"]),
    ("clinician", ["/desk/", "{in_review}", "{compare}"]),
    ("publisher", ["/desk/", "/desk/topics/", "/desk/topics/new/", "{signed_off}", "/desk/calendar/", "{scheduled}"]),
    ("publisher", ["/desk/clinic/"]),
    ("publisher", ["/desk/reviews/", "/desk/topics/{topic}/withdraw/", "{withdrawn}", "{published}"]),
    ("editor2", ["/desk/reports/", "{as_of}", "{as_of}?at=2020-01-01", "{as_of}?at=never", "{as_of_withdrawn}"]),
    ("moderator", ["/desk/comments/", "/es/desk/comments/"]),
    ("editor", ["/es/desk/", "/es/desk/articles/", "/es{published}", "/es{draft}edit/"]),
    ("publisher", ["/es/desk/calendar/", "/es/desk/topics/new/", "/es{signed_off}"]),
    ("admin", ["/desk/people/", "/desk/people/new/", "/desk/people/{person}/"]),
])  # fmt: skip
def test_desk_pages_have_no_barriers(browser, address, username, paths):
    there = {name: Revision.objects.filter(status=name).first().get_absolute_url() for name in
             ("draft", "in_review", "signed_off", "scheduled", "published", "withdrawn")}  # fmt: skip
    for name, status in (("as_of", "published"), ("as_of_withdrawn", "withdrawn")):
        there[name] = f"/desk/articles/{Revision.objects.filter(status=status).first().article_id}/as-of/"
    updated = Revision.objects.filter(status="in_review", number__gt=1).first()
    there["compare"] = f"/desk/articles/{updated.article_id}/compare/"
    there["follow_up"] = FollowUp.objects.get().get_absolute_url()
    there["topic"] = Article.objects.live().first().live_revision.topic_id
    person = User.objects.get(username="clinician").pk
    page = signed_in(browser, address, username)

    assert visit(page, *(path.format(person=person, **there) for path in paths)) == []


def writing(browser, address) -> Page:
    page = signed_in(browser, address, "editor")
    page.goto(f"{Revision.objects.filter(status='draft').first().get_absolute_url()}edit/")
    page.locator(".cke_editable[role=textbox]").wait_for()
    return page


def test_every_tab_of_the_writing_page_and_its_errors_have_no_barriers(browser, address):
    page = writing(browser, address)
    problems = []
    for name in ("Checks", "References", "Discussion", "History", "Settings"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.get_by_role("tab", name=name).click()
        problems += looks(page)
    page.keyboard.press("Alt+Shift+F")
    problems += looks(page)
    page.keyboard.press("Alt+Shift+F")
    page.locator("textarea[name=title]").fill("")
    page.keyboard.press("Control+s")
    page.locator("#error-summary").wait_for()
    page.locator(".cke_editable[role=textbox]").wait_for()

    assert problems + list(looks(page)) == []


@pytest.mark.parametrize("key", ["link", "table", "specialchar", "Alt+0", "?", "Alt+Shift+P"])
def test_what_opens_over_the_writing_page_has_no_barriers(browser, address, key):
    """CKEditor's own dialogs, and ours."""
    page = writing(browser, address)
    page.locator(".cke_editable p").first.click()
    if "+" in key:
        page.keyboard.press(key)
    elif key == "?":
        page.get_by_role("tab", name="Checks").press(key)
    else:
        page.locator(f".cke_button__{key}").click()
    page.locator(".cke_dialog_body:visible, dialog[open]").wait_for()
    if key == "Alt+Shift+P":
        page.frame_locator("[name=preview]").get_by_role("heading", level=1).wait_for()

    assert list(looks(page)) == []


def test_the_page_of_the_clinic_has_no_barriers_with_errors_either_and_its_preview_follows(browser, address):
    page = signed_in(browser, address, "admin")
    page.goto("/desk/clinic/")
    page.get_by_label("Name", exact=True).fill("Harbor Clinic")
    page.locator("input[name=brand]").fill("#1f4fa3")
    expect(page.locator(".look--dark .masthead__name")).to_have_text("Harbor Clinic")
    button = page.locator(".look--light .button").first
    expect(button).to_have_css("background-color", "rgb(31, 79, 163)")
    page.locator("input[name=hours_mon]").fill("mornings")
    page.get_by_role("button", name="Save").click()
    page.locator("#error-summary").wait_for()
    problems = list(looks(page))
    page.locator("input[name=hours_mon]").fill("")
    page.locator("input[name=brand]").fill("#ffcc00")
    page.get_by_role("button", name="Use #").wait_for()

    assert problems + list(looks(page)) == []


def test_a_chosen_colour_has_no_barriers_on_any_kind_of_page(browser, address):
    set_up(by=User.objects.get(username="admin"), brand="#a3195b")
    page = browser.new_context(base_url=address).new_page()
    try:
        problems = visit(page, "/", KETAMINE, "/about/contact/", "/search/?q=sleep")
        desk = signed_in(browser, address, "moderator")
        assert problems + visit(desk, "/desk/", "/desk/comments/") == []
    finally:
        set_up(by=User.objects.get(username="admin"), brand="")


@pytest.mark.parametrize(("username", "path"), [("editor", "/desk/reports/"), ("admin", "/desk/people/")])
def test_the_desks_menus_have_no_barriers_when_they_are_open(browser, address, username, path):
    page = signed_in(browser, address, username)
    page.goto(path)
    page.evaluate("document.querySelectorAll('.desk-menu').forEach((menu) => (menu.open = true))")

    assert list(looks(page)) == []


def test_the_desks_menu_opens_by_keyboard_and_escape_closes_it(browser, address):
    page = signed_in(browser, address, "publisher")
    page.set_viewport_size({"width": 1280, "height": 900})
    more, topics = page.locator("summary:visible", has_text="More"), page.get_by_role("link", name="Topics")

    more.press("Enter")
    expect(topics).to_be_visible()
    topics.press("Escape")
    expect(topics).to_be_hidden()
    expect(more).to_be_focused()


@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("username", ["editor", "clinician", "publisher", "moderator", "admin"])
def test_the_desks_bar_is_one_line_and_a_phones_words_begin_high(browser, address, username, language):
    page = signed_in(browser, address, username)
    page.goto(f"{language}/desk/")
    places = [link.get_attribute("href") for link in page.locator(".desk-bar__wide nav a, nav.desk-bar__wide a").all()]

    for path in dict.fromkeys(places):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        assert page.locator(".desk-bar").bounding_box()["height"] <= 48
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.locator("main h1").first.bounding_box()["y"] < 160


def test_a_preview_has_no_barriers_before_and_after_the_code(browser, address, mailoutbox):
    link = share(
        Revision.objects.filter(status="in_review").first(),
        by=User.objects.get(username="editor"),
        kind=PreviewKind.EXPERT,
        name="Dr Rosa Lind",
        email="rosa@example.org",
    )
    page = browser.new_context(base_url=address).new_page()
    page.goto(path_of(link))
    asked = list(looks(page))
    page.get_by_role("button", name="Send me the code").click()
    run_the_queue()
    page.get_by_label("Code").fill(re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0])
    waiting = list(looks(page))
    page.get_by_role("button", name="Open the article").click()
    page.wait_for_url("**/preview/*/")

    assert asked + waiting + list(looks(page)) == []


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
