"""Building blocks in a real Chromium: inserted from the menu, filled by typing, saved, read again, saved again."""

import re
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles.blocks import BLOCKS, Block
from tests.chromium import launched, picture
from tests.factories import make_draft
from tests.writing_page import caret_at_end, open_writing_page, save_and_stay, words_in_the_editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class TopLevel(HTMLParser):
    """What stands side by side in some words: the element, and its class where it has one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth, self.found = 0, list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth == 0:
            self.found.append(".".join([tag, *(value for name, value in attrs if name == "class" and value)]))
        self.depth += tag not in ("br", "hr", "img")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1


def top_level(html: str) -> list[str]:
    return TopLevel(html).found


def shape(block: Block) -> str:
    return TopLevel(block.html).found[0]


def insert(page: Page, block: Block) -> None:
    """From the menu, by keyboard alone: its shortcut, arrows down to the block, Enter."""
    page.keyboard.press("Control+Alt+b")
    menu = page.get_by_role("dialog")
    expect(menu).to_be_visible()
    names = menu.get_by_role("button").all_inner_texts()
    target = next(number for number, name in enumerate(names) if name.startswith(str(block.name)))
    for _each in range(target):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(menu).to_be_hidden()


def type_every_block(page: Page) -> None:
    for block in BLOCKS:
        insert(page, block)
        page.keyboard.type(f"Typed in “{block.key}” at 5 µg")
        page.keyboard.press("Control+Enter")


def test_every_block_survives_save_reload_edit_and_save_byte_for_byte(live_server, client):
    revision = make_draft(body="<h2>Before</h2><p>Words before.</p>")
    with launched() as browser:
        page = browser.new_page()
        open_writing_page(page, live_server.url, client, revision)
        caret_at_end(page)

        type_every_block(page)
        page.keyboard.type("After all of them.")
        save_and_stay(page)
        revision.refresh_from_db()
        first = revision.body

        save_and_stay(page)
        revision.refresh_from_db()
        again = revision.body

        page.locator(".cke_wysiwyg_div h2").first.click()
        page.keyboard.press("Home")
        page.keyboard.type("Not ")
        save_and_stay(page)
        revision.refresh_from_db()

    assert [block.key for block in BLOCKS if f"Typed in “{block.key}” at 5 µg" not in first] == []
    assert top_level(first) == ["h2", "p", *(shape(block) for block in BLOCKS), "p"]
    assert again == first
    assert revision.body == first.replace('<h2 id="w-before">Before', '<h2 id="w-not-before">Not Before')


def axe_violations(page: Page) -> list[str]:
    rules = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag22aa"]}}
    return [found["id"] for found in Axe().run(page, "dialog", rules).response["violations"]]


def text_of(page: Page) -> str:
    """The words as the editor would save them, without CKEditor's line breaks and ids."""
    return re.sub(r' id="[^"]*"|\n\t*', "", words_in_the_editor(page)).replace(">&nbsp;<", "><")


def by_key(key: str) -> Block:
    return next(block for block in BLOCKS if block.key == key)


def start_over(page: Page, html: str) -> None:
    page.evaluate(
        "(html) => new Promise((done) => Object.values(CKEDITOR.instances)[0].setData(html, { callback: done }))", html
    )
    caret_at_end(page)


def choose(page: Page, name: str) -> None:
    page.keyboard.press("Control+Alt+b")
    page.get_by_role("dialog").get_by_role("button", name=name).click()


def test_a_block_is_left_removed_and_made_of_words_by_keyboard(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        open_writing_page(page, live_server.url, client, revision)

        start_over(page, "<p>x</p>")
        insert(page, by_key("from-our-clinic"))
        page.keyboard.type("We offer it.")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.keyboard.type("Out.")
        aside = '<aside class="from-our-clinic"><h2>From our clinic</h2><p>We offer it.</p></aside>'
        assert text_of(page) == f"<p>x</p>{aside}<p>Out.</p>"

        start_over(page, "<p>x</p>")
        insert(page, by_key("key-points"))
        page.keyboard.type("One")
        page.keyboard.press("Control+Shift+Enter")
        page.keyboard.type("Between.")
        assert text_of(page).startswith('<p>x</p><p>Between.</p><div class="key-points"><h2>Key points</h2><ul><li>One')

        start_over(page, "<p>x</p>")
        insert(page, by_key("quotation"))
        page.keyboard.type("Rest well.")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.keyboard.type("A nurse")
        page.keyboard.press("Enter")
        page.keyboard.type("After.")
        figure = "<blockquote><p>Rest well.</p></blockquote><figcaption>A nurse</figcaption>"
        assert text_of(page) == f'<p>x</p><figure class="quotation">{figure}</figure><p>After.</p>'

        start_over(page, "<p>x</p>")
        insert(page, by_key("off-label"))
        page.keyboard.type("Not approved.")
        choose(page, "Remove the box, keep the words")
        assert text_of(page) == "<p>x</p><h3>This is an off-label use</h3><p>Not approved.</p>"

        start_over(page, "<p>x</p>")
        insert(page, by_key("risks"))
        choose(page, "Delete it with its words")
        page.keyboard.type("y")
        assert text_of(page) == "<p>x</p><p>y</p>"

        start_over(page, "<p>One.</p><p>Two.</p>")
        page.keyboard.press("Control+Home")
        page.keyboard.press("Control+Shift+End")
        insert(page, by_key("other-options"))
        assert text_of(page) == (
            '<section class="other-options"><h2>Other options</h2><p>One.</p><p>Two.</p></section>'
        )

        page.keyboard.press("Control+z")
        assert text_of(page) == "<p>One.</p><p>Two.</p>"


def test_an_abbreviation_is_explained_changed_and_left_alone_by_keyboard(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        open_writing_page(page, live_server.url, client, revision)
        start_over(page, "<p>By</p>")

        page.keyboard.type(" ")
        page.keyboard.press("Control+Alt+a")
        page.keyboard.type("IV")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_have_text("Give both: the abbreviation, and what it stands for.")
        page.keyboard.type("into a vein")
        page.keyboard.press("Enter")
        assert text_of(page) == '<p>By&nbsp;<abbr title="into a vein">IV</abbr></p>'

        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Control+Alt+a")
        expect(page.get_by_label("What it stands for")).to_have_value("into a vein")
        assert axe_violations(page) == []
        page.get_by_role("button", name="Remove the explanation").click()
        assert text_of(page) == "<p>By&nbsp;IV</p>"
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_menu_is_accessible_and_gives_the_cursor_back(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        open_writing_page(page, live_server.url, client, revision)
        start_over(page, "<p>Words</p>")
        insert(page, by_key("care-card--urgent"))

        page.keyboard.press("Control+Alt+b")
        assert axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        picture(page, "blocks_menu_phone")
        page.keyboard.press("Escape")
        page.keyboard.type("Typed.")

        assert "<li>Typed.</li>" in text_of(page)
