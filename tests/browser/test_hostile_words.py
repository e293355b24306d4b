"""Hostile words in a real Chromium: cleaned on a page without any other defence, and raw in the running editor."""

import pytest
from playwright.sync_api import Page, Request, expect

from articles import richtext
from tests.chromium import launched
from tests.factories import make_draft
from tests.hostile_words import ATTACKS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# What an attack calls, and what else shows that somebody's words run.
HOOKS = """
window.executed = [];
window.ran = () => window.executed.push(String(new Error().stack));
for (const name of ["alert", "prompt", "confirm", "open", "print"]) window[name] = () => window.executed.push(name);
"""
# Everything a reader might do by mistake, on every element.
PROVOKE = """
(root) => {
  for (const element of root.querySelectorAll("*")) {
    for (const kind of ["click", "focus", "mouseover", "pointerenter", "toggle", "animationstart", "load", "error"]) {
      const event = new Event(kind, { cancelable: true });
      event.preventDefault();
      element.dispatchEvent(event);
    }
    if (/^(javascript|data|vbscript|blob):/i.test(element.protocol ?? "")) window.executed.push(element.href);
  }
  return root.querySelectorAll("*").length;
}
"""
IN_THE_EDITOR = """
async (attacks) => {
  const editor = Object.values(CKEDITOR.instances)[0];
  const kept = [];
  for (const words of attacks) {
    await new Promise((resolve) => editor.setData(words, { callback: resolve }));
    kept.push(editor.getData());
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return kept;
}
"""


def cleaned(raw: list[str]) -> list[str]:
    outputs = []
    for words in raw:
        try:
            outputs.append(richtext.clean(words))
        except richtext.TooLarge:
            continue
    return outputs


def shown(page: Page, words: list[str]) -> list[str]:
    """What ran while the words stood on a page that has no Content-Security-Policy."""
    page.add_init_script(HOOKS)
    body = "".join(f"<article>{each}</article>" for each in words)
    page.route("**/*", lambda route: route.fulfill(body=f"<!doctype html>{body}", content_type="text/html"))
    page.goto("http://words.example/")
    page.wait_for_timeout(500)
    page.locator("body").evaluate(PROVOKE)
    return page.evaluate("window.executed")


def signed_in_editor(page: Page, address: str, client, revision) -> None:
    client.force_login(revision.saved_by)
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": address}])
    page.add_init_script(HOOKS)
    page.goto(f"{address}/desk/revisions/{revision.pk}/edit/")
    expect(page.locator(".cke_wysiwyg_div")).to_be_visible()


def encodable(words: str) -> str:
    return words.encode("utf-8", "ignore").decode()


def test_the_hooks_notice_words_that_run():
    with launched() as browser:
        assert len(shown(browser.new_page(), ["<img src=x onerror=ran(1)>", "<p onclick=ran(1)>x</p>"])) >= 2


def test_cleaned_words_run_nothing_and_call_nobody():
    with launched() as browser:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))

        executed = shown(page, cleaned(ATTACKS))

        assert executed == []
        assert [url for url in asked if "favicon" not in url] == ["http://words.example/"]


def test_raw_words_in_the_editor_run_nothing_and_call_nobody(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        asked: list[Request] = []
        page.on("request", lambda request: asked.append(request))
        signed_in_editor(page, live_server.url, client, revision)

        kept = page.evaluate(IN_THE_EDITOR, [encodable(words) for words in ATTACKS])

        assert page.evaluate("window.executed") == []
        # CKEditor tries to fetch pictures while it parses; the policy of the page stops them before they leave.
        abroad = [request for request in asked if not request.url.startswith((live_server.url, "data:"))]
        assert {request.failure for request in abroad} == {"csp"}
        assert shown(browser.new_page(), cleaned(kept)) == []  # as they would be saved and read


def test_the_editor_still_works_after_them(live_server, client):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda problem: problems.append(str(problem)))
        signed_in_editor(page, live_server.url, client, revision)

        page.evaluate(IN_THE_EDITOR, [encodable(words) for words in ATTACKS])
        words = page.evaluate(IN_THE_EDITOR, ["<h2>Dose</h2><p>5 mg</p>"])

        assert [each.replace("\n", "") for each in words] == ["<h2>Dose</h2><p>5 mg</p>"]
        assert problems == []


@pytest.mark.parametrize("mark", ["s", "strike", "del"])
def test_a_struck_out_dose_is_gone_in_the_editor_and_never_reads_as_live(live_server, client, mark):
    revision = make_draft()
    with launched() as browser:
        page = browser.new_page()
        signed_in_editor(page, live_server.url, client, revision)

        words = page.evaluate(IN_THE_EDITOR, [f"<p>Take <{mark}>50 mg</{mark}> 5 mg.</p>"])

        assert [" ".join(each.split()) for each in words] == ["<p>Take 5 mg.</p>"]
