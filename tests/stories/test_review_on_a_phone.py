"""A clinician with ten minutes and a phone: from the queue to the sign-off, with a keyboard and nothing else."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from articles.domain import discussing, reviewing
from articles.models import Revision, SignOff, Thread
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN
from tests.chromium import launched, picture
from tests.factories import BODY, REFERENCE, make_live, make_person, make_update

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a-long-password-for-the-story"
PHONE = {"width": 390, "height": 844}
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
# Drawn around, inside the viewport, and not under a bar that sticks to an edge. Past the end of the page the focus is
# with the browser itself, which leaves the body.
FOCUS_IS_SEEN = """() => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getClientRects()[0]
    if (here === document.body) return true
    if (!box) return false
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    const inside = middle[0] > 0 && middle[0] < innerWidth && middle[1] > 0 && middle[1] < innerHeight
    const top = inside && document.elementFromPoint(...middle)
    return drawn && inside && (here.contains(top) || top.contains(here))
}"""


class Phone:
    """One person's phone with a keyboard: no mouse, no touch, and nothing that only a script can do."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.page: Page = browser.new_context(base_url=address, viewport=PHONE, reduced_motion="reduce").new_page()
        self.unseen: list[str] = []

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        if key == "Tab" and not self.page.evaluate(FOCUS_IS_SEEN):
            self.unseen.append(self.page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))

    def tab_to(self, what: str) -> None:
        """Press Tab until what has the focus is `what`, a selector."""
        for _press in range(80):
            self.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", what):
                return
        raise AssertionError(f"Tab never reached {what}")

    def follow(self, what: str) -> None:
        self.tab_to(what)
        self.press("Enter")

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def barriers(self) -> list[str]:
        """What axe finds in light and in dark, and whether the page scrolls sideways."""
        found = []
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            violations = Axe().run(self.page, options=RULES).response["violations"]
            found += [f"{self.page.url} {scheme} {each['id']}: {each['nodes'][0]['html'][:160]}" for each in violations]
        self.page.emulate_media(color_scheme="light")
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{self.page.url} scrolls sideways")
        return found


@pytest.fixture
def doctor() -> User:
    person = make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei")
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    return person


@pytest.fixture
def revision() -> Revision:
    """An update of a live article, in which a number has changed."""
    title = "Walking, mood and sleep: a long title that has to break on a narrow screen"
    second = REFERENCE | {"title": title, "url": "https://www.cdc.gov/sleep/"}
    body = BODY + '<p>Most people sleep better within 4 weeks<sup><a href="#ref-2">2</a></sup>.</p>'
    live = make_live(body=body, references=[REFERENCE, second])
    draft = make_update(live, body=body.replace("4 weeks", "6 weeks"), change_note="Six weeks, as the new review says.")
    return reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)


@pytest.fixture
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


def sign_in(phone: Phone, person: User) -> None:
    phone.page.goto("/desk/")
    phone.tab_to("input[name=login]")
    phone.type(person.username)
    phone.tab_to("input[name=password]")
    phone.type(PASSWORD)
    phone.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text(person.display_name)


def open_from_the_queue(phone: Phone, revision: Revision) -> None:
    phone.tab_to(".desk-bar__narrow > summary")
    phone.press("Enter")
    phone.follow("nav a[href='/desk/reviews/']")
    expect(phone.page).to_have_url(f"{phone.page.url.split('/desk/')[0]}/desk/reviews/")
    picture(phone.page, "phone-1-queue")
    phone.follow(f"main a[href^='/desk/revisions/{revision.pk}/']")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(revision.title)


def read_to_the_end(phone: Phone) -> None:
    """Down the page, screen by screen, until the last section of the words has come up."""
    last = phone.page.get_by_role("heading", name="References")
    for _screen in range(30):
        box = last.bounding_box()
        if box and box["y"] < PHONE["height"]:
            return
        phone.press("PageDown")
        phone.page.wait_for_function("() => new Promise(done => requestAnimationFrame(() => done(true)))")
    raise AssertionError("The end of the words never came")


def discuss(phone: Phone, revision: Revision) -> None:
    """Choose a sentence in the words, ask about it, read the author's answer, and resolve the thread."""
    phone.follow("nav a[href='#discussion']")
    phone.follow("#new-thread summary")
    phone.follow("#new-thread [data-keyboard]")
    for _block in range(5):  # the title, the summary, two headings and a paragraph come before it
        phone.press("ArrowDown")
    for _word in ["Stop", "if", "it", "hurts."]:
        phone.press("Shift+ArrowLeft")
    picture(phone.page, "phone-4-chosen")
    phone.press("Enter")
    expect(phone.page.locator("#new-thread textarea[name=quote]")).to_have_value("Start with ten minutes.")
    expect(phone.page.locator("#new-thread textarea[name=text]")).to_be_focused()
    phone.type("Also after an operation?")
    phone.follow("#new-thread button")
    expect(phone.page.get_by_text("One thread is open. It has to be resolved before")).to_be_visible()
    expect(phone.page.get_by_role("button", name="Give the clinical sign-off")).to_be_disabled()
    thread = Thread.objects.get()
    assert (thread.quote, thread.section) == ("Start with ten minutes.", "w-what-you-can-do")
    assert thread.suffix.startswith("Stop if it hurts.")
    discussing.reply(thread, by=revision.saved_by, text="No: it says to ask first, two lines on.")
    phone.page.goto(revision.get_absolute_url())
    picture(phone.page, "phone-5-answered")
    phone.follow(f"#thread-{thread.pk} summary")
    phone.follow(f"#thread-{thread.pk} button[formaction]")
    expect(phone.page.get_by_text("No thread is open.")).to_be_visible()


def answer(phone: Phone, field: str, arrows: int = 0) -> None:
    """Into a group of radio buttons, and choose the first answer, or the one so many arrows on."""
    phone.tab_to(f"input[name={field}]")
    phone.press("Space")
    for _arrow in range(arrows):
        phone.press("ArrowRight")


def test_a_clinician_reviews_and_signs_on_a_phone_by_keyboard_alone(live_server, browser, doctor, revision):
    phone = Phone(browser, live_server.url)
    sign_in(phone, doctor)
    barriers = phone.barriers()
    open_from_the_queue(phone, revision)
    barriers += phone.barriers()
    picture(phone.page, "phone-2-words")
    read_to_the_end(phone)

    phone.page.reload()
    phone.follow("main a[href*='/compare/']")
    expect(phone.page.get_by_role("heading", name="Numbers changed")).to_be_visible()
    picture(phone.page, "phone-3-compared")
    barriers += phone.barriers()
    phone.follow(f"main a[href='{revision.get_absolute_url()}']")
    expect(phone.page.get_by_text("These words are frozen.")).to_be_visible()
    discuss(phone, revision)
    barriers += phone.barriers()
    phone.follow("nav a[href='#sign_off-clinical']")
    for field in ("numbers", "risks", "help", "complete"):
        answer(phone, field)
    answer(phone, "off_label", arrows=2)
    answer(phone, "reference_1")
    answer(phone, "interest")
    phone.tab_to("textarea[name=note]")
    phone.type("Numbers checked against the guideline.")
    phone.follow(".sign-form button")

    told = phone.page.locator(".sign-form [role=alert]")
    expect(told).to_be_focused()
    expect(told).to_contain_text("1 question has no answer yet")
    barriers += phone.barriers()
    picture(phone.page, "phone-6-one-answer-missing")
    phone.follow(".sign-form [role=alert] a")
    expect(phone.page.locator("input[name=reference_2]").first).to_be_focused()
    phone.press("Space")
    phone.follow(".sign-form button")

    expect(phone.page.get_by_text("Signed off. It still needs another sign-off.")).to_be_visible()
    picture(phone.page, "phone-7-signed")
    signed = SignOff.objects.get(by=doctor)
    assert signed.note == "Numbers checked against the guideline."
    assert [each["answer"] for each in signed.answers["questions"]] == ["yes"] * 4 + ["does_not_apply"]
    assert [each["verdict"] for each in signed.answers["references"]] == ["still_right", "still_right"]
    assert (barriers + phone.barriers(), phone.unseen) == ([], [])
