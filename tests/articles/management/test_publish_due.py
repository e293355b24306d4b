import pytest
import time_machine
from django.core.management import call_command

from articles.models import Revision
from clinic_cms.models import User
from tests.factories import make_live, make_plan, make_scheduled, make_signed_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def due():
    revision = make_scheduled()
    with time_machine.travel(revision.publish_at):
        yield revision


def status(revision):
    return Revision.objects.get(pk=revision.pk).status


def test_what_is_due_goes_live_and_is_named(due, capsys):
    call_command("publish_due")

    assert (capsys.readouterr().out, status(due)) == ("published: walking-and-mood\n", "published")


def test_a_second_round_finds_nothing_left_to_do(due, capsys):
    call_command("publish_due")
    capsys.readouterr()

    call_command("publish_due")

    assert capsys.readouterr() == ("", "")


def test_what_is_not_due_stays(capsys):
    revision = make_scheduled()

    call_command("publish_due")

    assert (capsys.readouterr().out, status(revision)) == ("", "scheduled")


def test_what_could_not_go_live_is_named_and_fails_the_command(due, capsys):
    User.objects.filter(pk=due.author_id).update(job_title="")

    with pytest.raises(SystemExit) as ended:
        call_command("publish_due")

    sentence = "could not publish: walking-and-mood (the reason stands on the desk)\n"
    assert (ended.value.code, capsys.readouterr().err, status(due)) == (1, sentence, "scheduled")


def test_what_was_planned_to_come_down_is_named(capsys):
    planned = make_plan(make_live(), minutes=60)

    with time_machine.travel(planned.at):
        call_command("publish_due")

    assert capsys.readouterr().out == "withdrawn: walking-and-mood\n"


def test_what_could_not_come_down_is_named_and_fails_the_command(capsys):
    planned = make_plan(make_signed_off(), minutes=60)

    with time_machine.travel(planned.at), pytest.raises(SystemExit) as ended:
        call_command("publish_due")

    sentence = "could not withdraw: walking-and-mood (the reason stands on the desk)\n"
    assert (ended.value.code, capsys.readouterr().err.splitlines(keepends=True)[-1]) == (1, sentence)
