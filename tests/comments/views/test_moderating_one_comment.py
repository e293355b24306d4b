"""One comment's page: what a moderator sees of it, answering it, noting, and looking behind a redaction."""

import re

import pytest

from clinic_cms.roles import MODERATOR, PRIVACY_OFFICER
from comments.domain import canned_replies
from comments.domain.moderation import approve
from comments.domain.parts import take_out
from comments.domain.posting import post_comment
from comments.domain.replying import Reply, say
from comments.domain.reporting import report
from comments.enums import ReportReason
from comments.models import Comment, GuardOverride, OriginalView
from tests.comment_factories import make_approved, make_comment
from tests.factories import make_person

pytestmark = pytest.mark.django_db

PHONE = "Call me on 303-555-0142 about it."
CRISIS = "I want to kill myself."
SUPPORT = "Thank you for saying this. You can call or text 988 at any hour."
CONFIRMS = "We are sorry that your last appointment went like this."


@pytest.fixture
def moderator(client):
    person = make_person(MODERATOR)
    client.force_login(person)
    return person


def page(client, comment) -> str:
    return client.get(f"/desk/comments/{comment.pk}/").content.decode()


def answer(client, comment, reply, **fields):
    data = {"seen": comment.version, "reply": reply, **fields}
    return client.post(f"/desk/comments/{comment.pk}/reply/", data)


def marked(html: str) -> list[str]:
    return re.findall(r'<mark class="found">(.*?)<span class="found__what"> \((.*?)\)</span></mark>', html)


def test_what_was_found_is_marked_in_the_words_and_said_in_a_sentence(client, moderator):
    html = page(client, make_comment(PHONE))

    assert marked(html) == [("303-555-0142", "personal detail")]
    assert html.count("<li>A phone number.</li>") == 1


def test_a_reply_is_shown_with_what_it_answers(client, moderator):
    parent = make_approved("Does it help?", name="Noah")

    html = page(client, make_comment_under(parent, "It did."))

    assert html.count("Answers Noah (approved):</p>Does it help?") == 1


def make_comment_under(parent: Comment, body: str) -> Comment:
    return post_comment(parent.article, name="Ann", body=body, parent=parent)


def test_reports_notes_and_decisions_stand_in_the_order_of_their_moments(client, moderator):
    comment = make_approved("It is up.", by=moderator)
    report(comment, ReportReason.WRONG)
    client.post(f"/desk/comments/{comment.pk}/note/", {"text": "I asked Dr Osei."})

    html = page(client, comment)

    assert re.findall(r"</time> ([A-Z][^<:]*(?:: [A-Z][^<]*)?)", html)[-4:] == [
        "Posted", f"{moderator.display_name} approved this comment",
        "A reader reported it: It says something that is medically wrong", f"{moderator.display_name} noted",
    ]  # fmt: skip
    assert html.count("Reported by a reader: It says something that is medically wrong") == 1


def test_a_comment_of_somebody_in_crisis_has_the_playbook_and_no_plain_approval(client, moderator):
    html = page(client, make_comment(CRISIS))

    assert html.count("Somebody may be in crisis</h3>") == 1
    assert html.count('value="approve"') == 0


def test_words_of_somebody_in_crisis_go_up_with_both_ticks_and_a_reply(client, moderator):
    comment = make_comment(CRISIS)

    without = answer(client, comment, SUPPORT, asks="1", safe="on")
    done = answer(client, comment, SUPPORT, asks="1", safe="on", attached="on")

    assert (without.status_code, without.content.decode().count(f">{SUPPORT}</textarea>")) == (422, 1)
    assert (done.status_code, done["Location"]) == (302, f"/desk/comments/{comment.pk}/")
    assert list(Comment.objects.order_by("pk").values_list("kind", "status")) == [
        ("reader", "approved"), ("official", "approved"),
    ]  # fmt: skip
    assert comment.decisions.get().safe_for_others


def test_a_correction_needs_its_source_and_stands_with_it(client, moderator):
    comment = make_comment("It cures everything.")

    without = answer(client, comment, "It helps some people.", corrects="yes")
    answer(client, comment, "It helps some people.", corrects="yes", source_url="https://www.cdc.gov/walking/")

    assert without.content.decode().count("A correction needs the address of its source.") == 1
    said = comment.replies.get()
    assert (said.corrects, said.source_url) == (True, "https://www.cdc.gov/walking/")


def test_a_reply_that_could_confirm_care_comes_back_with_its_words_marked_and_a_safe_wording(client, moderator):
    comment = make_comment()

    html = answer(client, comment, CONFIRMS).content.decode()

    assert html.count('<mark class="found">your last appointment</mark>') == 1
    assert html.count(f">{CONFIRMS}</textarea>") == 1
    assert html.count("A safe wording:") == 1
    assert html.count('name="override"') == 0
    assert Comment.objects.get().status == "pending"


def test_a_privacy_officer_can_publish_it_with_a_reason_that_is_kept(client):
    client.force_login(make_person(PRIVACY_OFFICER))
    comment = make_comment()

    offered = answer(client, comment, CONFIRMS).content.decode()
    answer(client, comment, CONFIRMS, override="It quotes the law.")

    assert offered.count('name="override"') == 1
    assert GuardOverride.objects.get().reason == "It quotes the law."


def test_a_canned_reply_is_put_behind_what_was_typed(client, moderator):
    canned_replies.seed()

    html = answer(client, make_comment(), "Dear Mia.", use="1", wording="thank-you").content.decode()

    assert html.count(f"Dear Mia.\n\n{canned_replies.wording('thank-you').replace(chr(39), '&#x27;')}</textarea>") == 1


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (CRISIS, "Support in a crisis"),
        ("After my ketamine infusion I vomited for two days.", "Side effect"),
        ("It rains.", "Thank you"),
    ],
)
def test_the_canned_reply_that_fits_what_was_found_is_offered_first(client, moderator, words, offered):
    canned_replies.seed()

    assert re.findall(r"<option [^>]* selected>(.*?)</option>", page(client, make_comment(words)))[:1] == [offered]


def test_a_comment_that_is_up_is_answered_without_another_decision(client, moderator):
    comment = make_approved()

    answer(client, comment, "Thank you.")

    assert (comment.replies.get().body, comment.decisions.count()) == ("Thank you.", 1)


def test_a_reply_to_what_somebody_decided_meanwhile_is_kept_on_the_page(client, moderator):
    comment = make_comment()
    answered = answer(client, comment, "x", seen="")
    approve(comment, by=make_person(MODERATOR), seen=1)
    Comment.objects.filter(pk=comment.pk)
    client.post(f"/desk/comments/{comment.pk}/decide/", {"outcome": "restore", "seen": 2})

    late = answer(client, comment, SUPPORT)

    assert answered.status_code == 422
    assert (late.status_code, late.content.decode().count(SUPPORT)) == (409, 1)


def test_whoever_handed_a_comment_over_is_offered_no_decision_on_it(client, moderator):
    comment = make_comment()
    client.post(f"/desk/comments/{comment.pk}/decide/", {"outcome": "second_opinion", "seen": 1})
    own = page(client, comment)
    client.force_login(make_person(MODERATOR))

    others = page(client, comment)

    assert (own.count('value="approve"'), own.count("so somebody else decides this one.")) == (0, 1)
    assert (others.count('value="approve"'), others.count("A second opinion was asked for.")) == (1, 1)


def test_a_note_is_for_moderators_and_an_empty_one_is_refused(client, moderator):
    comment = make_comment()

    empty = client.post(f"/desk/comments/{comment.pk}/note/", {"text": " "})
    client.post(f"/desk/comments/{comment.pk}/note/", {"text": "I know this person's words."})

    assert (empty.status_code, empty.content.decode().count("Write the note first.")) == (422, 1)
    assert comment.notes.get().text == "I know this person's words."


def test_what_was_taken_out_is_seen_by_a_privacy_officer_only_and_each_look_is_on_record(client, moderator):
    comment = make_comment(PHONE)
    take_out(comment, [], typed="303-555-0142", kind="phone", name=False, by=moderator, seen=1, after=0)
    seen_by_moderator = page(client, comment)
    refused = client.post(f"/desk/comments/{comment.pk}/original/")
    officer = make_person(PRIVACY_OFFICER)
    client.force_login(officer)

    before = page(client, comment)
    shown = client.post(f"/desk/comments/{comment.pk}/original/")

    assert (seen_by_moderator.count("303-555-0142"), refused.status_code, before.count("303-555-0142")) == (0, 403, 0)
    assert seen_by_moderator.count("[phone number removed]") == 1
    assert (shown.content.decode().count("303-555-0142"), shown["Cache-Control"].count("no-store")) == (1, 1)
    assert list(OriginalView.objects.values_list("comment", "by")) == [(comment.pk, officer.pk)]


def test_an_official_reply_can_be_taken_down_and_not_answered(client, moderator):
    said = say(make_approved(), Reply("Thank you."), by=moderator)

    html = page(client, said)

    assert (html.count('value="remove"'), html.count('id="answer"'), html.count('value="restore"')) == (1, 0, 0)
