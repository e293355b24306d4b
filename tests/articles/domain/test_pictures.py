from datetime import timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation

from articles.domain import drafting, pictures, publishing, reviewing
from articles.domain.follow_ups import confirm
from articles.domain.picture_uses import pictures_of, problems_with_pictures
from articles.domain.readiness import problems
from articles.enums import ChangeClass, FollowUpKind, SignOffKind
from articles.models import FollowUp, Picture
from articles.picture_address import file_name
from articles.pictures import figure
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import BODY, give_sign_offs, make_draft, make_live, make_person, make_signed_off, make_update
from tests.pictures import PAYLOAD, make_picture, upload
from tests.races import race

pytestmark = pytest.mark.django_db
CONSENT = {"held_by": "Records office, folder 12", "scope": "This website"}


def today(days: int = 0):
    return timezone.localdate() + timedelta(days=days)


def consented(picture: Picture, *, until: int = 30, **options):
    by = options.pop("by", None) or make_person(EDITOR)
    return pictures.record_consent(picture, by=by, given_on=today(-30), expires_on=today(until), **CONSENT, **options)


def showing(picture: Picture, *, alt: str | None = "A hand", caption: str = "") -> str:
    return BODY + figure(picture.token, picture.width, picture.height, alt=alt, caption=caption)


def stored(picture: Picture) -> list[str]:
    _folders, files = default_storage.listdir(f"pictures/{picture.token}")
    return sorted(files)


# Taking in ----------------------------------------------------------------------------------------------------------


def test_a_picture_is_kept_under_a_random_name_with_all_its_files():
    first, second = make_picture(), make_picture()

    assert stored(first) == ["320.avif", "320.jpg", "320.webp", "400.avif", "400.jpg", "400.webp"]
    assert len(first.token) == 32
    assert sum(a != b for a, b in zip(first.token, second.token, strict=True)) > 16  # of 32; by chance 30 differ


@pytest.mark.parametrize("role", [CLINICIAN, PUBLISHER, MODERATOR])
def test_only_an_editor_takes_pictures_in(role):
    with pytest.raises(Refusal, match="Only an editor"):
        pictures.add_picture(upload(), by=make_person(role))


def test_what_is_refused_leaves_nothing_behind():
    before = default_storage.listdir("pictures")[0] if default_storage.exists("pictures") else []

    with pytest.raises(Refusal):
        pictures.add_picture(upload(PAYLOAD), by=make_person(EDITOR))

    after = default_storage.listdir("pictures")[0] if default_storage.exists("pictures") else []
    assert (Picture.objects.count(), sorted(after)) == (0, sorted(before))


# Readiness ----------------------------------------------------------------------------------------------------------


def told(**words) -> list[str]:
    return problems(make_draft(**words))


def test_a_picture_with_words_for_who_cannot_see_it_is_ready():
    assert told(body=showing(make_picture())) == []


def test_a_picture_that_only_decorates_is_ready():
    assert told(body=showing(make_picture(), alt="")) == []


def test_a_picture_about_which_nobody_has_decided_is_not_ready():
    assert told(body=showing(make_picture(), alt=None)) == [
        "Picture 1 needs words for who cannot see it, or the mark that it only decorates."
    ]


@pytest.mark.parametrize("alt", ["IMG_2041.JPG", "photo.png", "DSC00231", "img-20261120-wa0003.jpg"])
def test_the_name_of_a_file_describes_nothing(alt):
    assert told(body=showing(make_picture(), alt=alt)) == [
        "Picture 1 is described by the name of a file. Say what it shows."
    ]


def test_a_picture_that_the_library_does_not_know_is_not_ready():
    body = BODY + figure("0" * 32, 400, 300, alt="A hand")

    assert told(body=body) == ["Picture 1 is not in the library any more. Choose another one or take it out."]


def test_a_patient_without_consent_is_not_ready():
    assert told(body=showing(make_picture(people="patient"))) == [
        "Picture 1 shows a patient, and no consent holds today. Record it in the library, or take the picture out."
    ]


def test_a_patient_who_agreed_is_ready():
    picture = make_picture()
    consented(picture)

    assert told(body=showing(picture)) == []


@pytest.mark.parametrize(("given", "until", "holds"), [(-5, 0, True), (-5, -1, False), (0, 0, True)])
def test_consent_holds_from_its_first_day_to_its_last(given, until, holds):
    picture = make_picture()
    pictures.record_consent(picture, by=make_person(EDITOR), given_on=today(given), expires_on=today(until), **CONSENT)

    assert [each.consent_valid for each in pictures_of(make_draft(body=showing(picture)))] == [holds]


def test_a_model_is_called_one():
    picture = make_picture(people="model")

    assert told(body=showing(picture)) == [
        "Picture 1 shows a model. Say so in its caption, for example: “Posed by a model.”"
    ]
    assert told(title="Another", body=showing(picture, caption="Posed by a model.")) == []


@pytest.mark.parametrize(
    ("caption", "says_so"),
    {
        "Posa una persona del personal.": True,
        "Posó para la foto una modelo": True,
        "Foto posada.": True,
        "Una persona del equipo": True,
        "Una colega posa.": True,
        "Modelo": True,
        "Alguien de nuestro equipo": True,
        "PERSONAL DE LA CLINICA": True,
        "Se lo dio personalmente.": False,
        "La higiene personal y la historia personal": False,
        "Un equipo de resonancia": False,
        "La enfermera posa la mano en el hombro.": False,
        "Una mariposa se posa en la ventana.": False,
        "Reposa en su postura de siempre.": False,
    }.items(),
)
def test_a_model_is_called_one_in_spanish_too(caption, says_so):
    picture = make_picture(people="model")
    draft = make_draft(body=showing(picture, caption=caption))
    draft.article.language = "es"

    assert ([*problems_with_pictures(draft)] == []) == says_so


def test_the_example_of_a_caption_is_in_the_articles_language_on_a_page_in_any():
    picture = make_picture(people="model")
    in_english, in_spanish = (make_draft(title, body=showing(picture)) for title in ("One", "Another"))
    in_spanish.article.language = "es"

    assert [*problems_with_pictures(in_spanish)] == [
        "Picture 1 shows a model. Say so in its caption, for example: “Posa un modelo.”"
    ]
    with translation.override("es"):
        (told_in_spanish,) = problems_with_pictures(in_english)
    assert told_in_spanish.endswith("«Posed by a model.»")


def test_the_lead_picture_is_asked_the_same():
    assert told(lead_picture=make_picture()) == [
        "The lead picture needs words for who cannot see it, or the mark that it only decorates."
    ]
    assert told(title="Another", lead_picture=make_picture(), lead_alt="A hand") == []
    assert told(title="A third", lead_picture=make_picture(), lead_decorative=True) == []


def test_facts_for_checks():
    lead, patient = make_picture(), make_picture(people="patient")
    draft = make_draft(body=showing(patient, alt="", caption="A scar"), lead_picture=lead, lead_alt="A hand")

    told_of = ("src", "alt", "decorative", "caption", "is_lead", "depicts_patient", "consent_valid")
    facts = [tuple(getattr(each, name) for name in told_of) for each in pictures_of(draft)]

    assert facts == [
        (lead.address, "A hand", False, "", True, False, True),
        (patient.address, "", True, "A scar", False, True, False),
    ]


# Words and their pictures -------------------------------------------------------------------------------------------


def test_sizes_come_from_the_library_and_saving_again_changes_nothing():
    picture = make_picture()
    draft = make_draft(body=BODY + f'<figure class="picture"><img width="9" src="{picture.address}" alt="x"></figure>')

    again = drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words={"body": draft.body})

    assert draft.body.endswith(figure(picture.token, 400, 300, alt="x"))
    assert again.body == draft.body


def test_uses_follow_the_words():
    first, second = make_picture(), make_picture()
    draft = make_draft(body=showing(first), lead_picture=second, lead_alt="A hand")
    before = set(draft.picture_uses.values_list("picture", flat=True))

    drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words={"body": BODY})

    assert (before, list(draft.picture_uses.values_list("picture", flat=True))) == ({first.pk, second.pk}, [second.pk])


def test_the_next_draft_shows_the_same_pictures():
    lead = make_picture()
    live = make_live(lead_picture=lead, lead_alt="A hand", lead_caption="Photo: us")

    draft = make_update(live)

    assert (draft.lead_picture, draft.lead_alt, draft.lead_caption) == (lead, "A hand", "Photo: us")
    assert list(draft.picture_uses.values_list("picture", flat=True)) == [lead.pk]


def test_words_about_a_lead_picture_go_with_it():
    draft = make_draft(lead_picture=make_picture(), lead_alt="A hand", lead_caption="Photo: us")

    bare = drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words={"lead_picture": None})

    assert (bare.lead_alt, bare.lead_caption) == ("", "")


def test_a_lead_picture_does_not_both_say_something_and_only_decorate():
    with pytest.raises(Refusal, match="Keep one of the two"):
        make_draft(lead_picture=make_picture(), lead_alt="A hand", lead_decorative=True)


# Consent ------------------------------------------------------------------------------------------------------------


def test_consent_that_ends_before_publishing_stops_it():
    picture = make_picture()
    consented(picture, until=5)
    ready = make_signed_off(body=showing(picture))
    pictures.withdraw_consent(picture, by=make_person(PUBLISHER))

    with pytest.raises(Refusal, match="no consent holds today"):
        publishing.publish(ready, by=make_person(PUBLISHER), seen=ready.state_token)


def test_consent_that_was_withdrawn_stops_submission():
    picture = make_picture()
    consented(picture)
    pictures.withdraw_consent(picture, by=make_person(CLINICIAN))
    draft = make_draft(body=showing(picture))

    with pytest.raises(Refusal, match="no consent holds today"):
        reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)


def test_consent_that_is_withdrawn_asks_two_people_to_look_at_every_live_article():
    picture, clinician = make_picture(), make_person(CLINICIAN)
    consented(picture)
    first, second = make_live("One", body=showing(picture)), make_live("Two", body=showing(picture))
    make_live("Without")

    pictures.withdraw_consent(picture, by=clinician, note="By letter")

    opened = FollowUp.objects.filter(kind=FollowUpKind.CONSENT)
    assert {(each.revision_id, each.opened_by_id) for each in opened} == {
        (first.pk, clinician.pk),
        (second.pk, clinician.pk),
    }
    with pytest.raises(Refusal, match="You opened this"):
        confirm(opened[0], SignOffKind.CLINICAL, by=clinician, note="Taken out")


def test_consent_that_ends_is_noticed_once_for_each_article():
    picture = make_picture()
    consented(picture, until=3)
    live = make_live(body=showing(picture))

    while_it_holds = pictures.look_for_ended_consents()
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        after_its_end = [pictures.look_for_ended_consents(), pictures.look_for_ended_consents()]

    assert (while_it_holds, after_its_end) == ([], [[picture], []])
    assert [(each.revision_id, each.opened_by) for each in FollowUp.objects.all()] == [(live.pk, None)]


def test_a_new_consent_after_one_that_ended_holds_again():
    picture = make_picture()
    consented(picture, until=-1)
    consented(picture, until=30)

    assert told(body=showing(picture)) == []


def test_a_picture_found_to_show_a_patient_is_looked_at_where_it_is_live():
    picture = make_picture()
    live = make_live(body=showing(picture))

    pictures.describe_picture(picture, by=make_person(EDITOR), people="patient")

    assert [(each.kind, each.revision_id) for each in live.follow_ups.all()] == [("consent", live.pk)]


def test_a_picture_with_a_consent_shows_a_patient_for_ever():
    picture = make_picture()
    consented(picture)

    with pytest.raises(Refusal, match="can't be called otherwise"):
        pictures.describe_picture(picture, by=make_person(EDITOR), people="nobody")


@pytest.mark.parametrize(("given", "until", "why"), [(1, 30, "has not come yet"), (-5, -6, "ends after it is given")])
def test_days_that_cannot_be_are_refused(given, until, why):
    with pytest.raises(Refusal, match=why):
        pictures.record_consent(
            make_picture(), by=make_person(EDITOR), given_on=today(given), expires_on=today(until), **CONSENT
        )


def test_what_was_never_given_cannot_be_withdrawn():
    with pytest.raises(Refusal, match="No consent is recorded"):
        pictures.withdraw_consent(make_picture(), by=make_person(EDITOR))


# Deleting -----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_what_nothing_uses_is_deleted_with_its_files():
    picture, editor = make_picture(), make_person(EDITOR)
    draft = make_draft(body=showing(picture))
    drafting.discard(draft, by=draft.saved_by, seen=draft.state_token)

    pictures.delete_picture(picture, by=editor)

    gone = Picture.objects.get(pk=picture.pk)
    assert (gone.deleted_by, Picture.objects.kept().count()) == (editor, 0)
    assert not default_storage.exists(file_name(picture.token, 400, "jpg"))


@pytest.mark.parametrize("make", [make_draft, make_live])
def test_what_is_used_is_not_deleted(make):
    picture = make_picture()
    make(body=showing(picture))

    with pytest.raises(Refusal, match="“Walking and mood” uses this picture"):
        pictures.delete_picture(picture, by=make_person(EDITOR))


def test_what_was_live_once_is_not_deleted():
    picture = make_picture()
    live = make_live(body=showing(picture))
    update = make_update(live, body=BODY)
    seen = update.state_token
    signed = give_sign_offs(reviewing.submit(update, by=update.saved_by, seen=seen, change_class=ChangeClass.CLINICAL))
    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    with pytest.raises(Refusal, match="superseded"):
        pictures.delete_picture(picture, by=make_person(EDITOR))


@pytest.mark.django_db(transaction=True)
def test_a_picture_is_either_deleted_or_used_never_both():
    editor, other = make_person(EDITOR), make_person(EDITOR)
    drafts = [make_draft(f"Article {number}", by=editor) for number in range(4)]

    for draft in drafts:
        picture = make_picture(by=other)

        def save(draft=draft, picture=picture):
            words = {"body": showing(picture)}
            return drafting.save_draft(draft, by=editor, seen=draft.state_token, words=words)

        def delete(picture=picture):
            with transaction.atomic():
                pictures.delete_picture(picture, by=other)

        race(save, delete)
        fresh = Picture.objects.get(pk=picture.pk)
        assert fresh.uses.exists() != (fresh.deleted_at is not None)
