"""Real typing in Chromium, and everything that can go wrong meanwhile: nothing that was typed is lost."""

from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, Page, expect

from articles.domain import drafting, reviewing
from articles.models import Autosave, Revision
from articles.richtext import plain_text
from clinic_cms.models import User
from clinic_cms.roles import EDITOR
from tests.chromium import launched
from tests.factories import make_draft, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a-long-password-for-the-tests"
COPIES = "Object.keys(localStorage).filter(name => name.startsWith('clinic-draft.'))"


class Writer:
    """One person in one browser context."""

    def __init__(self, browser: Browser, address: str, person: User) -> None:
        self.context: BrowserContext = browser.new_context(base_url=address)
        self.page = self.context.new_page()
        self.person = person

    def sign_in(self, page: Page | None = None) -> None:
        page = page or self.page
        page.goto("/accounts/login/")
        page.get_by_label("Username or e-mail address").fill(self.person.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/desk/")

    def open(self, draft: Revision, query: str = "") -> Page:
        with self.page.expect_response("**/desk/writing/me/"):  # with the key for copies
            self.page.goto(f"/desk/revisions/{draft.pk}/edit/{query}")
        expect(self.page.locator(".cke_wysiwyg_div")).to_be_visible()
        self.page.wait_for_function("document.querySelector('.cke_wysiwyg_div').isContentEditable")
        return self.page

    def write(self, text: str) -> None:
        """Type at the end of the words."""
        self.page.locator(".cke_wysiwyg_div").focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def words(self) -> str:
        return self.page.locator(".cke_wysiwyg_div").inner_text()

    def says(self, text: str, seconds: int = 20) -> None:
        expect(self.page.locator("#saving-state")).to_contain_text(text, timeout=seconds * 1000)


def with_password(person: User) -> User:
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    return person


@pytest.fixture
def draft() -> Revision:
    return make_draft()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def writer(browser, live_server, draft) -> Writer:
    writer = Writer(browser, live_server.url, with_password(draft.saved_by))
    writer.sign_in()
    writer.open(draft)
    return writer


def kept_words(person: User) -> str:
    return plain_text(dict(Autosave.objects.get(person=person).typed)["body"])


def test_two_seconds_after_typing_stops_the_words_are_kept(writer, draft):
    writer.write(" Walk with a friend.")

    writer.says("Saved ")
    assert kept_words(writer.person).endswith("Walk with a friend.")
    assert Revision.objects.get().words_version == draft.words_version
    assert writer.page.evaluate(COPIES) == []


def test_closing_the_tab_at_once_loses_nothing(writer, draft):
    writer.write(" The last words.")
    page = writer.page
    writer.page = writer.context.new_page()
    page.close(run_before_unload=False)

    writer.open(draft)
    writer.page.get_by_role("link", name="Restore").click()

    expect(writer.page.locator(".cke_wysiwyg_div")).to_contain_text("The last words.")
    writer.page.get_by_role("button", name="Save", exact=True).click()
    writer.page.wait_for_url(f"**/desk/revisions/{draft.pk}/")
    assert plain_text(Revision.objects.get().body).endswith("The last words.")
    assert Autosave.objects.count() == 0


def test_offline_words_stay_on_this_computer_and_are_saved_when_the_connection_is_back(writer):
    writer.context.set_offline(True)
    writer.write(" Typed offline.")
    writer.says("Offline: your words are kept on this computer since ")
    hidden = writer.page.evaluate("name => localStorage.getItem(name)", writer.page.evaluate(COPIES)[0])
    assert "Typed offline" not in hidden

    writer.context.set_offline(False)

    writer.says("Saved ")
    assert kept_words(writer.person).endswith("Typed offline.")
    assert writer.page.evaluate(COPIES) == []


def test_one_answer_that_does_not_come_stops_no_save(writer, draft):
    lost = []
    writer.write(" Typed, and saved at once.")
    writer.page.route("**/autosave/", lambda route: route.continue_() if lost else (lost.append(1), route.abort()))

    writer.page.get_by_role("button", name="Save", exact=True).click()

    writer.page.wait_for_url(f"**/desk/revisions/{draft.pk}/")
    assert lost == [1]
    assert plain_text(Revision.objects.get().body).endswith("Typed, and saved at once.")


def test_saving_while_offline_stays_on_the_page_and_says_so(writer):
    writer.context.set_offline(True)
    writer.write(" Typed offline.")

    writer.page.get_by_role("button", name="Save", exact=True).click()

    writer.says("Not saved: the site does not answer.")
    assert "Typed offline." in writer.words()


def test_a_tab_that_was_closed_offline_gives_its_words_back(writer, draft):
    writer.context.set_offline(True)
    writer.write(" Typed offline.")
    writer.says("Offline")
    writer.page.close(run_before_unload=False)
    writer.context.set_offline(False)
    writer.page = writer.context.new_page()

    writer.open(draft)
    writer.page.get_by_role("link", name="Restore").click()

    expect(writer.page.locator(".cke_wysiwyg_div")).to_contain_text("Typed offline.")


def test_a_session_that_ends_mid_sentence_is_taken_up_again_in_place(writer, draft):
    writer.write(" First half,")
    Session.objects.all().delete()
    writer.write(" second half.")
    writer.says("You have been signed out. Sign in here: nothing is lost.")
    writer.write(" And more.")

    writer.page.get_by_role("button", name="Sign in again").click()
    dialog = writer.page.get_by_role("dialog", name="Sign in again")
    expect(dialog.get_by_label("Username or e-mail address")).to_have_value(writer.person.username)
    dialog.get_by_label("Password").fill("wrong")
    dialog.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog.get_by_role("alert")).to_contain_text("not correct")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in", exact=True).click()

    expect(dialog).to_be_hidden()
    writer.says("Saved ")
    assert kept_words(writer.person).endswith("First half, second half. And more.")
    writer.page.get_by_role("button", name="Save", exact=True).click()
    writer.page.wait_for_url(f"**/desk/revisions/{draft.pk}/")
    assert plain_text(Revision.objects.get().body).endswith("And more.")


def test_pressing_save_after_the_session_ended_asks_to_sign_in_and_then_saves(writer, draft):
    writer.write(" All of it.")
    Session.objects.all().delete()

    writer.page.get_by_role("button", name="Save", exact=True).click()
    dialog = writer.page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in", exact=True).click()

    writer.page.wait_for_url(f"**/desk/revisions/{draft.pk}/")
    assert plain_text(Revision.objects.get().body).endswith("All of it.")


def test_signing_in_in_a_window_of_its_own_reports_back_and_closes_it(writer):
    Session.objects.all().delete()
    writer.write(" Mid-sentence.")
    writer.says("You have been signed out.")
    writer.page.get_by_role("button", name="Sign in again").click()

    with writer.context.expect_page() as opened:
        writer.page.get_by_role("button", name="Passkey or another way").click()
    window = opened.value
    window.get_by_label("Username or e-mail address").fill(writer.person.username)
    window.get_by_label("Password").fill(PASSWORD)
    with window.expect_event("close"):
        window.get_by_role("button", name="Sign in", exact=True).click()

    expect(writer.page.get_by_role("dialog")).to_be_hidden()
    writer.says("Saved ")
    assert kept_words(writer.person).endswith("Mid-sentence.")


def test_a_second_step_opens_in_a_window_and_reports_back(writer):
    secret = generate_totp_secret()
    TOTP.activate(writer.person, secret)
    Session.objects.all().delete()
    writer.write(" Mid-sentence.")
    writer.says("You have been signed out.")
    writer.page.get_by_role("button", name="Sign in again").click()
    dialog = writer.page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_label("Password").fill(PASSWORD)

    with writer.context.expect_page() as opened:
        dialog.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog.get_by_role("alert")).to_have_text("A second step is needed. It opens in a window of its own.")
    window = opened.value
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    window.locator("input[name=code]").fill(code)
    with window.expect_event("close"):
        window.locator("input[name=code]").press("Enter")

    expect(dialog).to_be_hidden()
    writer.says("Saved ")
    assert kept_words(writer.person).endswith("Mid-sentence.")


def test_nothing_is_sent_in_the_name_of_somebody_else_who_signed_in(writer, draft):
    stranger = with_password(make_person(EDITOR, full_name="Nadia Rahman"))
    Session.objects.all().delete()
    other = Writer.__new__(Writer)
    other.page, other.person = writer.context.new_page(), stranger
    other.sign_in()

    writer.write(" Not hers.")
    writer.says("Nadia Rahman is signed in now. Nothing is sent in their name, and your words stay here.")
    assert Autosave.objects.count() == 0
    writer.page.get_by_role("button", name="Sign in again").click()
    dialog = writer.page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_role("button", name="Sign them out and sign in as").click()
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in", exact=True).click()

    writer.says("Saved ")
    assert kept_words(draft.saved_by).endswith("Not hers.")


def test_the_next_person_at_the_same_computer_sees_nothing_of_it(writer, draft, live_server):
    writer.context.set_offline(True)
    writer.write(" A private sentence.")
    writer.says("Offline")
    writer.page.close(run_before_unload=False)
    writer.context.set_offline(False)
    writer.context.clear_cookies()
    writer.page, mine = writer.context.new_page(), writer.person

    writer.person = with_password(make_person(EDITOR, full_name="Nadia Rahman"))
    writer.sign_in()
    theirs = writer.open(draft)
    theirs.wait_for_function("window.clinicCopies")
    theirs.wait_for_timeout(1000)
    assert theirs.get_by_text("You have words that are not saved").count() == 0
    assert "A private sentence" not in theirs.evaluate("JSON.stringify(localStorage)")

    writer.context.clear_cookies()
    writer.person = mine
    writer.sign_in()
    writer.open(draft)
    expect(writer.page.get_by_text("You have words that are not saved")).to_be_visible()


def test_two_windows_of_one_person_each_keep_their_own_words_and_say_so(writer, draft):
    writer.write(" In the first.")
    writer.says("Saved ")
    second = Writer.__new__(Writer)
    second.context, second.person, second.page = writer.context, writer.person, writer.context.new_page()
    second.open(draft)

    second.write(" In the second.")
    second.says("Saved ")

    expect(writer.page.get_by_text("You have this draft open in another window too.")).to_be_visible()
    expect(second.page.get_by_text("You have this draft open in another window too.")).to_be_visible()
    ends = {plain_text(dict(each.typed)["body"]).rpartition("In the ")[2] for each in Autosave.objects.all()}
    assert ends == {"first.", "second."}

    second.page.get_by_role("button", name="Save", exact=True).click()
    second.page.wait_for_url(f"**/desk/revisions/{draft.pk}/")
    writer.write(" More.")
    writer.says("saved these words on ")
    writer.page.get_by_role("button", name="Save", exact=True).click()
    expect(writer.page.get_by_role("heading", name="Not saved: somebody else saved first")).to_be_visible()
    assert "In the first. More." in writer.words()
    assert "In the second." in writer.page.locator(".conflict").inner_text()


def test_words_that_froze_while_somebody_typed_stay_on_the_page(writer, draft):
    reviewing.submit(draft, by=make_person(EDITOR, full_name="Nadia Rahman"), seen=draft.state_token)

    writer.write(" Too late.")

    writer.says("Not saved: Nadia Rahman submitted it for review on ")
    assert "Too late." in writer.words()
    assert len(writer.page.evaluate(COPIES)) == 1


def test_full_storage_is_told(writer):
    writer.page.evaluate(
        "() => { try { for (let n = 0; n < 20; n++) localStorage.setItem('filler' + n, 'x'.repeat(500000)) } catch {}"
        " try { for (let n = 0; ; n++) localStorage.setItem('rest' + n, 'x'.repeat(100)) } catch {} }"
    )
    writer.context.set_offline(True)
    warned: list[str] = []
    writer.page.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))

    writer.write(" No room.")
    writer.says("Not saved, and this computer's storage is full.")
    writer.page.close(run_before_unload=True)

    if not writer.page.is_closed():
        writer.page.wait_for_event("close")
    assert warned == ["beforeunload"]


def test_leaving_warns_only_when_something_is_at_risk(writer, draft):
    warned: list[str] = []
    writer.page.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))

    writer.write(" Kept on leaving.")
    writer.page.goto("/desk/")
    writer.open(draft)
    writer.context.set_offline(True)
    writer.write(" Kept here.")
    writer.says("Offline")
    writer.context.set_offline(False)
    writer.page.goto("/desk/")

    assert warned == []


def test_throwing_away_an_offer_leaves_what_is_being_typed(writer, draft):
    writer.write(" Old words.")
    writer.says("Saved ")
    writer.open(draft)
    writer.write(" New words.")

    writer.page.get_by_role("button", name="Throw away").click()

    expect(writer.page.get_by_text("You have words that are not saved")).to_have_count(0)
    assert "New words." in writer.words()
    writer.says("Saved ")
    assert kept_words(writer.person).endswith("New words.")


def test_a_draft_that_somebody_else_saved_meanwhile_says_so_while_one_writes(writer, draft):
    other = make_person(EDITOR, full_name="Nadia Rahman")
    drafting.save_draft(draft, by=other, seen=draft.state_token, words={"title": "Theirs"})

    writer.write(" Mine.")

    writer.says("Nadia Rahman saved these words on ")
    assert kept_words(writer.person).endswith("Mine.")
