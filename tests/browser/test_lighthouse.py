"""What Lighthouse measures of the pages that readers come to first.

The whole of it runs where its command is installed (`npm install -g lighthouse`): 100 in each of its four categories,
on a phone and a slow line, in both languages. What it weighs most is measured here without it, in any case.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chromium import FLAGS, executable, launched

pytestmark = pytest.mark.browser
PAGES = [
    "/",
    "/articles/",
    "/articles/panic-attacks/",
    "/search/",
    "/es/",
    "/es/articles/ataques-de-panico-que-pasa-y-que-ayuda/",
]
PHONE = {"width": 412, "height": 823}
# Shifts and what blocks the first paint, as the browser itself tells them.
SEEN = """() => new Promise((done) => {
  let shifted = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) shifted += each.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done({
    shifted,
    scripts: document.scripts.length - document.querySelectorAll("script[type='application/ld+json']").length,
    sheets: document.querySelectorAll("link[rel=stylesheet]").length,
    described: (document.querySelector("meta[name=description]") ?? {}).content ? 1 : 0,
    hidden: document.querySelectorAll("meta[name=robots]").length,
    canonical: document.querySelectorAll("link[rel=canonical]").length,
    loaded: performance.getEntriesByType("resource").filter((each) => each.transferSize > 0).length,
  }), 400);
})"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_or_waits_and_machines_may_read_it(demonstration_site, path):
    with launched() as browser:
        page = browser.new_context(base_url=demonstration_site, viewport=PHONE).new_page()
        told = []
        page.on("console", lambda message: told.append(message.text))
        page.goto(path)
        seen = page.evaluate(SEEN)

    assert told == []
    assert (seen["shifted"], seen["scripts"], seen["sheets"]) == (0, 0, 1)
    assert (seen["described"], seen["hidden"], seen["canonical"]) == (1, 0, 1)


@pytest.mark.skipif(shutil.which("lighthouse") is None, reason="Lighthouse is not installed")
@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_gives_100_in_each_category(demonstration_site, path, tmp_path: Path):
    found = tmp_path / "found.json"
    flags = f"--chrome-flags=--headless {' '.join(FLAGS)}"
    command = ["lighthouse", demonstration_site + path, "--quiet", flags, "--output=json", f"--output-path={found}"]
    subprocess.run(command, check=True, timeout=120, env={**os.environ, "CHROME_PATH": executable() or ""})
    told = json.loads(found.read_text(encoding="utf-8"))["categories"]

    assert {name: round(each["score"] * 100) for name, each in told.items()} == {
        "performance": 100,
        "accessibility": 100,
        "best-practices": 100,
        "seo": 100,
    }
