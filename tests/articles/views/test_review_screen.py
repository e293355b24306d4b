"""The review screen over HTTP: what stands beside the words, and the short form of a sign-off."""

import re

import pytest
from django.utils.formats import date_format

from articles.checklists import VERSION
from articles.domain import drafting, reviewing
from articles.enums import SignOffKind
from articles.models import SignOff
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    BODY,
    REFERENCE,
    answers_for,
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_update,
    sign,
)

pytestmark = pytest.mark.django_db

CLINICAL = SignOffKind.CLINICAL
QUERIES = 51


def screen(client, revision):
    return client.get(f"/desk/revisions/{revision.pk}/").content.decode()


def post(client, revision, kind, **answers):
    typed = {"seen": revision.state_token, "kind": kind, **answers_for(revision, kind), **answers}
    return client.post(f"/desk/revisions/{revision.pk}/sign_off/", typed)


def form_of(html, kind):
    return re.search(rf'<section class="sign-form" id="sign_off-{kind}".*?</section>', html, re.DOTALL)[0]


def test_the_words_stand_there_as_readers_will_see_them(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))
    sheet = re.search(r'<article class="wrap article">.*?</article>', screen(client, revision), re.DOTALL)[0]
    give_sign_offs(revision)
    revision.refresh_from_db()
    client.force_login(make_person(PUBLISHER))
    client.post(f"/desk/revisions/{revision.pk}/publish/", {"seen": revision.state_token})

    live = client.get(revision.article.get_absolute_url()).content.decode()

    body = re.compile(r'<div class="article__body">.*?</section>', re.DOTALL)
    words, notes = re.subn(r"<button\b.*?</button>", "", body.search(live)[0], flags=re.DOTALL)
    assert body.search(sheet)[0].split() == words.split()
    assert notes == 1  # readers alone open a source where it is cited


def test_the_clinical_form_asks_about_each_source_with_a_link_to_it(client):
    second = REFERENCE | {"title": "A trial", "doi": "10.1001/jama.2024.1", "url": ""}
    body = BODY.replace("</sup>", '</sup><sup><a href="#ref-2">2</a></sup>', 1)
    revision = make_in_review(body=body, references=[REFERENCE, second])
    client.force_login(make_person(CLINICIAN))

    form = form_of(screen(client, revision), "clinical")

    asked = re.findall(r'name="(reference_\d)" value="(\w+)"', form)
    verdicts = ["still_right", "superseded", "not_sure"]
    assert asked == [(f"reference_{position}", verdict) for position in (1, 2) for verdict in verdicts]
    addresses = re.findall(r'href="(http[^"]*)" target="_blank" rel="noopener"', form)
    assert addresses == [REFERENCE["url"], "https://doi.org/10.1001/jama.2024.1"]


def test_nothing_on_the_form_is_answered_beforehand(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    assert re.findall(r"<input[^>]*checked[^>]*>", screen(client, revision)) == []


def test_an_editor_gets_the_editorial_form_only(client):
    revision = make_in_review()
    client.force_login(make_person(EDITOR))

    html = screen(client, revision)

    assert re.findall(r'<section class="sign-form" id="([^"]*)"', html) == ["sign_off-editorial"]
    assert form_of(html, "editorial").count("reference_") == 0


def test_who_may_not_sign_gets_no_form_but_the_sentence(client):
    revision = make_in_review()
    client.force_login(revision.saved_by)

    html = screen(client, revision)

    assert html.count('class="sign-form"') == 0
    assert html.count("You changed these words, so somebody else has to sign them off.") == 1


def test_an_empty_form_comes_back_with_how_many_answers_are_missing(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    response = client.post(
        f"/desk/revisions/{revision.pk}/sign_off/", {"seen": revision.state_token, "kind": CLINICAL, "checklist": "1"}
    )

    form = form_of(response.content.decode(), "clinical")
    assert response.status_code == 422
    assert form.count("7 questions have no answer yet. The first:") == 1
    assert form.count('href="#sign_off-clinical-numbers_0"') == 1


def test_what_was_answered_survives_a_refused_form(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    response = post(client, revision, CLINICAL, reference_1="not_sure", note="Ask Lin about this.")

    form = form_of(response.content.decode(), "clinical")
    checked = re.findall(r'name="(\w+)" value="(\w+)"[^>]*checked', form)
    assert response.status_code == 422
    assert {**dict(checked), "checklist": str(VERSION)} == answers_for(revision, CLINICAL, reference_1="not_sure")
    assert form.count("Ask Lin about this.</textarea>") == 1
    assert SignOff.objects.count() == 0


def test_an_older_checklist_comes_back_as_todays(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    form = form_of(post(client, revision, CLINICAL, checklist="0").content.decode(), "clinical")

    sentence = "The checklist has changed since you opened this page. Please answer it again."
    assert (form.count(sentence), form.count('name="checklist" value="2"')) == (1, 1)


def test_an_answer_that_rules_it_out_begins_the_note_to_the_author(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    html = post(client, revision, CLINICAL, reference_1="superseded", risks="no").content.decode()

    note = re.search(r'<textarea[^>]*id="request_changes-note"[^>]*>([^<]*)</textarea>', html)[1].strip().splitlines()
    assert note == [
        "Does it name the risks, and who should take care? No",
        "1. Physical Activity Basics: Superseded",
    ]


def test_a_step_that_misses_something_says_so_at_the_top_with_a_link_to_it(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    response = client.post(
        f"/desk/revisions/{revision.pk}/request_changes/", {"seen": revision.state_token, "note": ""}
    )

    html = response.content.decode()
    summary = re.search(r'<div class="notice notice--error"[^>]*id="error-summary".*?</div>', html, re.DOTALL)[0]
    assert summary.count('href="#request_changes-note"') == 1
    assert html.count('id="request_changes-note"') == 1


def test_a_conflict_shows_what_was_answered(client):
    revision, clinician = make_in_review(), make_person(CLINICIAN)
    client.force_login(make_person(CLINICIAN))
    client.post(
        f"/desk/revisions/{revision.pk}/request_changes/", {"seen": revision.state_token, "note": "Name the dose."}
    )
    client.force_login(clinician)

    response = post(client, revision, CLINICAL, note="All well.")

    html = response.content.decode()
    assert response.status_code == 409
    assert html.count("Do numbers, doses and units agree with the sources? Yes") == 1
    assert html.count("1. Physical Activity Basics: Still right") == 1
    assert html.count("All well.") == 1


def test_a_refusal_by_the_verb_keeps_the_form_too(client):
    revision, clinician = make_in_review(), make_person(CLINICIAN)
    sign(revision, CLINICAL, make_person(CLINICIAN))
    client.force_login(clinician)

    response = post(client, revision, CLINICAL, note="All well.")

    html = response.content.decode()
    assert response.status_code == 422
    assert html.count('<p class="notice notice--error" role="alert"') == 1
    assert form_of(html, "clinical").count("All well.</textarea>") == 1
    assert form_of(html, "clinical").count("disabled") == 1


def test_a_colleague_reads_who_signed_and_what_they_answered(client):
    revision, doctor = make_in_review(), make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei")
    sign(revision, CLINICAL, doctor, answers=answers_for(revision, CLINICAL, off_label="does_not_apply"))
    client.force_login(make_person(EDITOR))

    html = screen(client, revision)

    assert html.count("What Dr Amara Osei answered") == 1
    answers = re.findall(r"<dt>([^<]*)</dt>\s*<dd>([^<]*)</dd>", html)
    assert answers[4:6] == [
        ("Where a use is not approved (off-label), does it say so?", "Does not apply"),
        ("Reference 1: Physical Activity Basics", "Still right"),
    ]


def test_the_banner_says_what_the_review_covers(client):
    whole, update = make_in_review("One"), make_update(make_live("Two"), summary="Shorter.")
    client.force_login(update.saved_by)
    client.post(f"/desk/revisions/{update.pk}/submit/", {"seen": update.state_token, "change_class": "clinical"})

    due = date_format(whole.review.due_on, "D j M Y")
    assert screen(client, whole).count(f"Please review it by {due}.") == 1
    assert screen(client, whole).count("The review covers the whole article.") == 1
    assert screen(client, update).count("The review covers what changed; the date of the last whole review stays.") == 1


def test_a_draft_has_no_banner_and_says_what_is_missing(client):
    draft = make_draft(summary="")
    client.force_login(draft.saved_by)

    html = screen(client, draft)

    assert html.count("These words are frozen.") == 0
    assert html.count("<li>Write a summary: one or two sentences that say what a reader will learn.</li>") == 1


def a_long_story(revision):
    """Four times returned with a note and submitted again, on a desk where others wait too."""
    for number in range(4):
        make_in_review(f"Other {number}")
        reviewer = make_person(CLINICIAN)
        note = f"Look again, {number}."
        draft = reviewing.request_changes(revision, by=reviewer, seen=revision.state_token, note=note)
        draft = drafting.save_draft(draft, by=make_person(EDITOR), seen=draft.state_token, words={"summary": note})
        revision = reviewing.submit(draft, by=make_person(EDITOR), seen=draft.state_token)
    return sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))


@pytest.mark.parametrize("much", [False, True])
def test_the_review_screen_costs_the_same_for_little_and_for_much(client, django_assert_num_queries, much):
    count = 6 if much else 1
    references = [
        REFERENCE | {"title": f"Source {number}", "url": f"https://www.cdc.gov/{number}/"}
        for number in range(1, count + 1)
    ]
    cited = "".join(f'<sup><a href="#ref-{number}">{number}</a></sup>' for number in range(1, count + 1))
    revision = make_in_review(body=BODY + f"<p>{cited}</p>", references=references)
    revision = a_long_story(revision) if much else sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))
    client.force_login(make_person(CLINICIAN))
    screen(client, revision)

    with django_assert_num_queries(QUERIES):
        html = screen(client, revision)

    assert form_of(html, "clinical").count("Still right") == count
