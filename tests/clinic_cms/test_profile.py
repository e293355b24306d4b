"""One place knows the clinic, and asks for it once."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpResponse
from django.test import RequestFactory

from articles.models import shown_change
from clinic_cms import profile
from clinic_cms.limits import RefuseBeforeReading
from clinic_cms.models import ClinicProfile
from clinic_cms.profile import AskedOnce, clinic
from tests.clinics import set_up
from tests.comment_factories import make_approved
from tests.factories import make_crisis_line, make_live_article

pytestmark = pytest.mark.django_db


def in_a_request(act):
    AskedOnce(lambda _request: act() or HttpResponse())(RequestFactory().get("/"))


def test_within_a_request_it_is_asked_for_once(django_assert_num_queries):
    with django_assert_num_queries(1):
        in_a_request(lambda: [clinic() for _each in range(3)] and None)


def in_a_request_that_saw(site, act):
    with profile.remembered(site):
        in_a_request(act)


def test_it_is_what_it_was_while_nothing_of_the_site_has_changed(django_assert_num_queries):
    in_a_request_that_saw("the same", lambda: clinic() and None)

    with django_assert_num_queries(0):
        in_a_request_that_saw("the same", lambda: clinic() and None)
    with django_assert_num_queries(1):
        in_a_request_that_saw("another", lambda: clinic() and None)


def test_each_change_of_it_is_seen_as_one_of_the_site():
    names = []
    for name in ("Harbor Clinic", "Alder House"):
        set_up(name=name)
        in_a_request_that_saw(shown_change.seen().site, lambda: names.append(clinic().name))

    assert names == ["Harbor Clinic", "Alder House"]


def test_a_comment_changes_what_its_article_shows_and_nothing_of_the_site():
    article = make_live_article()
    before = shown_change.seen(article.slug)

    make_approved("It helped me.", article=article)

    after = shown_change.seen(article.slug)
    assert (after.article, after.site, after.page != before.page) == (article.pk, before.site, True)


def test_elsewhere_it_is_asked_for_each_time_so_that_no_clock_and_no_queue_knows_an_old_one():
    assert clinic().name == "Alder Street Clinic"

    ClinicProfile.objects.create(name="Harbor Clinic", country="US")

    assert clinic().name == "Harbor Clinic"


def test_a_request_that_changes_it_sees_the_change():
    seen = []

    def act():
        seen.append(clinic().name)
        set_up(name="Harbor Clinic")
        seen.append(clinic().name)

    in_a_request(act)

    assert seen == ["Alder Street Clinic", "Harbor Clinic"]


def test_a_page_that_may_ask_nothing_has_the_last_name_this_process_knew(django_assert_num_queries):
    set_up(name="Harbor Clinic")
    clinic()
    refused = RefuseBeforeReading(lambda _request: HttpResponse())

    with django_assert_num_queries(0):
        page = refused(RequestFactory().generic("POST", "/", CONTENT_LENGTH="9999999")).content.decode()

    assert page.count("Harbor Clinic") > 0


def test_and_a_new_process_the_name_in_the_settings(django_assert_num_queries):
    set_up(name="Harbor Clinic")
    profile.forget()

    with django_assert_num_queries(0):
        assert profile.last_known().name == "Alder Street Clinic"


def test_the_first_line_for_everybody_of_its_country_is_the_one_it_names():
    make_crisis_line("For veterans", audience="veterans", order=1)
    make_crisis_line("Elsewhere", country="GB", order=1)
    make_crisis_line("Second", order=3)
    make_crisis_line("First", order=2)

    line = clinic().line
    assert line is not None
    assert line.name == "First"


def test_the_migration_goes_back_and_forth():
    loader = MigrationLoader(connection)
    migration = loader.get_migration("clinic_cms", "0002_clinic_profile")
    before = [("clinic_cms", "0001_initial"), ("articles", "0059_site_pages")]

    with connection.schema_editor() as editor:
        migration.unapply(loader.project_state(before), editor)
    gone = ClinicProfile._meta.db_table not in connection.introspection.table_names()
    with connection.schema_editor() as editor:
        migration.apply(loader.project_state(before), editor)

    assert gone

    assert clinic().name == "Alder Street Clinic"
