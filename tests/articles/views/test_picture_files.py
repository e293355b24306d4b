"""Who gets a picture, and how it comes."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles.domain import drafting, pictures, publishing, reviewing, sharing
from articles.enums import ChangeClass
from articles.models import Article, Picture
from articles.picture_address import file_name, sized
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from tests.articles.domain.test_pictures import consented, showing
from tests.factories import (
    BODY,
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_update,
    make_withdrawn,
)
from tests.pictures import make_picture

pytestmark = pytest.mark.django_db
A_BROWSER = {"Accept": "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"}


def status(client, picture: Picture) -> int:
    return client.get(picture.address).status_code


def supersede(live) -> None:
    update = make_update(live, body=BODY)
    seen = update.state_token
    signed = give_sign_offs(reviewing.submit(update, by=update.saved_by, seen=seen, change_class=ChangeClass.CLINICAL))
    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)


# Who ----------------------------------------------------------------------------------------------------------------


def test_a_reader_sees_the_pictures_of_live_words(client):
    in_words, lead = make_picture(), make_picture()
    make_live(body=showing(in_words), lead_picture=lead, lead_alt="A hand")

    assert (status(client, in_words), status(client, lead)) == (200, 200)


@pytest.mark.parametrize("make", [make_draft, make_withdrawn])
def test_a_reader_finds_no_picture_of_words_that_are_not_public(client, make):
    picture = make_picture()
    make(body=showing(picture))

    response = client.get(picture.address)

    assert (response.status_code, dict(client.cookies)) == (404, {})


def test_a_reader_finds_no_picture_that_nothing_uses(client):
    assert status(client, make_picture()) == 404


def test_a_reader_finds_nothing_at_an_address_that_never_was(client):
    assert client.get(f"/pictures/{'0' * 32}/").status_code == 404
    assert client.get("/pictures/../../etc/passwd/").status_code == 404


def test_the_pictures_of_an_earlier_version_stay_until_one_after_it_is_withdrawn(client):
    picture = make_picture()
    live = make_live(body=showing(picture))
    supersede(live)
    while_open = status(client, picture)
    newest = Article.objects.get(pk=live.article_id).live_revision
    publishing.withdraw(newest, by=make_person(PUBLISHER), seen=newest.state_token, note="Why", notice="So")

    assert (while_open, status(client, picture)) == (200, 404)


@pytest.mark.parametrize(("role", "answer"), [(EDITOR, 200), (CLINICIAN, 200), (PUBLISHER, 200), (MODERATOR, 404)])
def test_who_may_read_drafts_sees_their_pictures(client, role, answer):
    client.force_login(make_person(role))

    assert status(client, make_picture()) == answer


def test_a_picture_of_a_draft_is_kept_by_no_cache(client):
    client.force_login(make_person(EDITOR))

    assert client.get(make_picture().address)["Cache-Control"] == "private, no-cache"


def test_an_expert_who_confirmed_their_address_sees_the_pictures_of_those_words_alone(client):
    shown, other = make_picture(), make_picture()
    link = sharing.share(
        make_in_review(body=showing(shown)),
        by=make_person(CLINICIAN),
        name="Robin Hale",
        email="robin@elsewhere.example",
    )
    session = client.session
    session[f"preview-{link.pk}"] = timezone.now().timestamp() + 60
    session.save()
    seen = (status(client, shown), status(client, other))
    session[f"preview-{link.pk}"] = timezone.now().timestamp() - 60
    session.save()

    assert (seen, status(client, shown)) == ((200, 404), 404)


def test_a_deleted_picture_is_gone_for_everybody(client):

    picture, editor = make_picture(), make_person(EDITOR)
    pictures.delete_picture(picture, by=editor)
    client.force_login(editor)

    assert status(client, picture) == 404


def test_a_file_that_the_storage_has_lost_is_not_found(client, caplog):
    picture = make_picture()
    make_live(body=showing(picture))
    default_storage.delete(file_name(picture.token, 400, "jpg"))

    assert status(client, picture) == 404
    assert [each.getMessage() for each in caplog.records if "picture" in each.name] == [
        f"picture_file_missing picture={picture.pk}"
    ]


# How ----------------------------------------------------------------------------------------------------------------


def test_a_public_picture_comes_with_safe_headers_and_nothing_of_the_visitor(client, django_assert_num_queries):
    picture = make_picture()
    make_live(body=showing(picture))

    with django_assert_num_queries(1):
        response = client.get(picture.address, headers=A_BROWSER)

    told = {name: response[name] for name in response.headers if name not in ("Content-Length",)}
    assert told == {
        "Content-Type": "image/avif",
        "Content-Disposition": f'inline; filename="picture-{picture.token[:8]}-400.avif"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "public, max-age=31536000, immutable",
        "ETag": f'"{picture.digest[:16]}-400-avif"',
        "Vary": "Accept",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    assert dict(client.cookies) == {}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (A_BROWSER["Accept"], "image/avif"),
        ("image/webp,*/*", "image/webp"),
        ("image/png,*/*", "image/jpeg"),
        ("", "image/jpeg"),
        ("image/avif" * 5000, "image/jpeg"),
    ],
)
def test_a_browser_gets_the_best_format_it_takes(client, accept, kind):
    picture = make_picture()
    make_live(body=showing(picture))

    response = client.get(sized(picture.token, 320), headers={"Accept": accept})

    assert (response["Content-Type"], Image.open(BytesIO(response.content)).size) == (kind, (320, 240))


def test_a_format_in_the_address_is_answered_without_asking(client):
    picture = make_picture()
    make_live(body=showing(picture))

    response = client.get(f"/pictures/{picture.token}/320.jpg", headers=A_BROWSER)

    assert (response["Content-Type"], response.has_header("Vary")) == ("image/jpeg", False)


@pytest.mark.parametrize("rest", ["321/", "1920/", "320.png", "320.jpg/", "0320.jpg", "320.JPG"])
def test_a_size_or_format_that_is_not_kept_is_not_found(client, rest):
    picture = make_picture()
    make_live(body=showing(picture))

    assert client.get(f"/pictures/{picture.token}/{rest}").status_code == 404


def test_a_browser_that_has_it_gets_nothing_again(client):
    picture = make_picture()
    make_live(body=showing(picture))
    known = client.get(picture.address)["ETag"]

    response = client.get(picture.address, headers={"If-None-Match": known})

    assert (response.status_code, response.content) == (304, b"")


def test_a_patients_picture_is_asked_for_each_time_so_that_it_can_be_taken_back(client):
    picture = make_picture()
    consented(picture)
    make_live(body=showing(picture))

    assert client.get(picture.address)["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_picture_is_only_read(client, method):
    address = reverse("pictures:picture", args=[make_picture().token])

    assert getattr(client, method)(address).status_code == 405


def test_a_draft_that_shows_the_picture_of_another_article_changes_nothing_for_readers(client):
    picture = make_picture()
    live = make_live(body=showing(picture))
    draft = make_draft("Another", body=showing(picture))
    drafting.discard(draft, by=draft.saved_by, seen=draft.state_token)

    assert (live.status, status(client, picture)) == ("published", 200)
