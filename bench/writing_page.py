"""The writing page in a browser that was never there: from going to the page until CKEditor is ready to be typed in.

The site is the real one: `manage.py serve` in a folder of its own, with the static files as production names them.
"""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from bench.case import Case

if TYPE_CHECKING:
    from playwright.sync_api import StorageState

BUDGET = 1_500
ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
STOPWATCH = """
const watch = setInterval(() => {
  const editor = Object.values(window.CKEDITOR?.instances ?? {})[0];
  if (editor?.status !== "ready") return;
  clearInterval(watch);
  document.documentElement.dataset.readyAfter = performance.now();
}, 4);
"""


@dataclass(frozen=True, slots=True)
class Watched(Case):
    """A case whose `run` says itself how long it took: what it had to start first does not count."""

    def _round(self) -> float:
        return float(self.run())  # type: ignore[arg-type]


def ready_after(address: str, state: "StorageState") -> float:
    """The milliseconds that a fresh browser, signed in, needs for the page at this address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            page = browser.new_context(storage_state=state, viewport={"width": 1280, "height": 900}).new_page()
            page.add_init_script(STOPWATCH)
            page.goto(address, wait_until="commit")
            return float(page.locator("html[data-ready-after]").get_attribute("data-ready-after", timeout=60_000) or 0)
        finally:
            browser.close()


def open_a_draft() -> float:
    return ready_after(*_the_draft())


@cache
def _the_draft() -> tuple[str, Any]:
    """The address of a draft of the demonstration, and the cookies of its editor."""
    home = serve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            page = browser.new_context(base_url=home).new_page()
            page.goto("/accounts/login/")
            page.get_by_label("Username or e-mail address").fill("editor")
            page.get_by_label("Password").fill("demonstration")
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/desk/")
            page.goto("/desk/articles/?status=draft")
            path = page.locator("main a[href^='/desk/revisions/']").first.get_attribute("href")
            return f"{home}{path}edit/", page.context.storage_state()
        finally:
            browser.close()


def serve(**more: str) -> str:
    """Start the demonstration in a folder of its own; it stops, and the folder goes, when the benchmarks are over."""
    return serve_in(tempfile.mkdtemp(prefix="clinic-bench-"), **more)


def serve_in(folder: str, **more: str) -> str:
    """The same in this folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    elsewhere = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DEBUG")}
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env={
            **elsewhere,
            "VAR_DIR": folder,
            "PORT": str(port),
            "DJANGO_SETTINGS_MODULE": "clinic_cms.settings",
            **more,
        },
        stdout=subprocess.DEVNULL,
    )

    def stop() -> None:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    home = f"http://127.0.0.1:{port}"
    for _second in range(600):
        try:
            with urlopen(f"{home}/healthz", timeout=5):  # noqa: S310  our own address
                return home
        except (URLError, OSError):
            if server.poll() is not None:
                raise RuntimeError("manage.py serve has ended; run it by hand to see why.") from None
            time.sleep(1)
    raise RuntimeError("manage.py serve did not come up within ten minutes.")


CASES = (Watched("the writing page in a cold browser, until one can type", BUDGET, open_a_draft),) if CHROMIUM else ()
