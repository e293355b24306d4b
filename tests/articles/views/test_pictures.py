"""The library of pictures on the desk, with and without scripts."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.domain import drafting, pictures
from articles.domain.drafts import saved_draft
from articles.forms import DraftForm
from articles.models import Picture
from clinic_cms.limits import RefuseBeforeReading
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.articles.domain.test_pictures import consented, showing, today
from tests.factories import make_draft, make_live, make_person
from tests.pictures import encoded, make_picture, upload

pytestmark = pytest.mark.django_db
UPLOAD = "/desk/pictures/upload/"


@pytest.fixture
def editor(client):
    person = make_person(EDITOR)
    client.force_login(person)
    return person


def send(client, *files: SimpleUploadedFile, **headers: str):
    return client.post(UPLOAD, {"pictures": list(files)}, headers=headers)


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


# Taking in ----------------------------------------------------------------------------------------------------------


def test_one_picture_leads_to_its_page(client, editor):
    response = send(client, upload())

    picture = Picture.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/desk/pictures/{picture.token}/")


def test_several_pictures_lead_back_to_the_library(client, editor):
    response = client.post(UPLOAD, {"pictures": [upload(), upload(encoded(kind="PNG"), "b.png")]}, follow=True)

    assert "2 pictures are in the library. Say what each shows." in text(response)


def test_of_several_files_each_is_taken_or_refused_by_itself(client, editor):
    response = send(client, upload(), upload(b"<svg/>", "drawing.svg"))

    assert (response.status_code, Picture.objects.count()) == (422, 1)
    assert "drawing.svg: SVG and web pages can carry programs" in text(response)


def test_the_name_of_a_file_is_shown_as_it_is_and_kept_nowhere(client, editor):
    response = send(client, upload(b"<svg/>", "<script>alert(1)</script>.svg"), upload(name="Robin Hale.jpg"))

    assert b"<script>alert(1)" not in response.content
    assert "Hale" not in str(Picture.objects.values().get())


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([], "Choose at least one picture."),
        ([upload(b"", "empty.jpg")], "The file is empty. Choose another one."),
        ([upload(name=f"{number}.jpg") for number in range(6)], "Choose five pictures at most"),
    ],
)
def test_what_is_no_upload_is_told(client, editor, files, why):
    response = client.post(UPLOAD, {"pictures": files})

    assert (response.status_code, why in text(response), Picture.objects.count()) == (422, True, 0)


def test_a_script_is_answered_in_its_own_way(client, editor):
    taken = send(client, upload(), Accept="application/json")
    refused = send(client, upload(b"hello"), Accept="application/json")

    picture = Picture.objects.get()
    assert (taken.status_code, taken.json()) == (
        201,
        {
            "token": picture.token,
            "address": picture.address,
            "thumbnail": f"/pictures/{picture.token}/320/",
            "width": 400,
            "height": 300,
            "alt": "",
            "url": f"/desk/pictures/{picture.token}/",
        },
    )
    assert (refused.status_code, refused.json()) == (
        422,
        {"refusal": "That file is not a picture, whatever its name says. Choose a JPEG, PNG, WebP or AVIF."},
    )


def test_only_the_library_takes_large_bodies_and_only_with_a_session(rf):
    def answered(path: str, size: int, cookie: str = "") -> int:
        request = rf.generic("POST", path, CONTENT_LENGTH=str(size), HTTP_COOKIE=cookie)
        return RefuseBeforeReading(lambda request: SimpleResponse())(request).status_code

    session, large, too_large = "sessionid=abc", 20_000_000, 80_000_001
    assert [answered(UPLOAD, large, session), answered(UPLOAD, large), answered(UPLOAD, too_large, session)] == [
        200,
        413,
        413,
    ]
    assert [answered(path, large, session) for path in ("/desk/pictures/", "/desk/articles/new/", UPLOAD + "x")] == [
        413
    ] * 3


class SimpleResponse:
    status_code = 200


# The library --------------------------------------------------------------------------------------------------------


def shown(client, query: str = "") -> set[str]:
    page = client.get(f"/desk/pictures/{query}").content.decode()
    return set(re.findall(r'class="picture-card" href="/desk/pictures/([0-9a-f]{32})/"', page))


def test_the_library_is_searched_and_narrowed(client, editor):
    used, bare = make_picture(alt="A hand", credit="Ana Ruiz"), make_picture(alt="")
    patient, agreed = make_picture(alt="A scar", people="patient"), make_picture(alt="A knee")
    ending = make_picture(alt="An elbow")
    consented(agreed, until=300)
    consented(ending, until=20)
    make_live(body=showing(used))

    everything = {each.token for each in (used, bare, patient, agreed, ending)}
    assert shown(client) == everything
    assert (shown(client, "?q=ruiz"), shown(client, "?q=scar")) == ({used.token}, {patient.token})
    assert shown(client, f"?q={bare.token[:8]}") == {bare.token}
    assert shown(client, "?show=unused") == everything - {used.token}
    assert shown(client, "?show=undescribed") == {bare.token}
    assert shown(client, "?show=consent") == {patient.token, ending.token}
    assert shown(client, "?q=nothing-like-it&show=bogus") == set()


def test_the_library_costs_the_same_for_few_and_for_many(client, editor, django_assert_num_queries):
    picture = make_picture()
    Picture.objects.bulk_create(
        Picture(token=f"{number:032x}", width=400, height=300, digest=picture.digest, created_by=editor)
        for number in range(20)
    )

    with django_assert_num_queries(8):
        client.get("/desk/pictures/")


def test_who_only_reads_finds_no_form(client):
    client.force_login(make_person(CLINICIAN))
    make_picture()

    assert "Add to the library" not in text(client.get("/desk/pictures/"))


def test_a_writer_chooses_by_address_and_size(client, editor):
    picture = make_picture(alt='A "hand"', people="model", credit="Ana Ruiz")

    page = client.get(reverse("desk:picture_choose")).content.decode()

    assert f'data-address="{picture.address}"' in page
    assert 'data-alt="A &quot;hand&quot;" data-people="model" data-credit="Ana Ruiz"' in page


# One picture --------------------------------------------------------------------------------------------------------

SAID = {"alt": "A hand", "people": "nobody", "licence": "own", "credit": "", "focal_x": "20", "focal_y": "80"}


def test_what_is_said_about_a_picture_is_kept(client, editor):
    picture = make_picture()

    response = client.post(picture.get_absolute_url(), SAID)

    fresh = Picture.objects.get()
    assert (response.status_code, fresh.alt, fresh.focus_class) == (302, "A hand", "focus-x-2 focus-y-8")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"licence": "cc_by"}, "This licence asks us to name somebody"),
        ({"focal_x": "101"}, "less than or equal to 100"),
        ({"people": "ghost"}, "Select a valid choice"),
    ],
)
def test_what_was_typed_stays_through_a_refusal(client, editor, wrong, why):
    response = client.post(make_picture().get_absolute_url(), SAID | {"alt": "Typed with care"} | wrong)

    assert (response.status_code, why in text(response), "Typed with care" in text(response)) == (422, True, True)


def test_a_consent_is_recorded_and_a_refused_one_keeps_what_was_typed(client, editor):
    picture = make_picture()
    url = reverse("desk:picture_consent", args=[picture.token])
    typed = {"held_by": "Folder 12", "scope": "This website", "given_on": today(1), "expires_on": today(9), "note": ""}

    refused = client.post(url, typed)
    client.post(url, typed | {"given_on": today(-1)})

    assert (refused.status_code, 'value="Folder 12"' in refused.content.decode()) == (422, True)
    assert "A consent can&#x27;t be given on a day that has not come yet." in refused.content.decode()
    assert "Consent holds until" in text(client.get(picture.get_absolute_url()))


def test_a_publisher_records_that_a_consent_was_withdrawn(client):
    picture = make_picture()
    consented(picture)
    client.force_login(make_person(PUBLISHER))

    client.post(reverse("desk:picture_consent_withdraw", args=[picture.token]), {"note": "By phone"})

    assert [each.event for each in picture.consents.all()] == ["given", "withdrawn"]


def test_an_unused_picture_is_deleted_and_a_used_one_is_not(client, editor):
    unused, used = make_picture(), make_picture()
    make_draft(body=showing(used))

    for picture in (unused, used):
        client.post(reverse("desk:picture_delete", args=[picture.token]))

    assert list(Picture.objects.kept()) == [used]
    assert client.get(unused.get_absolute_url()).status_code == 404


def test_its_page_tells_where_a_picture_is_used(client, editor):
    picture = make_picture()
    make_live("Walking and mood", body=showing(picture))
    make_draft("Sleep", lead_picture=picture, lead_alt="A bed")

    told = text(client.get(picture.get_absolute_url()))

    assert "Walking and mood revision 1, published" in told
    assert "Sleep revision 1, draft" in told


def test_without_scripts_the_figure_is_copied_from_its_page(client, editor):
    picture = make_picture(alt="A hand")

    page = client.get(picture.get_absolute_url()).content.decode()

    assert "&lt;figure class=&quot;picture&quot;&gt;&lt;img alt=&quot;A hand&quot;" in page
    assert pictures_in(make_draft(body=showing(picture))) == 1


def pictures_in(revision) -> int:
    return revision.picture_uses.count()


# The lead picture ---------------------------------------------------------------------------------------------------


def write(client, draft, **words: str):
    page = client.get(f"/desk/revisions/{draft.pk}/edit/")
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields if name != "body"}
    total = {"references-TOTAL_FORMS": "0", "references-INITIAL_FORMS": "0"}
    typed = {**{name: value or "" for name, value in values.items()}, "body": draft.body, **total, **words}
    return client.post(
        f"/desk/revisions/{draft.pk}/edit/", {key: each for key, each in typed.items() if each is not False}
    )


@pytest.mark.parametrize("typed", ["{address}", "{token}", "https://clinic.example{address}960/", "  {token} "])
def test_a_lead_picture_is_named_by_its_address(client, editor, typed):
    picture, draft = make_picture(), make_draft(by=editor)

    lead = typed.format(address=picture.address, token=picture.token)
    response = write(client, draft, lead_picture=lead, lead_alt="A hand", lead_caption="Photo: us")

    draft.refresh_from_db()
    assert (response.status_code, draft.lead_picture, draft.lead_alt) == (302, picture, "A hand")


@pytest.mark.parametrize("typed", ["hello", "0" * 32, "/pictures/" + "f" * 32 + "/", "a" * 5000])
def test_a_lead_picture_that_nobody_knows_is_refused_and_stays_typed(client, editor, typed):
    response = write(client, make_draft(by=editor), lead_picture=typed)

    assert (response.status_code, typed in response.content.decode()) == (422, True)
    assert "No picture has this address" in text(response)


def test_a_deleted_picture_leads_nothing(client, editor):
    picture = make_picture()
    pictures.delete_picture(picture, by=editor)

    assert write(client, make_draft(by=editor), lead_picture=picture.address).status_code == 422


def test_readers_see_the_lead_picture_on_the_page_and_on_the_card(client, django_assert_num_queries):
    picture = make_picture(focal_x=10, focal_y=90)
    live = make_live(lead_picture=picture, lead_alt="A hand", lead_caption="Photo: us")

    with django_assert_num_queries(4):
        page = client.get(live.article.get_absolute_url()).content.decode()
    card = client.get("/articles/").content.decode()

    assert f'srcset="/pictures/{picture.token}/320/ 320w, /pictures/{picture.token}/400/ 400w"' in page
    assert 'alt="A hand" width="400" height="300"' in page
    assert "<figcaption>Photo: us</figcaption>" in page
    assert f'class="card__picture focus-x-1 focus-y-9" src="/pictures/{picture.token}/320/" alt=""' in card


def test_an_article_without_a_lead_picture_shows_no_frame(client):
    assert "lead-picture" not in client.get(make_live().article.get_absolute_url()).content.decode()


def test_two_who_write_one_draft_are_told_of_its_lead_picture_by_its_address(client, editor):
    mine, theirs = make_picture(), make_picture()
    draft = make_draft(by=editor)
    page = client.get(f"/desk/revisions/{draft.pk}/edit/")
    words = {"lead_picture": theirs, "lead_alt": "A foot"}
    drafting.save_draft(draft, by=make_person(EDITOR), seen=draft.state_token, words=words)

    response = write(client, draft, seen=page.context["form"]["seen"].value(), lead_picture=mine.address, lead_alt="A")

    sides = {label: (there, here) for label, there, here in response.context["conflict"]["sides"]}
    assert response.status_code == 409
    assert sides["Lead picture"] == (theirs.address, mine.address)
    assert "it only decorates" not in {label.lower() for label in sides}


def test_a_draft_that_is_put_together_keeps_the_lead_picture_and_does_not_call_it_decoration(editor):
    picture = make_picture()
    draft = make_draft(by=editor, lead_picture=picture, lead_alt="A hand")

    form = DraftForm(instance=draft, initial=dict(saved_draft(draft).fields))

    assert (form["lead_picture"].value(), form["lead_decorative"].value()) == (picture.address, False)
