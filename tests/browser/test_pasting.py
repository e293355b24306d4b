"""Pasting into the real editor what four programs put on the clipboard: structure stays, styles go, people are told."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles import richtext
from tests.browser.test_hostile_words import HOOKS, encodable
from tests.chromium import launched, picture
from tests.clipboards import CLIPBOARDS, WORD_LISTS
from tests.factories import make_draft
from tests.hostile_words import ATTACKS
from tests.writing_page import WORDS, caret_at_end, open_writing_page, save_and_stay, words_in_the_editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A paste as the browser makes one: an event with the clipboard's data, at the cursor.
PASTE = """
(root, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", new DOMParser().parseFromString(html, "text/html").body.textContent);
  root.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
"""
EMPTY = "() => new Promise((done) => Object.values(CKEDITOR.instances)[0].setData('', { callback: done }))"
KEPT = re.compile(
    r"<h2>Iron tablets</h2><h3>How to take them</h3>"
    r"<p>Take <strong>one tablet</strong> a day. "
    r"A normal count is 4.5 × 10<sup>12</sup>/L of blood. 65 mg is usual.</p>"
    r"<ul><li>with water</li><li>not with tea</li></ul>"
    r"<table><tbody><tr><td>Age</td><td>Dose</td></tr></tbody></table>"
    r'<p>Read <a href="https://www.cdc.gov/iron/">more</a>\.(?:now)?</p>'
)


def paste(page: Page, html: str) -> None:
    page.evaluate(EMPTY)
    caret_at_end(page)
    page.locator(WORDS).evaluate(PASTE, html)
    expect(page.locator(WORDS)).not_to_have_text("")


def squeezed(html: str) -> str:
    """Cleaned as it would be saved, without directions, ids and the spaces that mean nothing."""
    html = re.sub(r' (?:id|dir)="[^"]*"', "", richtext.clean(html)).replace("&nbsp;", " ")
    html = re.sub(r"\s+", " ", html)
    html = re.sub(r" (?=<[uo]l)", "", html)
    return re.sub(r"> <|(?<=>) (?=</)", lambda found: found[0].replace(" ", ""), html).strip().removesuffix("<p></p>")


def test_structure_is_kept_styles_are_dropped_and_what_was_dropped_is_said(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        page.add_init_script(HOOKS)
        open_writing_page(page, live_server.url, client, revision)
        for program, html in CLIPBOARDS.items():
            paste(page, html)
            expect(page.locator(".editor-note[role=status]")).to_contain_text("Pasted. We left out:")
            words = squeezed(words_in_the_editor(page))
            assert KEPT.fullmatch(words), (program, words)
        picture(page, "paste_note")

        paste(page, WORD_LISTS)
        assert squeezed(words_in_the_editor(page)) == (
            "<ul><li>one<ul><li>one a</li><li>one b</li></ul></li>"
            "<li>two<ul><li>deep</li><li>deep again</li></ul></li></ul><p>Then</p>"
            '<ol start="3"><li>third</li><li>fourth</li></ol>'
        )

        paste(page, CLIPBOARDS["the web"])
        note = page.locator(".editor-note p").inner_text()
        assert note == (
            "Pasted. We left out: 4 scripts, 1 embedded page or player, 1 struck-out passage, with its words, "
            "1 picture from elsewhere, 1 link with an address that can't be used, colors, fonts and other styles."
        )
        page.locator(".editor-note button").press("Enter")
        expect(page.locator(".editor-note")).to_be_empty()

        save_and_stay(page)
        revision.refresh_from_db()
        assert KEPT.fullmatch(squeezed(revision.body))
        assert page.evaluate("window.executed") == []


def test_hostile_clipboards_run_nothing(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        page.add_init_script(HOOKS)
        open_writing_page(page, live_server.url, client, revision)

        for attack in ATTACKS[::3]:
            page.locator(WORDS).evaluate(PASTE, encodable(attack))
        page.wait_for_timeout(500)

        assert page.evaluate("window.executed") == []


def test_words_that_are_too_long_stay_in_the_editor_and_are_not_sent(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        open_writing_page(page, live_server.url, client, revision)
        page.evaluate("Object.values(CKEDITOR.instances)[0].setData('<p>' + 'word '.repeat(500000) + '</p>')")

        page.locator("button[name=stay][value='1']").first.click()

        expect(page.locator(".editor-note")).to_contain_text("Not sent: these words have 2,500,")
        assert len(words_in_the_editor(page)) > 2_000_000
        assert page.url.endswith("/edit/")
