"""The web server is killed while somebody writes, and started again: nothing that was typed is lost.

A process of its own serves the test's database, the way `manage.py serve` does, so that it can really be killed.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser, expect

from articles.models import Autosave, Revision
from articles.richtext import plain_text
from tests.browser.test_never_lose_a_word import Writer, kept_words, with_password
from tests.chromium import launched
from tests.factories import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds until a process answers, perhaps beside other tests


class Server:
    """One web process on a port that stays the same."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        place, _slash, _name = os.environ["TEST_DATABASE_URL"].rpartition("/")
        database = f"{place}/{connection.settings_dict['NAME']}"
        self.environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "TEST_DATABASE_URL": database}
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [
            *(sys.executable, "-m", "granian", "clinic_cms.wsgi:application", "--interface", "wsgi"),
            *("--host", "127.0.0.1", "--port", str(self.port), "--workers", "1", "--blocking-threads", "2"),
        ]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=quiet, stderr=quiet, start_new_session=True
        )
        began = time.monotonic()
        while not self.answers():
            assert time.monotonic() - began < PATIENCE, "the server did not start"
            time.sleep(0.1)

    def answers(self) -> bool:
        asked = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asked.request("GET", "/healthz")
            return asked.getresponse().status == 200
        except OSError:
            return False
        finally:
            asked.close()

    def kill(self) -> None:
        """The process and what it started, without a chance to finish anything."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)
            self.process = None


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    try:
        server.start()
        yield server
    finally:
        server.kill()


@pytest.fixture
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def draft() -> Revision:
    return make_draft(body="<p>Before.</p>")


@pytest.fixture
def writer(server, browser, draft) -> Writer:
    writer = Writer(browser, server.address, with_password(draft.saved_by))
    writer.sign_in()
    writer.open(draft)
    return writer


def test_nothing_is_lost_when_the_server_is_killed_and_started_again(server, writer):
    writer.write(" Autosaved.")
    writer.says("Saved ")

    server.kill()
    writer.write(" While it was away.")
    writer.says("The site does not answer: your words are kept on this computer since ")
    writer.page.get_by_role("button", name="Save", exact=True).click()
    writer.says("Not saved: the site does not answer.")
    writer.write(" And later.")
    writer.says("The site does not answer: your words are kept on this computer since ")
    server.start()
    writer.says("Saved ", seconds=70)  # by itself: nobody types
    assert kept_words(writer.person) == "Before. Autosaved. While it was away. And later."
    writer.write(" After.")
    writer.page.get_by_role("button", name="Save and keep writing").click()

    expect(writer.page.get_by_text("Saved.", exact=True)).to_be_visible(timeout=30_000)
    everything = "Before. Autosaved. While it was away. And later. After."
    assert plain_text(Revision.objects.get().body) == everything
    assert Autosave.objects.count() == 0


def test_nothing_is_lost_when_the_tab_is_closed_while_the_server_is_away(server, writer, draft):
    server.kill()
    writer.write(" While it was away.")
    writer.says("The site does not answer")

    writer.page.close(run_before_unload=False)
    writer.page = writer.context.new_page()
    server.start()
    writer.open(draft)
    writer.page.get_by_role("link", name="Restore").click()

    expect(writer.page.locator(".cke_wysiwyg_div")).to_have_text("Before. While it was away.")
