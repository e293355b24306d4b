"""The database refuses by itself: pictures, who agreed to them, where they are used. Around the verbs, in raw SQL."""

import pytest
from django.db import connection
from django.utils import timezone

from articles.domain import pictures
from articles.domain.facts import compute_seal
from clinic_cms.roles import EDITOR
from tests.articles.domain.test_pictures import consented, showing
from tests.articles.test_guards import refused
from tests.factories import make_draft, make_in_review, make_live, make_person
from tests.pictures import make_picture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("column", ["token", "width", "height", "digest", "created_by_id", "created_at"])
def test_what_a_picture_shows_never_changes(column):
    picture = make_picture()
    other = {"token": "0" * 32, "width": 9, "height": 9, "digest": "0" * 64, "created_at": timezone.now()}
    value = other.get(column) or make_person(EDITOR).pk

    assert refused(f"UPDATE articles_picture SET {column} = %s WHERE id = %s", value, picture.pk)


def test_a_picture_that_is_used_is_not_deleted():
    picture = make_picture()
    make_draft(body=showing(picture))
    editor = make_person(EDITOR)

    assert refused("UPDATE articles_picture SET deleted_at = now(), deleted_by_id = %s", editor.pk)
    assert refused("DELETE FROM articles_picture")


def test_a_deleted_picture_stays_deleted_and_is_used_by_nothing():
    picture, draft = make_picture(), make_draft()
    pictures.delete_picture(picture, by=make_person(EDITOR))

    assert refused("UPDATE articles_picture SET deleted_at = NULL, deleted_by_id = NULL")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_revision SET body = %s WHERE id = %s", [showing(picture), draft.pk])
    assert draft.picture_uses.count() == 0


@pytest.mark.parametrize(
    "statement", ["UPDATE articles_pictureconsent SET note = 'x'", "DELETE FROM articles_pictureconsent"]
)
def test_consent_is_append_only(statement):
    consented(make_picture())

    assert refused(statement)


def test_nobody_writes_by_hand_which_pictures_are_used():
    picture, draft = make_picture(), make_draft()
    other = make_draft("Another", body=showing(make_picture()))

    assert refused("INSERT INTO articles_pictureuse (revision_id, picture_id) VALUES (%s, %s)", draft.pk, picture.pk)
    assert refused("DELETE FROM articles_pictureuse WHERE revision_id = %s", other.pk)
    assert refused("UPDATE articles_pictureuse SET picture_id = %s", picture.pk)


@pytest.mark.parametrize("column", ["lead_picture_id", "lead_alt", "lead_decorative", "lead_caption"])
@pytest.mark.parametrize("make", [make_in_review, make_live])
def test_a_lead_picture_freezes_with_the_words(make, column):
    frozen = make(lead_picture=make_picture(), lead_alt="A hand", lead_caption="Photo: us")
    value = {"lead_picture_id": make_picture().pk, "lead_decorative": True}.get(column, "A foot")

    assert refused(f"UPDATE articles_revision SET {column} = %s WHERE id = %s", value, frozen.pk)


@pytest.mark.parametrize(
    "lead",
    [
        {},
        {"lead_alt": "Eine Hand – 5 µg", "lead_caption": "Photo: us"},
        {"lead_decorative": True},
    ],
)
def test_the_database_computes_the_same_seal(lead):
    draft = make_draft(lead_picture=make_picture(), **lead)

    with connection.cursor() as cursor:
        cursor.execute("SELECT articles_digest(%s)", [draft.pk])
        assert cursor.fetchone() == (compute_seal(draft),)


def test_another_lead_picture_is_another_seal_and_none_is_the_old_one():
    with_one = make_draft(lead_picture=make_picture(), lead_alt="A hand")
    bare = compute_seal(make_draft("Bare"))
    first = compute_seal(with_one)
    type(with_one).objects.filter(pk=with_one.pk).update(lead_picture=make_picture())

    assert len({bare, first, compute_seal(with_one)}) == 3
