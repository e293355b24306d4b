import signal
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles.models import Notice, Revision
from clinic_cms.roles import PUBLISHER
from tests.factories import make_person, make_scheduled


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

    assert said(caplog) == [f"published article=walking-and-mood revision={revision.pk}"]


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_makes_the_clock_wait_and_not_end(caplog, monkeypatch):
    with monkeypatch.context() as away:
        away.setitem(connection.settings_dict, "HOST", "/nowhere")
        connection.close()
        call_command("clock", "--rounds", "2", "--every", "0")
        connection.close()

    assert said(caplog) == ["clock_waits reason=database_unreachable"] * 2


@pytest.mark.django_db(transaction=True)
def test_a_duty_that_fails_keeps_the_clock_from_no_other(caplog):
    """Here the reminders, which come after what goes live and before the notices."""
    make_person(PUBLISHER)  # who is told that it can be published
    revision = make_scheduled()
    lost = Notice.objects.update(queued_at=timezone.now() - timedelta(days=1))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE articles_reviewreminder RENAME TO away")

    try:
        with time_machine.travel(revision.publish_at), caplog.at_level("INFO"):
            call_command("clock", "--rounds", "1")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE away RENAME TO articles_reviewreminder")

    assert lost > 0
    assert said(caplog) == [
        f"published article=walking-and-mood revision={revision.pk}",
        "clock_duty_failed duty=remind",
        f"queued_again notices={lost}",
    ]


def said(caplog):
    return [record.getMessage() for record in caplog.records if record.name.endswith("clock")]
