"""The writing page as it is served: every file under a name made of its content, and none of them missing."""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Page, Route, expect

from tests.chromium import launched
from tests.factories import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")
DIALOGS = ("link", "table", "specialchar")


@pytest.fixture
def collected(tmp_path: Path) -> Iterator[Path]:
    """The folder that a deploy collects, with the storage that a deploy uses."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": STORAGE},
    }
    with override_settings(STATIC_ROOT=str(tmp_path), STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield tmp_path


class Asked:
    """Serves the collected folder, and only that, and remembers what was asked for and what was not there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.found, self.missing = folder, set[str](), set[str]()

    def serve(self, route: Route) -> None:
        name = unquote(urlsplit(route.request.url).path).removeprefix("/static/")
        path = self.folder / name
        if not path.is_file():
            self.missing.add(name)
            route.fulfill(status=404)
            return
        self.found.add(name)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        route.fulfill(status=200, body=path.read_bytes(), headers={"Content-Type": kind})


def opened(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".cke_wysiwyg_div")).to_be_visible(timeout=20_000)
    page.wait_for_function("document.querySelector('.cke_wysiwyg_div').isContentEditable")


def test_every_file_that_the_writing_page_and_ckeditor_ask_for_is_there(live_server, client, collected):
    draft = make_draft()
    client.force_login(draft.saved_by)
    asked, problems = Asked(collected), []
    with launched() as browser:
        page = browser.new_page(base_url=live_server.url)
        page.context.add_cookies(
            [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
        )
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        page.route("**/static/**", asked.serve)

        opened(page, f"/desk/revisions/{draft.pk}/edit/")
        for name in DIALOGS:
            page.evaluate("name => CKEDITOR.instances.id_body.execCommand(name)", name)
            expect(page.locator(".cke_dialog:visible")).to_have_count(1)
            page.keyboard.press("Escape")
            expect(page.locator(".cke_dialog:visible")).to_have_count(0)
        page.goto("about:blank")  # no request is under way when the tables are emptied

    assert (sorted(asked.missing), problems) == ([], [])
    assert {f"ckeditor/ckeditor/plugins/{name}/dialogs/{name}.js" for name in DIALOGS} <= asked.found
    assert any(name.startswith("articles/writing/checks.") and HASHED.search(name) for name in asked.found)
    # CKEditor makes the addresses of its own files itself; every file of ours has its name from the storage.
    ours = [name for name in asked.found if not name.startswith("ckeditor/") and not HASHED.search(name)]
    assert ours == []
