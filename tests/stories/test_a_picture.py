"""A picture on its way to readers: taken in while writing, described, put at the top and into the words, signed off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from articles.domain import publishing, reviewing
from articles.models import Picture, Revision
from clinic_cms.roles import EDITOR, PUBLISHER
from tests.chromium import launched, picture
from tests.factories import give_sign_offs, make_draft, make_person
from tests.pictures import encoded, image, make_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a-long-password-for-the-story"
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
DROP = """(words, bytes) => {
    const [target, content] = [words, Uint8Array.from(bytes)]
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], "dropped.png", { type: "image/png" }))
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }))
}"""
LOADED = """Promise.all(
    [...document.querySelectorAll("main img")].map((each) => each.decode().then(() => each.currentSrc)))"""


@pytest.fixture
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def writing(browser, live_server) -> Page:
    """An editor who has a draft open."""
    editor = make_person(EDITOR, "maya")
    editor.set_password(PASSWORD)
    editor.save()
    draft = make_draft(by=editor)
    page = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}).new_page()
    page.goto("/accounts/login/")
    page.get_by_label("Username or e-mail address").fill("maya")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk/")
    page.goto(f"/desk/revisions/{draft.pk}/edit/")
    page.locator(".cke_editable[role=textbox]").wait_for(timeout=15_000)
    return page


@pytest.fixture
def photo(tmp_path) -> Path:
    path = tmp_path / "IMG_2041.JPG"
    path.write_bytes(encoded(image(1200, 800)))
    return path


def dialog(page: Page):
    return page.get_by_role("dialog", name="Picture")


def describe(page: Page, alt: str, caption: str = "") -> None:
    dialog(page).get_by_label("What it shows, for who cannot see it").fill(alt)
    dialog(page).get_by_label("Caption, with the maker's name").fill(caption)
    dialog(page).get_by_role("button", name="Put it in").click()


def save_and_stay(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Save and keep writing").click()
    page.locator(".cke_editable[role=textbox]").wait_for(timeout=15_000)


def violations(page: Page) -> list[str]:
    found = []
    for width, scheme in [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [
            f"{page.url} {width} {scheme} {each['id']}: {each['nodes'][0]['html'][:160]}"
            for each in Axe().run(page, options=RULES).response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{page.url} {width} scrolls sideways")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_a_photo_goes_from_the_camera_to_readers_with_words_and_without_its_past(writing, photo, live_server):
    page = writing
    page.locator(".cke_editable").click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Alt+p")
    dialog(page).get_by_label("Add a new picture").set_input_files(photo)
    expect(dialog(page).get_by_text("The picture is in the library. Say what it shows.")).to_be_visible(timeout=20_000)
    describe(page, "")
    expect(dialog(page).get_by_role("alert")).to_have_text(
        "Say what the picture shows, or mark that it only decorates."
    )
    describe(page, "A red and a blue field", "Drawing: us")
    expect(page.locator(".cke_editable figure img")).to_have_attribute("alt", "A red and a blue field")
    page.get_by_role("tab", name="Settings").click()
    page.get_by_role("button", name="Choose a picture").click()
    dialog(page).locator(".picture-choice").first.click()
    describe(page, "Two fields", "Drawing: us")
    picture(page, "picture-1-writing")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/desk/revisions/*/")
    expect(page.locator(".lead-picture img")).to_have_attribute("alt", "Two fields")

    draft, kept = Revision.objects.get(), Picture.objects.get()
    signed = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
    before = page.context.browser.new_context(base_url=live_server.url).new_page().goto(kept.address)
    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    reader = page.context.browser.new_context(
        base_url=live_server.url, viewport={"width": 360, "height": 740}
    ).new_page()
    reader.goto(draft.article.get_absolute_url())
    reader.locator(".prose figure img").scroll_into_view_if_needed()
    expect(reader.locator(".prose figcaption")).to_have_text("Drawing: us")
    loaded = reader.evaluate(LOADED)
    picture(reader, "picture-2-reader")
    assert before is not None
    assert (before.status, len(loaded), reader.context.cookies()) == (404, 2, [])
    assert {each.removeprefix(f"{live_server.url}/pictures/{kept.token}/") for each in loaded} <= {
        "640/",
        "960/",
        "320/",
    }


def test_what_was_saved_is_opened_and_saved_again_byte_for_byte(writing):
    page = writing
    make_picture(alt="A hand")
    page.locator(".cke_button__clinicpicture").click()
    dialog(page).locator(".picture-choice").first.click()
    describe(page, 'A "hand" & <5 mg>')
    save_and_stay(page)
    first = Revision.objects.get().body
    save_and_stay(page)
    page.locator(".cke_editable figure img").dblclick()
    expect(dialog(page).get_by_label("What it shows, for who cannot see it")).to_have_value('A "hand" & <5 mg>')

    assert (Revision.objects.get().body, first.count("<img")) == (first, 1)


def test_a_file_that_is_pasted_goes_into_the_library_and_no_other_way(writing):
    page = writing
    page.locator(".cke_editable").click()

    page.locator(".cke_editable").evaluate(f"(words, bytes) => ({DROP})(words, bytes)", list(encoded(kind="PNG")))
    expect(dialog(page).get_by_text("The picture is in the library. Say what it shows.")).to_be_visible(timeout=20_000)
    describe(page, "A red and a blue field")
    typed = page.evaluate("window.clinicWriting.words()")

    assert (Picture.objects.get().address in typed, "data:" in typed) == (True, False)


DROP_ON_THE_PAGE = """(bytes) => {
    const files = new DataTransfer()
    files.items.add(new File([new Uint8Array(bytes)], "field.png", { type: "image/png" }))
    for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }))
}"""


def test_a_file_that_is_dropped_on_the_library_goes_into_it(writing):
    page = writing
    page.goto("/desk/pictures/")

    page.evaluate(DROP_ON_THE_PAGE, list(encoded(kind="PNG")))

    expect(page.locator("main img")).to_have_count(1, timeout=20_000)
    assert Picture.objects.count() == 1


def test_the_library_and_the_dialog_have_no_barriers(writing):
    page = writing
    shown = make_picture(alt="A hand")
    make_picture(alt="", people="patient")
    page.locator(".cke_button__clinicpicture").click()
    dialog(page).locator(".picture-choice").first.wait_for()
    choosing = violations(page)
    dialog(page).locator(".picture-choice").first.click()
    describe(page, "")
    describing = violations(page)
    found = []
    for path in ("/desk/pictures/", shown.get_absolute_url(), "/desk/pictures/?q=nothing-like-it"):
        page.goto(path)
        found += violations(page)

    assert choosing + describing + found == []


def test_the_focal_point_is_moved_by_keyboard(writing):
    page, shown = writing, make_picture()
    page.goto(shown.get_absolute_url())

    page.get_by_label("Most important point: from the left").press("ArrowLeft")
    page.get_by_label("Most important point: from the top").press("End")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("Saved.")).to_be_visible()
    fresh = Picture.objects.get()
    assert (fresh.focal_x, fresh.focal_y) == (45, 100)
