"""The writing page in a real Chromium: by keyboard alone, without a script, under a policy with nothing to spare."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from articles.models import Revision
from tests.chromium import launched
from tests.factories import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

expect.set_options(timeout=30_000)  # a busy machine is no mistake of the page
REFUSED = """document.addEventListener("securitypolicyviolation", (event) =>
  (window.refused ??= []).push(event.effectiveDirective))"""
HEADING_AT_THE_CURSOR = """() => {
  const node = getSelection().anchorNode
  return (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("h2")?.textContent
}"""
BODY = "<h2>Why walk</h2><p>Walking is good.</p><h2>How far</h2><p>Twenty minutes is enough.</p>"


@pytest.fixture
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def draft() -> Revision:
    return make_draft(body=BODY)


def opened(browser: Browser, address: str, client, draft: Revision, **options) -> Page:
    """The writing page of the draft, as its editor sees it."""
    client.force_login(draft.saved_by)
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, **options)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
    page = context.new_page()
    page.add_init_script(REFUSED)
    return page


def write(page: Page, draft: Revision) -> None:
    page.goto(f"/desk/revisions/{draft.pk}/edit/")
    page.locator(".cke_editable[role=textbox]").wait_for()


def use_everything(page: Page) -> None:
    """The toolbar, each dialog, the menu in its frame, the preview."""
    for button in ("link", "table", "specialchar"):
        page.locator(".cke_editable p").first.click()
        page.locator(f".cke_button__{button}").click()
        page.locator(".cke_dialog_body:visible").wait_for()
        page.keyboard.press("Escape")
    page.locator(".cke_editable").press("Alt+0")
    page.locator(".cke_dialog_body:visible").wait_for()
    page.keyboard.press("Escape")
    page.locator(".cke_editable h2").first.click(button="right")
    page.frame_locator(".cke_panel_frame").get_by_role("menuitem").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Preview").click()
    expect(page.frame_locator("[name=preview]").get_by_role("heading", level=1)).to_be_visible()


def refused(page: Page) -> list[str]:
    return page.evaluate("window.refused ?? []")


def test_everything_works_and_the_policy_refuses_nothing(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)

    use_everything(page)

    assert refused(page) == []


@pytest.mark.parametrize(
    ("relaxation", "directive"),
    [
        (r" 'sha256-[^']*'", "style-src-elem"),
        (r"style-src-attr[^;]*;?", "style-src-attr"),
        (r" data:", "img-src"),
        (r"frame-src[^;]*;?", "frame-src"),
    ],
)
def test_nothing_that_the_policy_allows_this_page_could_be_spared(
    browser, live_server, client, draft, relaxation, directive
):
    def stricter(route: Route) -> None:
        answer = route.fetch()
        policy, count = re.subn(relaxation, "", answer.headers["content-security-policy"])
        assert count == 1
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page = opened(browser, live_server.url, client, draft)
    page.route("**/edit/", stricter)
    page.goto(f"/desk/revisions/{draft.pk}/edit/")
    page.get_by_role("button", name="Preview").click()

    expect(page.locator("dialog.preview")).to_be_visible()
    page.wait_for_timeout(500)
    assert directive in refused(page)


def test_a_handler_in_an_attribute_never_runs_on_this_page_either(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)

    page.evaluate("""() => {
      const hostile = document.createElement("div");
      hostile.innerHTML = '<button type="button" id="hostile" onclick="window.ran = true">x</button>';
      document.querySelector("main").prepend(hostile);
      const words = document.querySelector(".cke_editable p");
      words.innerHTML += '<b data-cke-onclick="CKEDITOR.tools.callFunction(2,this);" id="in-words">y</b>';
    }""")
    page.locator("#hostile").click()

    assert page.evaluate("window.ran ?? false") is False
    assert refused(page) == ["script-src-attr"]
    assert page.locator("#in-words").get_attribute("data-cke-onclick")  # left as it is: nothing has been bound to it


def test_an_article_is_written_by_keyboard_alone(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)
    keys = page.keyboard

    keys.press("Alt+Shift+W")
    expect(page.locator(".cke_editable")).to_be_focused()
    keys.press("Control+End")
    keys.press("Enter")
    keys.press("Control+Alt+2")
    keys.type("Before you start")
    keys.press("Enter")
    keys.type("Ask your doctor first.")
    headings = page.get_by_role("navigation", name="Headings")
    expect(headings.get_by_role("button")).to_have_text(["Why walk", "How far", "Before you start"])
    keys.press("Alt+F10")
    expect(page.locator(".cke_button__heading2")).to_be_focused()
    keys.press("ArrowRight")
    expect(page.locator(".cke_button__heading3")).to_be_focused()
    keys.press("Escape")
    expect(page.locator(".cke_editable")).to_be_focused()

    keys.press("Alt+Shift+H")
    expect(headings.get_by_role("button", name="Why walk")).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    expect(page.locator(".cke_editable")).to_be_focused()
    assert page.evaluate(HEADING_AT_THE_CURSOR) == "How far"
    expect(headings.locator("[aria-current]")).to_have_text("How far")

    keys.press("Alt+Shift+B")
    moves = [("ArrowRight", "References"), ("End", "Settings"), ("ArrowRight", "Checks"), ("ArrowLeft", "Settings")]
    for key, name in [*moves, ("Home", "Checks")]:
        keys.press(key)
        expect(page.get_by_role("tab", name=name)).to_be_focused()
        expect(page.get_by_role("tabpanel", name=name)).to_be_visible()
        assert page.get_by_role("tabpanel").count() == 1

    keys.press("?")
    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(sheet).to_be_visible()
    keys.press("Escape")
    expect(sheet).to_be_hidden()
    expect(page.get_by_role("tab", name="Checks")).to_be_focused()

    keys.press("Alt+Shift+P")
    reader = page.frame_locator("[name=preview]")
    expect(reader.get_by_text("Ask your doctor first.")).to_be_visible()
    expect(page.locator("[name=preview-width]:checked")).to_be_focused()
    keys.press("ArrowLeft")
    expect(page.get_by_label("Tablet")).to_be_checked()
    keys.press("Escape")
    expect(page.get_by_role("dialog", name="Preview")).to_be_hidden()
    assert Revision.objects.get(pk=draft.pk).words_version == draft.words_version  # nothing is saved by looking

    keys.press("Control+s")
    expect(page.locator(".messages")).to_contain_text("Saved.")
    draft.refresh_from_db()
    assert re.findall(r"<h2[^>]*>([^<]*)</h2>", draft.body) == ["Why walk", "How far", "Before you start"]
    assert draft.body.count("Ask your doctor first.") == 1


def test_a_question_mark_is_typed_where_one_types_and_can_be_switched_off_elsewhere(
    browser, live_server, client, draft
):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)
    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")

    page.locator("textarea[name=title]").press("End")
    page.keyboard.type("?")
    page.locator(".cke_editable p").first.click()
    page.keyboard.type("?")
    expect(sheet).to_be_hidden()
    expect(page.locator("textarea[name=title]")).to_have_value(f"{draft.title}?")

    page.get_by_role("button", name="Shortcuts").click()
    sheet.get_by_label("“?” opens this list").uncheck()
    sheet.get_by_role("button", name="Close").click()
    page.get_by_role("tab", name="Checks").press("?")
    expect(sheet).to_be_hidden()


def test_the_first_problem_is_a_field_that_holds_a_mistake_wherever_it_is(browser, live_server, client):
    draft = make_draft(body=BODY, references=[])
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)
    page.get_by_role("button", name="First problem").click()
    expect(page.locator("[data-finding]").first).to_be_focused()

    page.get_by_role("tab", name="Settings").click()
    page.get_by_label("Conflicts of interest").evaluate("(field) => (field.value = 'x'.repeat(1001))")
    page.get_by_role("tab", name="Checks").click()
    page.get_by_role("button", name="Save and keep writing").click()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.get_by_role("tab", name="Settings")).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab", name="Checks").click()
    page.keyboard.press("Alt+Shift+N")
    expect(page.get_by_label("Conflicts of interest")).to_be_focused()


def test_only_the_words_hides_everything_else_from_the_keyboard_too(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)

    page.keyboard.press("Alt+Shift+F")

    gone = [".desk-bar", ".writing-head a", ".writing__side", "textarea[name=summary]"]
    assert [page.locator(each).first.is_visible() for each in gone] == [False] * 4
    expect(page.locator(".cke_editable")).to_be_visible()
    page.get_by_role("button", name="Only the words").press("Enter")
    assert [page.locator(each).first.is_visible() for each in gone] == [True] * 4


def test_words_and_minutes_are_counted_while_typing(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)
    count = page.locator("[data-word-count]")
    expect(count).to_have_text(f"Words: {draft.word_count} · 1 min")

    page.locator(".cke_editable p").last.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" two more")

    expect(count).to_have_text(f"Words: {draft.word_count + 2} · 1 min")


@pytest.mark.parametrize(("device", "width"), [("Phone", 390), ("Tablet", 820), ("Desktop", 1280)])
def test_the_preview_lays_the_page_out_for_the_device_and_scales_it_to_fit(
    browser, live_server, client, draft, device, width
):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)
    page.set_viewport_size({"width": 1000, "height": 700})

    page.get_by_role("button", name="Preview").click()
    page.locator(".segments label", has_text=device).click()

    frame = page.frame(name="preview")
    expect(page.frame_locator("[name=preview]").get_by_role("heading", level=1)).to_be_visible()
    assert frame.evaluate("innerWidth") == width
    assert page.locator("iframe[name=preview]").bounding_box()["width"] <= 1000


def test_the_preview_is_light_and_dark_whatever_the_device_likes(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft, color_scheme="light")
    write(page, draft)
    page.get_by_role("button", name="Preview").click()
    reader = page.frame_locator("[name=preview]").locator("body")
    expect(reader).to_have_css("background-color", "rgb(251, 248, 241)")

    page.locator(".segments label", has_text="Dark").click()
    expect(reader).to_have_css("background-color", "rgb(16, 24, 22)")
    page.emulate_media(color_scheme="dark")
    page.locator(".segments label", has_text="Light").click()

    expect(reader).to_have_css("background-color", "rgb(251, 248, 241)")


def test_a_preview_that_cannot_be_had_says_so_and_the_words_stay(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft)
    write(page, draft)
    page.locator(".cke_editable p").first.click()
    page.keyboard.type("Kept. ")
    page.context.clear_cookies()  # signed out meanwhile

    page.get_by_role("button", name="Preview").click()

    expect(page.locator(".preview__state")).to_contain_text("The preview can't be shown now.")
    page.get_by_role("dialog", name="Preview").get_by_role("button", name="Close").click()
    expect(page.locator(".cke_editable")).to_contain_text("Kept.")


def test_without_a_script_everything_is_there_and_the_preview_is_a_tab_of_its_own(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft, java_script_enabled=False)
    page.goto(f"/desk/revisions/{draft.pk}/edit/")

    for name in ("Checks", "References", "Discussion", "History", "Settings"):
        expect(page.get_by_role("heading", level=2, name=re.compile(name)).first).to_be_visible()
    page.locator("textarea[name=body]").fill("<h2>Typed as HTML</h2><p>Without a script.</p>")
    with page.context.expect_page() as tab:
        page.get_by_role("button", name="Preview").click()
    expect(tab.value.get_by_role("heading", name="Typed as HTML")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()

    draft.refresh_from_db()
    assert draft.body.count("Without a script.") == 1


def test_on_a_phone_nothing_is_cut_and_everything_is_reached(browser, live_server, client, draft):
    page = opened(browser, live_server.url, client, draft)
    page.set_viewport_size({"width": 360, "height": 740})
    write(page, draft)

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("link", name="Checks, references, settings").click()
    page.get_by_role("tab", name="Settings").click()
    expect(page.get_by_label("Topic")).to_be_visible()
    small = page.evaluate("""() => [...document.querySelectorAll("a.cke_button, .writing button, .tabs a")]
      .filter((each) => each.checkVisibility())
      .map((each) => [each.getBoundingClientRect(), each.textContent])
      .filter(([box]) => box.width < 24 || box.height < 24)""")
    assert small == []
