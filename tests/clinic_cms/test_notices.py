"""The desk's page of notices: one's own, how they come, and the dead letters."""

import pytest
from django.urls import reverse

from articles.domain import delivery
from articles.domain.following import follow, is_followed
from articles.models import Notice, ShownChange
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR
from tests.articles.domain.test_delivery import RefusingBackend, send_notice
from tests.factories import make_in_review, make_live, make_person

pytestmark = pytest.mark.django_db


def page(client, person):
    client.force_login(person)
    return client.get(reverse("desk:notices"))


def test_everybody_reads_their_own_notices_and_nobody_elses(client):
    doctor, other = make_person(CLINICIAN), make_person(EDITOR)
    make_in_review("Walking and mood")
    Notice.objects.filter(person=other).delete()

    assert page(client, doctor).content.decode().count("Ready for review: Walking and mood") == 1
    assert page(client, other).content.decode().count("Ready for review: Walking and mood") == 0


def test_the_page_costs_the_same_for_few_and_for_many(client, django_assert_num_queries):
    doctor = make_person(CLINICIAN)
    first = make_in_review()
    client.force_login(doctor)
    client.get(reverse("desk:notices"))
    Notice.objects.bulk_create(
        Notice(person=doctor, article=first.article, event=f"e:{number}", heading="H", sentence="S", path="/desk/")
        for number in range(100)
    )

    with django_assert_num_queries(9):
        client.get(reverse("desk:notices"))


def test_a_person_chooses_one_mail_a_day_and_back(client):
    doctor = make_person(CLINICIAN)
    client.force_login(doctor)
    chosen = []

    for how in ("daily", "each"):
        client.post(reverse("desk:notices_choose"), {"how": how})
        doctor.refresh_from_db()
        chosen.append(doctor.daily_notices)

    assert chosen == [True, False]


def test_a_person_chooses_in_which_language_they_are_told_of_things(client):
    doctor = make_person(CLINICIAN)
    client.force_login(doctor)

    client.post(reverse("desk:notices_choose"), {"how": "each", "language": "es"})

    doctor.refresh_from_db()
    assert doctor.language == "es"
    assert page(client, doctor).content.decode().count('name="language" value="es" checked') == 1


def test_a_notice_says_which_language_its_words_are_in(client):
    doctor = make_person(CLINICIAN, language="es")
    revision = make_in_review()

    html = page(client, doctor).content.decode()

    assert html.count(f'<a href="/desk/revisions/{revision.pk}/" lang="es">') == 1


def test_a_language_that_the_site_does_not_speak_is_refused(client):
    doctor = make_person(CLINICIAN)
    client.force_login(doctor)

    response = client.post(reverse("desk:notices_choose"), {"how": "each", "language": "tlh"}, follow=True)

    doctor.refresh_from_db()
    assert (doctor.language, response.content.decode().count("Choose one of the languages of the site.")) == ("en", 1)


def test_what_somebody_chose_about_mail_changes_no_page_of_readers(client):
    doctor, before = make_person(CLINICIAN), ShownChange.objects.count()

    delivery.choose_language(doctor, "es")

    assert ShownChange.objects.count() == before


def test_a_person_follows_an_article_from_its_page_and_stops(client):
    article, doctor = make_live().article, make_person(CLINICIAN)
    client.force_login(doctor)

    client.post(reverse("desk:follow", args=[article.pk]))
    followed = is_followed(article, doctor)
    client.post(reverse("desk:follow", args=[article.pk]), {"stop": "1"})

    assert (followed, is_followed(article, doctor)) == (True, False)


def test_the_page_lists_what_a_person_follows(client):
    article, doctor = make_live("Sleep well").article, make_person(CLINICIAN)
    follow(article, by=doctor)

    assert page(client, doctor).content.decode().count("Stop<span") == 1


def test_administrators_see_the_dead_letters_and_send_them_again(client, settings):
    settings.EMAIL_BACKEND = f"{RefusingBackend.__module__}.RefusingBackend"
    make_person(CLINICIAN, full_name="Amara Osei")
    make_in_review()
    notice = Notice.objects.get()
    for _each in range(5):
        send_notice.func(notice.pk)

    seen = page(client, make_person(ADMINISTRATOR)).content.decode().count("Try again for Amara Osei")
    client.post(reverse("desk:notice_try_again", args=[notice.pk]))

    assert seen == 1
    assert list(Notice.objects.undeliverable()) == []


def test_others_do_not_see_the_dead_letters(client, settings):
    settings.EMAIL_BACKEND = f"{RefusingBackend.__module__}.RefusingBackend"
    doctor = make_person(CLINICIAN)
    make_in_review()
    notice = Notice.objects.get(person=doctor)
    for _each in range(5):
        send_notice.func(notice.pk)

    assert page(client, make_person(EDITOR)).content.decode().count("Try again for") == 0
