"""Threads about an article's words: who may do what, what it stands in the way of, and that nothing is lost of it."""

import pytest

from articles.domain import discussing, drafting, publishing, reviewing
from articles.domain.facts import situation
from articles.enums import SignOffKind, Status
from articles.models import Notice, SignOff, Thread, ThreadEntry
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import (
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_resolved_thread,
    make_scheduled,
    make_signed_off,
    make_thread,
    make_update,
    make_withdrawn,
    sign,
)
from tests.notice_queue import run_the_queue, told

pytestmark = pytest.mark.django_db

EDITORIAL, CLINICAL = SignOffKind.EDITORIAL, SignOffKind.CLINICAL


def entries(thread):
    return list(thread.entries.values_list("kind", "by_name", "text"))


def last(thread):
    return thread.entries.latest("pk").pk


def is_open(thread):
    return Thread.objects.open().filter(pk=thread.pk).exists()


def test_a_thread_keeps_the_words_it_is_about_and_who_opened_it():
    revision, doctor = make_in_review(), make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei")

    thread = make_thread(revision, by=doctor, quote="Start with ten  minutes.", text="Or five?\r\nAsk Lin.")

    assert (thread.quote, thread.section, thread.whole_section) == (
        "Start with ten minutes.",
        "w-what-you-can-do",
        False,
    )
    assert thread.prefix.endswith("mood. 1 What you can do")
    assert (thread.suffix, thread.opened_by_name) == ("Stop if it hurts.", "Dr Amara Osei")
    assert entries(thread) == [("comment", "Dr Amara Osei", "Or five?\nAsk Lin.")]
    assert thread.entries.get().by_role == doctor.job_title


def test_a_whole_section_is_discussed_without_choosing_words():
    thread = make_thread(make_in_review(), section="w-what-it-is")

    assert (thread.whole_section, thread.section, thread.quote) == (True, "w-what-it-is", "What it is")


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN, PUBLISHER])
def test_editors_clinicians_and_publishers_take_part(role):
    thread = make_thread(make_in_review(), by=make_person(role))

    assert is_open(thread)


def test_an_administrator_only_reads():
    with pytest.raises(Refusal, match="Only an editor, a clinician or a publisher can take part"):
        make_thread(make_in_review(), by=make_person(ADMINISTRATOR, is_superuser=False))


def test_a_closed_account_says_nothing():
    thread, doctor = make_thread(make_in_review()), make_person(CLINICIAN, is_active=False)

    with pytest.raises(Refusal, match="Your account is closed"):
        discussing.reply(thread, by=doctor, text="Yes.")


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ({"quote": "Take 5 mg."}, "These exact words are not in the article"),
        ({"quote": "a" * 2001}, "too many words for one thread: 2,000 characters"),
        ({"section": "w-gone"}, "That section is not in these words any more"),
    ],
)
def test_words_that_do_not_stand_there_are_refused(where, sentence):
    with pytest.raises(Refusal, match=sentence):
        make_thread(make_in_review(), **where)

    assert Thread.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Please write something."),
        (" \n\u200b\u2800", "Please write something."),
        ("a" * 4001, "This is 1 character too long. 4000 is the most."),
        ("a\ud800", "characters that can't be stored"),
        ("a\0", "characters that can't be stored"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_cut(text, sentence):
    revision = make_in_review()
    thread = make_thread(revision)

    with pytest.raises(Refusal, match=sentence):
        make_thread(revision, text=text)
    with pytest.raises(Refusal, match=sentence):
        discussing.reply(thread, by=make_person(EDITOR), text=text)

    assert ThreadEntry.objects.count() == 1


def test_what_is_said_is_kept_as_it_was_typed():
    text = "  e\u0301 <b>½ tablet</b>\n\n👩\u200d⚕️ " + "x" * 3900
    thread = make_thread(make_in_review(), text=text)

    assert thread.entries.get().text == text


def test_a_form_sent_twice_says_it_once():
    revision, doctor = make_in_review(), make_person(CLINICIAN)

    first, second = [make_thread(revision, by=doctor, quote="Stop if it hurts.") for _each in range(2)]
    for _each in range(2):
        discussing.reply(first, by=doctor, text="See page 4.")

    assert first == second
    assert ThreadEntry.objects.count() == 2


def test_an_open_thread_blocks_both_sign_offs_and_a_resolved_one_none():
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    thread = make_thread(revision, by=doctor)
    for kind, role in [(EDITORIAL, EDITOR), (CLINICAL, CLINICIAN)]:
        with pytest.raises(Refusal, match=r"1 thread is still open. Resolve it first\."):
            sign(revision, kind, make_person(role))

    discussing.resolve(thread, by=doctor, seen=last(thread))

    assert give_sign_offs(revision).status == Status.SIGNED_OFF
    assert SignOff.objects.count() == 2


def test_a_reopened_thread_blocks_again():
    revision = make_in_review()
    thread, other = make_resolved_thread(revision), make_thread(revision)

    discussing.reopen(thread, by=make_person(EDITOR), text="Not yet.")

    assert situation(revision).open_threads == 2
    with pytest.raises(Refusal, match=r"2 threads are still open. Resolve them first\."):
        sign(revision, EDITORIAL, make_person(EDITOR))
    assert is_open(other)


def test_another_articles_threads_block_nothing():
    make_thread(make_in_review("Other"))

    assert give_sign_offs(make_in_review()).status == Status.SIGNED_OFF


def test_whoever_opened_a_thread_resolves_it():
    doctor = make_person(CLINICIAN)
    thread = make_thread(make_in_review(), by=doctor)

    discussing.resolve(thread, by=doctor, seen=last(thread), text="Checked.")

    assert entries(thread)[1:] == [("resolve", doctor.display_name, "Checked.")]
    assert not is_open(thread)


def test_a_colleague_who_did_not_change_the_words_resolves_it_too():
    thread = make_thread(make_in_review())

    discussing.resolve(thread, by=make_person(PUBLISHER), seen=last(thread))

    assert not is_open(thread)


@pytest.mark.parametrize("is_superuser", [False, True])
def test_who_changed_the_words_cannot_silence_a_reviewer_but_replies(is_superuser):
    editor = make_person(EDITOR, is_superuser=is_superuser)
    thread = make_thread(make_in_review(by=editor))

    with pytest.raises(
        Refusal, match=r"You changed these words, so somebody else has to resolve this. You can reply\."
    ):
        discussing.resolve(thread, by=editor, seen=last(thread))
    discussing.reply(thread, by=editor, text="It is now 5 mg.")

    assert is_open(thread)
    assert entries(thread)[1:] == [("comment", editor.display_name, "It is now 5 mg.")]


def test_who_changes_the_next_draft_cannot_resolve_a_thread_of_the_one_before():
    revision, editor = make_in_review(), make_person(EDITOR)
    thread = make_thread(revision)
    draft = reviewing.request_changes(revision, by=make_person(CLINICIAN), seen=revision.state_token, note="See below.")
    drafting.save_draft(draft, by=editor, seen=draft.state_token, words={"summary": "Better."})

    with pytest.raises(Refusal, match="You changed these words"):
        discussing.resolve(thread, by=editor, seen=last(thread))


def test_an_editor_resolves_what_they_asked_themselves():
    editor = make_person(EDITOR)
    thread = make_thread(make_draft(by=editor), by=editor)

    discussing.resolve(thread, by=editor, seen=last(thread))

    assert not is_open(thread)


def test_a_thread_in_which_somebody_wrote_meanwhile_is_not_resolved():
    doctor, colleague = make_person(CLINICIAN), make_person(CLINICIAN, full_name="Lin Wu")
    thread = make_thread(make_in_review(), by=doctor)
    seen = last(thread)
    discussing.reply(thread, by=colleague, text="The source says 10 mg.")

    with pytest.raises(StaleRefusal, match=r"Lin Wu wrote on .*, while you had it open. Please look again"):
        discussing.resolve(thread, by=doctor, seen=seen)

    assert is_open(thread)


def test_who_resolves_second_reads_who_was_faster():
    thread, faster = make_thread(make_in_review()), make_person(EDITOR, full_name="Lin Wu")
    seen = last(thread)
    discussing.resolve(thread, by=faster, seen=seen)

    with pytest.raises(StaleRefusal, match="Lin Wu resolved this on"):
        discussing.resolve(thread, by=make_person(EDITOR), seen=seen)


def test_what_is_resolved_is_reopened_before_more_is_said():
    thread = make_resolved_thread(make_in_review())

    with pytest.raises(Refusal, match=r"This thread is resolved. Reopen it to say more\."):
        discussing.reply(thread, by=make_person(EDITOR), text="But.")
    with pytest.raises(Refusal, match=r"This thread is resolved already\."):
        discussing.resolve(thread, by=make_person(EDITOR), seen=last(thread))
    with pytest.raises(Refusal, match="Please write something"):
        discussing.reopen(thread, by=make_person(EDITOR), text=" ")
    discussing.reopen(thread, by=make_person(EDITOR), text="But.")
    with pytest.raises(Refusal, match=r"This thread is open already\."):
        discussing.reopen(thread, by=make_person(EDITOR), text="But.")

    assert is_open(thread)


def test_a_thread_that_is_full_can_still_be_resolved(monkeypatch):
    monkeypatch.setattr("articles.thread_rules.MOST_ENTRIES", 2)
    thread = make_thread(make_in_review())
    discussing.reply(thread, by=make_person(EDITOR), text="Yes.")

    with pytest.raises(Refusal, match=r"This thread is full. Resolve it and open another\."):
        discussing.reply(thread, by=make_person(EDITOR), text="No.")
    discussing.resolve(thread, by=make_person(EDITOR), seen=last(thread))

    assert not is_open(thread)


def test_there_are_never_too_many_open_threads(monkeypatch):
    monkeypatch.setattr("articles.thread_rules.MOST_OPEN", 1)
    revision = make_in_review()
    make_thread(revision)

    with pytest.raises(Refusal, match=r"There are too many open threads already. Resolve some first\."):
        make_thread(revision)


@pytest.mark.parametrize("make", [make_signed_off, make_scheduled])
def test_what_is_signed_off_is_reopened_before_it_is_discussed(make):
    revision = make()

    with pytest.raises(
        Refusal, match=r"The words are signed off. Reopen the article first, then discuss the new draft\."
    ):
        make_thread(revision)


def test_a_resolved_thread_stays_resolved_while_the_words_are_signed_off():
    revision = make_in_review()
    thread = make_resolved_thread(revision)
    give_sign_offs(revision)

    with pytest.raises(Refusal, match="Reopen the article first"):
        discussing.reopen(thread, by=make_person(CLINICIAN), text="Wait.")


def test_a_thread_on_live_words_waits_for_the_next_draft_and_blocks_it():
    live = make_live()
    thread = make_thread(live)
    update = make_update(live, summary="Shorter.")
    submitted = reviewing.submit(update, by=update.saved_by, seen=update.state_token)

    with pytest.raises(Refusal, match="1 thread is still open"):
        sign(submitted, EDITORIAL, make_person(EDITOR))

    assert is_open(thread)


def test_live_words_are_not_discussed_while_new_ones_are_signed_off():
    live = make_live()
    update = make_update(live, summary="Shorter.")
    give_sign_offs(reviewing.submit(update, by=update.saved_by, seen=update.state_token))

    with pytest.raises(Refusal, match="Reopen the article first"):
        make_thread(live)


def test_words_that_have_ended_are_not_discussed():
    with pytest.raises(Refusal, match=r"These words are withdrawn. Open a thread on the words under way instead\."):
        make_thread(make_withdrawn())


def test_publishing_asks_no_thread_because_none_can_be_open():
    revision = make_in_review()
    make_resolved_thread(revision)
    signed = give_sign_offs(revision)

    live = publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert live.status == Status.PUBLISHED


def test_everybody_in_a_thread_and_whose_words_it_is_are_told_without_the_words():
    editor, doctor = make_person(EDITOR, name="writer", full_name="Wren Hale"), make_person(CLINICIAN, name="doctor")
    revision = make_in_review(by=editor)
    thread = make_thread(revision, by=doctor, quote="Stop if it hurts.", text="Name the pain.")
    discussing.reply(thread, by=editor, text="Done so.")
    discussing.resolve(thread, by=make_person(PUBLISHER, name="publisher"), seen=last(thread))

    notices = Notice.objects.filter(heading__startswith="Discussion: ").order_by("pk")
    assert told("Discussion: Walking and mood") == ["doctor", "doctor", "writer", "writer"]
    assert list(notices.values_list("sentence", flat=True))[:2] == [
        "Doctor has opened a thread about words of “Walking and mood”.",
        "Wren Hale has replied in a thread about “Walking and mood”.",
    ]
    assert {notice.path for notice in notices} == {f"/desk/revisions/{revision.pk}/#thread-{thread.pk}"}
    assert [notice.note for notice in notices] == [""] * 4


def test_what_is_said_never_leaves_the_desk(mailoutbox):
    thread = make_thread(make_in_review(), quote="Stop if it hurts.", text="Name the pain.")
    discussing.reply(thread, by=make_person(EDITOR), text="Done so.")
    run_the_queue()

    sent = " ".join(message.subject + message.body for message in mailoutbox)
    assert [text for text in ("Stop if it hurts", "Name the pain", "Done so") if text in sent] == []
    assert sent.count("has opened a thread") == 1
