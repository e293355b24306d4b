"""The discussion over HTTP: beside the words, without JavaScript, and nothing typed is ever lost."""

import html as entities
import re

import pytest

from articles.domain import discussing, drafting, publishing, reviewing
from articles.models import Thread
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    BODY,
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_resolved_thread,
    make_signed_off,
    make_thread,
    make_update,
)

pytestmark = pytest.mark.django_db

QUERIES = 51
EDITING = 30


def screen(client, revision):
    return client.get(f"/desk/revisions/{revision.pk}/").content.decode()


def panel(html):
    return entities.unescape(re.search(r'<section class="panel discussion".*?</section>', html, re.DOTALL)[0])


def thread_of(html, thread):
    return panel(html).split(f'id="thread-{thread.pk}"')[1].split('<li class="thread"')[0]


def start(client, revision, **typed):
    return client.post(f"/desk/revisions/{revision.pk}/threads/", {"text": "Is this so?", "section": "", **typed})


def act(client, thread, verb, revision=None, **typed):
    usual = {"seen": thread.entries.latest("pk").pk, "on": (revision or thread.revision).pk, "text": ""}
    return client.post(f"/desk/threads/{thread.pk}/{verb}/", {**usual, **typed})


def typed_text(html, name):
    return [entities.unescape(each) for each in re.findall(rf'id="{name}"[^>]*>\n?([^<]*)</textarea>', html)]


def test_a_thread_on_a_section_is_opened_without_javascript_or_mouse(client):
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    client.force_login(doctor)
    sections = re.findall(r'<option value="([^"]*)"', panel(screen(client, revision)))

    response = start(client, revision, section="w-what-you-can-do")

    thread = Thread.objects.get()
    assert sections == ["", "w-what-it-is", "w-what-you-can-do", "references"]
    assert (response.status_code, response["Location"]) == (
        302,
        f"/desk/revisions/{revision.pk}/#thread-{thread.pk}",
    )
    shown = thread_of(screen(client, revision), thread)
    assert shown.count('href="#w-what-you-can-do">Section: What you can do</a>') == 1


def test_a_quote_leads_to_its_place_in_the_words(client):
    revision = make_in_review()
    thread = make_thread(revision, quote="Stop if it hurts.")
    client.force_login(make_person(EDITOR))

    shown = thread_of(screen(client, revision), thread)

    assert re.findall(r'<a class="tap" href="([^"]*)" data-start="(\d+)" data-end="(\d+)">([^<]*)</a>', shown) == [
        ("#w-what-you-can-do", str(thread.position), str(thread.position + 14), "“Stop if it hurts.”")
    ]


def test_an_entry_says_who_wrote_it_in_which_role_and_when_with_the_zone(client):
    doctor = make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei", job_title="Psychiatrist")
    thread = make_thread(make_in_review(), by=doctor, text="<b>5 mg</b>?")
    client.force_login(make_person(EDITOR))

    html = screen(client, thread.revision)

    said = re.search(r"<strong>Dr Amara Osei</strong>, Psychiatrist ·\s*<time [^>]*>([^<]*)</time>", html)
    assert re.fullmatch(r"\d+ \w{3} \d{4}, \d\d:\d\d [A-Z]{3,4}", said[1])
    assert html.count("&lt;b&gt;5 mg&lt;/b&gt;?") == 1


def test_a_thread_is_answered_resolved_and_reopened_with_who_and_when(client):
    revision, doctor, colleague = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN, full_name="Lin Wu")
    thread = make_thread(revision, by=doctor)
    client.force_login(colleague)

    answers = [
        act(client, thread, "reply", text="It is."),
        act(client, thread, "resolve", text="Checked with the source."),
        act(client, thread, "reopen", text="The source was retracted."),
    ]

    here = f"/desk/revisions/{revision.pk}/#thread-{thread.pk}"
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(302, here)] * 3
    shown = " ".join(re.sub(r"<[^>]*>", " ", thread_of(screen(client, revision), thread)).split())
    assert re.findall(r"Lin Wu , Health writer(, resolved this|, reopened this|) · ", shown) == [
        "",
        ", resolved this",
        ", reopened this",
    ]


def test_open_threads_come_first_in_the_order_of_the_words_and_resolved_ones_are_folded(client):
    revision = make_in_review()
    resolved = make_resolved_thread(revision, section="w-what-it-is")
    late = make_thread(revision, quote="Stop if it hurts.")
    early = make_thread(revision, quote="Why a short walk helps.")
    client.force_login(make_person(EDITOR))

    shown = panel(screen(client, revision))

    order = [int(number) for number in re.findall(r'<li class="thread" id="thread-(\d+)"', shown)]
    assert order == [early.pk, late.pk, resolved.pk]
    folded = shown.split('<details class="threads-resolved"')[1]
    assert re.findall(r'id="thread-(\d+)" tabindex', folded) == [str(resolved.pk)]
    assert shown.count("2 threads are open. They have to be resolved before anybody can sign off.") == 1


def test_an_open_thread_disables_the_sign_off_with_the_sentence(client):
    revision = make_in_review()
    make_thread(revision)
    client.force_login(make_person(CLINICIAN))

    html = screen(client, revision)

    assert html.count("1 thread is still open. Resolve it first.") == 1
    assert html.count('class="sign-form"') == 0


def test_anchors_survive_into_the_next_draft_where_the_words_still_stand(client):
    revision = make_in_review()
    stands, gone = [make_thread(revision, quote=quote) for quote in ("Start with ten minutes.", "Stop if it hurts.")]
    draft = reviewing.request_changes(revision, by=make_person(CLINICIAN), seen=revision.state_token, note="See below.")
    body = "<h2>New</h2><p>Words before.</p>" + BODY.replace("Stop if it hurts.", "Stop when it hurts.")
    draft = drafting.save_draft(draft, by=revision.saved_by, seen=draft.state_token, words={"body": body})
    client.force_login(make_person(CLINICIAN))

    html = screen(client, draft)

    assert thread_of(html, stands).count('href="#w-what-you-can-do"') == 1
    assert thread_of(html, stands).count("Text changed") == 0
    assert thread_of(html, gone).count("Text changed") == 1
    assert thread_of(html, gone).count('<q dir="auto">Stop if it hurts.</q>') == 1


def test_a_section_whose_heading_changed_is_told_as_changed(client):
    revision = make_in_review()
    thread = make_thread(revision, section="w-what-it-is")
    draft = reviewing.recall(revision, by=revision.saved_by, seen=revision.state_token)
    body = BODY.replace("What it is", "What that is")
    drafting.save_draft(draft, by=revision.saved_by, seen=draft.state_token, words={"body": body})
    client.force_login(make_person(CLINICIAN))

    assert thread_of(screen(client, draft), thread).count('<q dir="auto">What it is</q>') == 1


def test_what_was_resolved_before_the_words_went_live_is_over(client):
    revision = make_in_review()
    old = make_resolved_thread(revision)
    signed = give_sign_offs(revision)
    live = publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)
    new = make_resolved_thread(live, text="On live words.")
    update = make_update(live, summary="Shorter.")
    client.force_login(make_person(CLINICIAN))

    on_update, on_live = panel(screen(client, update)), panel(screen(client, live))

    assert re.findall(r'id="thread-(\d+)" tabindex', on_update) == [str(new.pk)]
    assert re.findall(r'id="thread-(\d+)" tabindex', on_live) == [str(new.pk), str(old.pk)]


def test_who_changed_the_words_sees_why_they_cannot_resolve(client):
    revision = make_in_review()
    thread = make_thread(revision)
    client.force_login(revision.saved_by)

    shown = thread_of(screen(client, revision), thread)

    assert shown.count("You changed these words, so somebody else has to resolve this. You can reply.") == 1
    assert len(re.findall(rf'formaction="/desk/threads/{thread.pk}/resolve/" disabled', shown)) == 1


def test_signed_off_words_say_that_they_have_to_be_reopened_first(client):
    revision = make_signed_off()
    client.force_login(make_person(EDITOR))

    shown = panel(screen(client, revision))

    assert shown.count("The words are signed off. Reopen the article first, then discuss the new draft.") == 1
    assert shown.count("<form") == 0


def test_an_administrator_reads_and_is_told_who_takes_part(client):
    thread = make_thread(make_in_review(), text="Is this so?")
    client.force_login(make_person(ADMINISTRATOR))

    shown = panel(screen(client, thread.revision))

    assert shown.count("Is this so?") == 1
    assert shown.count("Only an editor, a clinician or a publisher can take part in a discussion.") == 2
    assert shown.count("<form") == 0


@pytest.mark.parametrize(
    "typed",
    [
        {"text": "x" * 4001},
        {"quote": "These words stand nowhere."},
        {"section": "w-gone"},
        {"text": " \u200b"},
    ],
)
def test_what_was_typed_for_a_new_thread_survives_a_refusal(client, typed):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))
    said = {"text": "  Is this so?", "quote": "ten minutes", **typed}

    response = start(client, revision, **said)

    html = response.content.decode()
    assert response.status_code == 422
    assert typed_text(html, "new-thread-text") == [said["text"]]
    assert typed_text(html, "new-thread-quote") == [said["quote"]]
    assert panel(html).count('<p class="notice notice--error" role="alert"') == 1
    assert re.findall(r'name="(\w+)"[^>]*aria-invalid="true"', panel(html)) == list(typed)
    assert Thread.objects.count() == 0


def test_what_was_typed_in_a_reply_survives_a_refusal(client):
    thread = make_thread(make_in_review())
    client.force_login(make_person(CLINICIAN))

    response = act(client, thread, "reply", text="y" * 4001)

    assert response.status_code == 422
    assert typed_text(response.content.decode(), f"thread-{thread.pk}-text") == ["y" * 4001]


def test_a_reply_to_what_was_resolved_meanwhile_is_not_lost(client):
    thread = make_thread(make_in_review())
    discussing.resolve(thread, by=make_person(CLINICIAN), seen=thread.entries.get().pk)
    client.force_login(make_person(CLINICIAN))

    response = act(client, thread, "reply", text="But see page 4.")

    shown = thread_of(response.content.decode(), thread)
    assert response.status_code == 422
    assert shown.count("This thread is resolved. Reopen it to say more.") == 1
    assert shown.count("But see page 4.</textarea>") == 1


def test_a_thread_is_not_resolved_over_words_nobody_has_read_and_the_second_try_counts(client):
    thread = make_thread(make_in_review())
    seen = thread.entries.get().pk
    discussing.reply(thread, by=make_person(CLINICIAN, full_name="Lin Wu"), text="The source says 10 mg.")
    client.force_login(make_person(CLINICIAN))

    response = act(client, thread, "resolve", seen=seen, text="Done.")

    shown = thread_of(response.content.decode(), thread)
    assert response.status_code == 409
    assert shown.count("Lin Wu wrote on") == 1
    assert shown.count("Done.</textarea>") == 1
    again = re.search(r'name="seen" value="(\d+)"', shown)[1]
    assert act(client, thread, "resolve", seen=again, text="Done.").status_code == 302


def test_a_reply_on_the_page_of_another_article_comes_back_on_its_own(client):
    thread, other = make_thread(make_in_review()), make_in_review("Other")
    client.force_login(make_person(CLINICIAN))

    response = act(client, thread, "reply", revision=other, text="Yes.")

    assert response["Location"] == f"/desk/revisions/{thread.revision_id}/#thread-{thread.pk}"


def test_a_form_that_was_tampered_with_keeps_the_words(client):
    thread = make_thread(make_in_review())
    client.force_login(make_person(CLINICIAN))

    response = client.post(f"/desk/threads/{thread.pk}/resolve/", {"seen": "x", "text": "Done."})

    assert response.status_code == 422
    assert typed_text(response.content.decode(), f"thread-{thread.pk}-text") == ["Done."]


def test_readers_see_nothing_of_a_discussion(client):
    live = make_live()
    make_thread(live, text="Nobody may read this.")

    html = client.get(live.article.get_absolute_url()).content.decode()

    assert html.count("Nobody may read this") == 0


@pytest.mark.parametrize("count", [1, 20])
def test_the_discussion_costs_the_same_for_few_and_for_many(client, django_assert_num_queries, count):
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    for number in range(count):
        thread = make_thread(revision, by=doctor, text=f"Number {number}.")
        discussing.reply(thread, by=make_person(EDITOR), text="Yes.")
        make_resolved_thread(revision, by=doctor, text=f"Resolved {number}.", quote="Stop if it hurts.")
    client.force_login(make_person(CLINICIAN))
    screen(client, revision)

    with django_assert_num_queries(QUERIES):
        html = screen(client, revision)

    assert html.count('<li class="thread"') == 2 * count


def test_the_oldest_of_very_many_resolved_threads_are_left_out(client, monkeypatch):
    monkeypatch.setattr("articles.views.discussion_panel.MOST_RESOLVED", 1)
    revision = make_in_review()
    make_resolved_thread(revision)
    newer = make_resolved_thread(revision)
    client.force_login(make_person(EDITOR))

    shown = panel(screen(client, revision))

    assert re.findall(r'id="thread-(\d+)" tabindex', shown) == [str(newer.pk)]
    assert shown.count("These were resolved last; older ones are not shown.") == 1


def test_an_editor_reads_the_open_threads_beside_the_editor(client):
    revision = make_in_review()
    make_resolved_thread(revision, text="Long over.")
    thread = make_thread(revision, quote="Stop if it hurts.", text="Name the pain.")
    draft = reviewing.recall(revision, by=revision.saved_by, seen=revision.state_token)
    client.force_login(revision.saved_by)

    html = client.get(f"/desk/revisions/{draft.pk}/edit/").content.decode()

    assert html.count("One open thread") == 1
    assert (html.count("Name the pain."), html.count("Long over.")) == (1, 0)
    assert html.count(f'href="/desk/revisions/{draft.pk}/#thread-{thread.pk}" target="_blank"') == 1


@pytest.mark.parametrize("count", [1, 20])
def test_the_editing_page_costs_the_same_for_few_and_for_many_threads(client, django_assert_num_queries, count):
    draft = make_draft()
    for number in range(count):
        make_thread(draft, text=f"Number {number}.")
    client.force_login(draft.saved_by)
    client.get(f"/desk/revisions/{draft.pk}/edit/")

    with django_assert_num_queries(EDITING):
        html = client.get(f"/desk/revisions/{draft.pk}/edit/").content.decode()

    assert html.count('<li class="thread"') == count
