"""Nothing is lost where text is twice as large, or a page is magnified four times (1280 CSS pixels become 320)."""

import pytest

from tests.chromium import launched

pytestmark = pytest.mark.browser
PAGES = [
    "/",
    "/articles/",
    "/articles/panic-attacks/",
    "/search/?q=sleep",
    "/es/articles/ataques-de-panico-que-pasa-y-que-ayuda/",
]
# What does not fit into its own box, and what stands outside of the page.
LOST = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((each) => {
  const aside = each.closest("svg, .visually-hidden, [aria-hidden=true]");
  if (aside || !each.checkVisibility({ visibilityProperty: true })) return false;
  const box = each.getBoundingClientRect(), style = getComputedStyle(each);
  const cut = style.overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1;
  return box.width > 0 && (cut || box.right > innerWidth + 1 || box.left < -1);
}).map((each) => each.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "text"), [(1280, "200%"), (640, "200%"), (320, "100%")])
def test_nothing_is_cut_off(demonstration_site, path, width, text):
    with launched() as browser:
        page = browser.new_context(base_url=demonstration_site, viewport={"width": width, "height": 800}).new_page()
        page.goto(path)
        page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text)

        assert page.evaluate(LOST) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
