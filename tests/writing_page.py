"""The editing page in a real Chromium, for the tests that write as people do."""

from typing import Any

from playwright.sync_api import Page, expect

from articles.models import Revision

WORDS = ".cke_wysiwyg_div"
CARET_AT_END = """
(root) => {
  const editor = Object.values(CKEDITOR.instances)[0];
  editor.focus();
  const range = editor.createRange();
  range.moveToElementEditEnd(editor.editable());
  range.select();
}
"""


def open_writing_page(page: Page, address: str, client: Any, revision: Revision) -> None:
    """Sign in as who saved last, open the draft, and wait until the editor has started."""
    client.force_login(revision.saved_by)
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": address}])
    page.goto(f"{address}/desk/revisions/{revision.pk}/edit/")
    expect(page.locator(WORDS)).to_be_visible()


def caret_at_end(page: Page) -> None:
    """Put the cursor behind the last word."""
    page.locator(WORDS).evaluate(CARET_AT_END)


def save_and_stay(page: Page) -> None:
    with page.expect_navigation(timeout=60_000):
        page.locator("button[name=stay][value='1']").first.click()
    expect(page.locator(WORDS)).to_be_visible()


def words_in_the_editor(page: Page) -> str:
    return page.evaluate("Object.values(CKEDITOR.instances)[0].getData()")
