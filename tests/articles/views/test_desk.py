import re

import pytest
from django.test import Client

from articles.enums import Action, Status
from articles.models import Article, Revision
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    BODY,
    answers_for,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_signed_off,
    make_topic,
)

pytestmark = pytest.mark.django_db

NO_REFERENCES = {"references-TOTAL_FORMS": 0, "references-INITIAL_FORMS": 0}


def take(client, revision, action, **answers):
    return client.post(f"/desk/revisions/{revision.pk}/{action}/", {"seen": revision.state_token, **answers})


def words(revision, **typed):
    kept = {"title": revision.title, "summary": revision.summary, "topic": revision.topic_id, "interests": "None"}
    here = {"seen": revision.state_token, "author": revision.author_id, "body": BODY}
    return {**kept, **here, **NO_REFERENCES, **typed}


def test_an_editor_starts_an_article_and_lands_where_it_is_written(client):
    client.force_login(make_person(EDITOR))
    topic = make_topic()

    response = client.post("/desk/articles/new/", {"title": "Sleep well", "topic": topic.pk, "kind": "condition"})

    assert response["Location"] == f"/desk/revisions/{Revision.objects.get().pk}/edit/"
    assert client.get(response["Location"]).status_code == 200


def test_an_article_without_a_title_is_not_started(client):
    client.force_login(make_person(EDITOR))

    response = client.post("/desk/articles/new/", {"title": "", "topic": make_topic().pk, "kind": "condition"})

    assert (response.status_code, Article.objects.count()) == (422, 0)


def test_saving_keeps_words_and_references(client):
    revision = make_draft()
    client.force_login(revision.saved_by)
    row = {"references-0-kind": "book", "references-0-title": "A book", "references-0-url": "https://a.example/b"}
    counted = {"references-TOTAL_FORMS": 1, "references-INITIAL_FORMS": 0}

    typed = words(revision, title="New title", **row, **counted)
    response = client.post(f"/desk/revisions/{revision.pk}/edit/", typed)

    revision.refresh_from_db()
    assert (response.status_code, revision.title) == (302, "New title")
    assert list(revision.references.values_list("position", "title")) == [(1, "A book")]


def test_a_stale_save_shows_both_texts_and_changes_nothing(client):
    revision = make_draft()
    client.force_login(make_person(EDITOR))
    mine, theirs = words(revision, summary="My summary"), words(revision, summary="Their summary")
    client.post(f"/desk/revisions/{revision.pk}/edit/", theirs)

    response = client.post(f"/desk/revisions/{revision.pk}/edit/", mine)

    html = response.content.decode()
    revision.refresh_from_db()
    assert response.status_code == 409
    assert (html.count("My summary</textarea>"), html.count("Their summary</div>")) == (1, 1)
    assert revision.summary == "Their summary"


def test_words_that_are_too_large_come_back_with_what_was_typed(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    response = client.post(f"/desk/revisions/{revision.pk}/edit/", words(revision, body="<div>" * 150 + "survived"))

    assert response.status_code == 422
    assert response.content.decode().count("survived") == 1


def test_frozen_words_have_no_editing_page(client):
    revision = make_in_review()
    client.force_login(revision.saved_by)

    get = client.get(f"/desk/revisions/{revision.pk}/edit/")
    post = client.post(f"/desk/revisions/{revision.pk}/edit/", words(revision))

    assert get["Location"] == f"/desk/revisions/{revision.pk}/"
    assert post.status_code == 422
    assert post.content.decode().count("These words are in review, so they can&#x27;t be changed.") > 0


def test_a_refused_step_is_a_disabled_button_with_its_sentence(client):
    revision = make_in_review()
    client.force_login(revision.saved_by)

    html = client.get(f"/desk/revisions/{revision.pk}/").content.decode()

    button = re.search(r"<button[^>]*disabled[^>]*>Give the editorial sign-off</button>", html)[0]
    sentence_id = re.search(r'aria-describedby="([^"]*)"', button)[1]
    sentence = re.search(rf'id="{sentence_id}">([^<]*)<', html)[1]
    assert sentence == "You changed these words, so somebody else has to sign them off."


def test_the_same_sentence_refuses_who_posts_anyway(client):
    revision = make_in_review()
    client.force_login(revision.saved_by)

    response = take(client, revision, Action.SIGN_OFF, kind="editorial")

    places = response.content.decode().count("You changed these words, so somebody else has to sign them off.")
    assert (response.status_code, places) == (422, 2)  # under the disabled button, and with the form that came back
    revision.refresh_from_db()
    assert revision.status == Status.IN_REVIEW


def test_the_whole_workflow_over_http(client):
    draft, doctor = make_draft(), make_person(CLINICIAN)
    steps = [
        (draft.saved_by, Action.SUBMIT, {"whole_article": "on"}),
        (make_person(EDITOR), Action.SIGN_OFF, {"kind": "editorial", **answers_for(draft, "editorial")}),
        (doctor, Action.SIGN_OFF, {"kind": "clinical", "note": "Well done.", **answers_for(draft, "clinical")}),
        (make_person(PUBLISHER), Action.PUBLISH, {}),
        (doctor, Action.WITHDRAW, {"note": "Wrong dose.", "notice": "Ask your doctor."}),
    ]

    for person, action, answers in steps:
        client.force_login(person)
        draft.refresh_from_db()
        assert take(client, draft, action, **answers).status_code == 302

    taken = list(draft.transitions.values_list("to_status", flat=True))
    assert taken == ["withdrawn", "published", "signed_off", "in_review", "in_review"]


def test_the_second_of_two_publishers_reads_who_was_faster(client):
    revision, first, second = make_signed_off(), make_person(PUBLISHER, full_name="Ines Moreau"), make_person(PUBLISHER)
    for person in (first, second):
        client.force_login(person)
        response = take(client, revision, Action.PUBLISH)

    assert response.status_code == 409
    assert response.content.decode().count("Ines Moreau published it on ") == 1


def test_a_missing_note_is_asked_for_on_the_same_page(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    response = take(client, revision, Action.REQUEST_CHANGES, note=" ")

    assert response.status_code == 422
    assert response.content.decode().count("Please say why.") > 0


@pytest.mark.parametrize("moment", ["2020-01-01T10:00", "2027-03-14T02:30", "nonsense", "0001-01-01T00:00", ""])
def test_a_moment_that_cannot_be_is_refused(client, moment):
    revision = make_signed_off()
    client.force_login(make_person(PUBLISHER))

    response = take(client, revision, Action.SCHEDULE, moment=moment)

    revision.refresh_from_db()
    assert (response.status_code, revision.status) == (422, Status.SIGNED_OFF)


@pytest.mark.parametrize(("action", "method", "status"), [
    ("supersede", "post", 404), ("explode", "post", 404), ("publish", "get", 405),
])  # fmt: skip
def test_only_the_tables_own_actions_exist_and_only_by_post(client, action, method, status):
    revision = make_live()
    client.force_login(make_person(PUBLISHER))

    assert getattr(client, method)(f"/desk/revisions/{revision.pk}/{action}/").status_code == status


def test_a_step_needs_the_csrf_token():
    client, revision = Client(enforce_csrf_checks=True), make_signed_off()
    client.force_login(make_person(PUBLISHER))

    assert take(client, revision, Action.PUBLISH).status_code == 403


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_of_articles_costs_the_same_for_one_and_for_many(client, django_assert_num_queries, count):
    for number in range(count):
        make_draft(f"Article {number}")
    client.force_login(make_person(EDITOR))
    client.get("/desk/articles/")

    with django_assert_num_queries(8):
        client.get("/desk/articles/")


def test_ckeditor_is_told_where_its_parts_are_before_it_looks_for_them(client):
    """Its own way of finding out fails in production, where the file's name has a hash in it."""
    revision = make_draft()
    client.force_login(revision.saved_by)

    html = client.get(f"/desk/revisions/{revision.pk}/edit/").content.decode()

    scripts = re.findall(r'<script[^>]*src="/static/ckeditor/([^"]*)"', html)
    assert scripts == ["ckeditor-init.js", "ckeditor/ckeditor.js"]
    assert html.count('data-ckeditor-basepath="/static/ckeditor/ckeditor/"') == 1


@pytest.mark.parametrize("count", [1, 6])
def test_the_review_queue_costs_the_same_for_one_and_for_many(client, django_assert_num_queries, count):
    for number in range(count):
        make_in_review(f"Article {number}")
    client.force_login(make_person(EDITOR))
    client.get("/desk/reviews/")

    with django_assert_num_queries(17):
        response = client.get("/desk/reviews/")

    assert len(re.findall(r"You can sign this off", response.content.decode())) == count


def rows(**typed):
    """The reference that `make_draft` saved, as its form sends it back."""
    saved = {"kind": "agency_page", "title": "Physical Activity Basics", "url": "https://www.cdc.gov/x/", "ORDER": 1}
    counted = {"references-TOTAL_FORMS": 1, "references-INITIAL_FORMS": 1}
    return {**counted, **{f"references-0-{name}": value for name, value in {**saved, **typed}.items()}}


def test_a_stale_save_with_references_is_a_conflict_too_and_not_an_invalid_row(client):
    revision = make_draft()
    client.force_login(make_person(EDITOR))
    mine, theirs = words(revision, summary="Mine", **rows()), words(revision, summary="Theirs", **rows())
    client.post(f"/desk/revisions/{revision.pk}/edit/", theirs)

    response = client.post(f"/desk/revisions/{revision.pk}/edit/", mine)

    assert response.status_code == 409
    assert list(revision.references.values_list("title", flat=True)) == ["Physical Activity Basics"]


def test_a_reference_can_be_moved_and_taken_out(client):
    revision = make_draft()
    client.force_login(revision.saved_by)
    second = {"references-1-kind": "book", "references-1-title": "First now", "references-1-ORDER": 1}
    third = {"references-2-kind": "book", "references-2-title": "Gone", "references-2-DELETE": "on"}

    typed = words(revision, **{**rows(ORDER=2), **second, **third, "references-TOTAL_FORMS": 3})
    client.post(f"/desk/revisions/{revision.pk}/edit/", typed)

    assert list(revision.references.values_list("title", flat=True)) == ["First now", "Physical Activity Basics"]


def test_a_reference_that_cannot_be_is_told_at_the_top_and_at_its_field(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    response = client.post(f"/desk/revisions/{revision.pk}/edit/", words(revision, **rows(doi="doi:10.1/x")))

    html = response.content.decode()
    assert response.status_code == 422
    assert html.count("Not saved yet: a reference needs mending") == 1
    assert html.count("Enter the DOI alone, such as 10.1001/jama.2024.1.") == 1
