import signal

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection

from articles.models import Revision
from tests.factories import make_scheduled


@pytest.fixture(autouse=True)
def _signals():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.mark.django_db(transaction=True)
def test_one_round_publishes_what_is_due_and_ends():
    revision = make_scheduled()

    with time_machine.travel(revision.publish_at):
        call_command("clock", "--rounds", "1")

    assert Revision.objects.get(pk=revision.pk).status == "published"


@pytest.mark.django_db(transaction=True)
def test_the_clock_says_what_it_published(caplog):
    revision = make_scheduled()

    with time_machine.travel(revision.publish_at), caplog.at_level("INFO"):
        call_command("clock", "--rounds", "2", "--every", "0")

    said = [record.getMessage() for record in caplog.records if record.name.endswith("clock")]
    assert said == [f"published article=walking-and-mood revision={revision.pk}"]


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_makes_the_clock_wait_and_not_end(caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE articles_revision RENAME TO away")

    try:
        call_command("clock", "--rounds", "2", "--every", "0")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE away RENAME TO articles_revision")

    said = [record.getMessage() for record in caplog.records if record.name.endswith("clock")]
    assert said == ["clock_waits reason=database_unreachable"] * 2
