"""One article and one comment, from the first word to the reader, in a real browser on a real server."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import Revision
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from comments.models import Comment
from tests.chromium import launched, picture
from tests.factories import make_person, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a-long-password-for-the-story"
SENTENCE = "A short walk each day helps many people to sleep and can lift their mood. "


@pytest.fixture
def people() -> dict[str, User]:
    make_topic()
    cast = {
        "writer": make_person(EDITOR, full_name="Sam Rivera", job_title="Health writer"),
        "editor": make_person(EDITOR, full_name="Jo Lindqvist"),
        "doctor": make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei"),
        "publisher": make_person(PUBLISHER, full_name="Ines Moreau"),
        "moderator": make_person(MODERATOR, full_name="Mia Torres"),
    }
    for person in cast.values():
        person.set_password(PASSWORD)
        person.save(update_fields=["password"])
    return cast


class Visit:
    """One person's browser window."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.page: Page = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}).new_page()
        self.problems: list[str] = []
        self.page.on("pageerror", lambda problem: self.problems.append(str(problem)))
        self.page.on("console", lambda message: self.problems.append(message.text) if message.type == "error" else None)

    def signed_in_as(self, person: User) -> "Visit":
        self.page.goto("/desk/")
        self.page.get_by_label("Username or e-mail address").fill(person.username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(person.display_name)
        return self

    def open_waiting(self, title: str) -> None:
        """From the desk's home, into what waits there."""
        self.page.goto("/desk/")
        self.page.get_by_role("link", name=title).click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()


def write(visit: Visit) -> None:
    page = visit.page
    page.get_by_role("link", name="Articles", exact=True).click()
    page.get_by_role("link", name="Write an article").click()
    page.get_by_label("Title", exact=True).fill("Walking and mood")
    page.get_by_label("Topic").select_option("Everyday health")
    page.get_by_role("radio", name="a condition or symptom").check()
    page.get_by_label("Who will read it?").fill("Adults who feel low")
    page.get_by_label("What do they need to know or do?").fill("To know what they can do by themselves.")
    page.get_by_label("What is the main message?").fill("A short walk each day can help.")
    page.locator("main form button[type=submit]").click()
    page.get_by_label("Summary").fill("Why a short walk each day can help.")
    page.get_by_role("tab", name="Settings").click()
    page.get_by_label("Conflicts of interest").fill("None")
    page.get_by_label("Did a machine help with the words?").select_option("no")
    page.get_by_role("tab", name="References").click()
    row = page.get_by_role("group", name="Another reference").first
    row.get_by_label("Title").fill("Physical Activity Basics")
    row.get_by_label("Web address").fill("https://www.cdc.gov/physical-activity-basics/")
    type_words(page)
    picture(page, "journey-1-writing")
    page.get_by_role("button", name="Save", exact=True).click()


def type_words(page: Page) -> None:
    """In CKEditor, as a person does: a heading by its button, words, a citation."""
    words = page.locator(".cke_wysiwyg_div")
    words.click()
    for key in ("Control+a", "Backspace", "Backspace"):  # the sections it starts with are not wanted here
        page.keyboard.press(key)
    page.locator(".cke_button__heading2").click()
    page.keyboard.type("What walking does")
    page.keyboard.press("Enter")
    page.keyboard.type(SENTENCE * 6)
    page.locator(".cke_button__cite").click()
    page.get_by_role("dialog", name="Cite a reference").get_by_role("searchbox").fill("activity")
    page.keyboard.press("Enter")
    expect(words.locator("h2")).to_have_text("What walking does")
    expect(words.locator("sup a")).to_have_text("1")


def sign(visit: Visit, kind: str) -> None:
    visit.open_waiting("Walking and mood")
    visit.page.get_by_role("link", name=f"Give the {kind} sign-off").click()
    form = visit.page.locator(f"#sign_off-{kind} form")
    for group in form.locator("fieldset").all():
        answer = "No" if "interest of your own" in group.inner_text() else re.compile("Yes|Still right")
        group.get_by_label(answer).first.check()
    form.get_by_role("button").click()


def test_an_article_is_written_signed_off_published_read_and_commented(live_server, people):
    with launched() as browser:
        writer = Visit(browser, live_server.url).signed_in_as(people["writer"])
        picture(writer.page, "journey-0-desk")
        write(writer)
        writer.page.locator("summary", has_text="Submit for review").click()
        writer.page.locator("details[open]").get_by_role("button").first.click()
        expect(writer.page.locator("main")).to_contain_text("in review")
        refusal = writer.page.locator("main").get_by_text("You changed these words, so somebody else has to sign")
        expect(refusal).to_be_visible()
        picture(writer.page, "journey-2-own-words")

        editor = Visit(browser, live_server.url).signed_in_as(people["editor"])
        sign(editor, "editorial")
        doctor = Visit(browser, live_server.url).signed_in_as(people["doctor"])
        sign(doctor, "clinical")
        picture(doctor.page, "journey-3-signed-off")

        publisher = Visit(browser, live_server.url).signed_in_as(people["publisher"])
        publisher.open_waiting("Walking and mood")
        publisher.press("Publish now")
        expect(publisher.page.locator("main")).to_contain_text("published")

        reader = Visit(browser, live_server.url)
        reader.page.goto("/articles/")
        reader.page.get_by_role("link", name="Walking and mood").click()
        expect(reader.page.locator("main")).to_contain_text("Reviewed by Dr Amara Osei")
        reader.press("Post comment")
        expect(reader.page.locator("#comments")).to_contain_text("Please enter your comment!")
        expect(reader.page.locator("#comments")).to_contain_text("Please enter your name here")
        expect(reader.page.locator("#error-summary")).to_be_focused()
        expect(reader.page.locator("#error-summary")).to_be_in_viewport()
        picture(reader.page, "journey-4-both-sentences")
        reader.problems.clear()  # Chromium reports the honest 422 of the empty form as an error
        reader.page.get_by_label("Comment", exact=True).fill("I walk my dog now. It helps.")
        reader.page.get_by_label("Name", exact=True).fill("Lena")
        reader.press("Post comment")
        expect(reader.page.locator("main")).to_contain_text("I walk my dog now. It helps.")
        expect(reader.page.locator("main")).to_contain_text("awaiting moderation")
        picture(reader.page, "journey-5-thank-you")

        moderator = Visit(browser, live_server.url).signed_in_as(people["moderator"])
        moderator.page.get_by_role("link", name="Comments", exact=True).click()
        picture(moderator.page, "journey-6-queue")
        moderator.press("Approve")
        expect(moderator.page.locator("main")).to_contain_text("approved this comment")
        moderator.page.get_by_role("link", name="Look for what has come in since").click()
        expect(moderator.page.locator("main")).to_contain_text("Every comment has been decided")

        reader.page.goto("/articles/walking-and-mood/")
        expect(reader.page.locator("#comments")).to_contain_text("I walk my dog now. It helps.")
        picture(reader.page, "journey-7-the-comment-shows")
        visits = [writer, editor, doctor, publisher, reader, moderator]
        assert [problem for visit in visits for problem in visit.problems] == []
        assert (Revision.objects.get().status, Comment.objects.get().status) == ("published", "approved")
