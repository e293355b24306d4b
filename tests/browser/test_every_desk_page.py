"""Every page of the desk that can be opened: no barrier that axe can measure, and the keyboard reaches everything."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from playwright.sync_api import Page

from clinic_cms.role_sync import sync_roles
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR, PRIVACY_OFFICER, PUBLISHER
from tests.browser.test_axe import FOCUS_IS_VISIBLE, looks
from tests.chromium import launched
from tests.factories import make_person
from tests.roles.desk import ADDRESSES, things

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROLES = [EDITOR, CLINICIAN, PUBLISHER, MODERATOR, PRIVACY_OFFICER, ADMINISTRATOR]
NO_PAGE = {"evidence"}  # a file
MOST_STOPS = 150
# Everything a mouse can use and that can be seen; of radio buttons one is enough, arrows lead to the others. What has
# tabindex="-1" is reached by arrows inside its toolbar or list of tabs.
REACHABLE = """() => {
  const all = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable=true]");
  const seen = new Set();
  let next = 0;
  for (const each of all) {
    if (each.disabled || each.type === "hidden" || each.tabIndex < 0 || each.closest("[inert]")) continue;
    if (each.parentElement.isContentEditable) continue; // a link in the words that are being written
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    const group = each.type === "radio" ? `${each.form?.id}.${each.name}` : null;
    if (group !== null && seen.has(group)) continue;
    seen.add(group);
    each.dataset.stop = next++;
  }
  return next;
}"""
STOP = "document.activeElement.dataset.stop ?? document.activeElement.name ?? ''"


@pytest.fixture
def everybody():
    """One person with every role, so that every page opens."""
    sync_roles()
    person = make_person(EDITOR, "everybody")
    person.groups.set(Group.objects.filter(name__in=ROLES))
    return person


def opened(page: Page, address: str) -> bool:
    """Whether there is a whole page at that address."""
    answer = page.goto(address)
    if not answer.ok or not page.locator("main").count():
        return False
    if page.locator("textarea[data-type=ckeditortype]").count():
        page.locator(".cke_editable[role=textbox]").wait_for(timeout=20_000)
    return True


def not_reached(page: Page) -> list[str]:
    """What the Tab key does not come to, and where it comes without showing it."""
    page.set_viewport_size({"width": 1280, "height": 900})
    stops = min(page.evaluate(REACHABLE), MOST_STOPS)
    page.evaluate("document.activeElement.blur()")
    reached: set[str] = set()
    hidden: list[str] = []
    for _each in range(stops + 12):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop not in reached and stop != "" and not page.evaluate(FOCUS_IS_VISIBLE):
            hidden.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        reached.add(stop)
    missing = [str(number) for number in range(stops) if str(number) not in reached]
    left_out = [
        page.evaluate("(stop) => document.querySelector(`[data-stop='${stop}']`)?.outerHTML.slice(0, 120)", stop)
        for stop in missing
    ]
    return [f"not reached: {each}" for each in left_out] + [f"focus not seen: {each}" for each in hidden]


def test_no_page_of_the_desk_has_a_barrier_and_the_keyboard_reaches_all_of_it(live_server, everybody):
    made, client = things(), Client()
    client.force_login(everybody)
    problems: list[str] = []
    pages = 0
    with launched() as browser:
        context = browser.new_context(base_url=live_server.url, reduced_motion="reduce")
        session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context.add_cookies([session])
        page = context.new_page()
        for address in ADDRESSES:
            if address.method != "get" or address.name in NO_PAGE or not opened(page, address.url(made)):
                continue
            pages += 1
            problems += looks(page)
            problems += [f"{address.name}: {problem}" for problem in not_reached(page)]

    assert problems == []
    assert pages >= 40
