import pytest

from clinic_cms.roles import EDITOR
from tests.factories import make_person
from tests.roles.desk import allowed, expected
from tests.roles.steps import steps_taken_by

pytestmark = pytest.mark.django_db


def test_the_editor_reaches_these_addresses_of_the_desk_and_no_others(client):
    client.force_login(make_person(EDITOR))

    assert allowed(client) == expected(EDITOR)


def test_the_editor_can_take_these_steps_and_no_others(client):
    assert steps_taken_by(EDITOR, client) == {
        "submit",
        "sign_off:editorial",
        "request_changes",
        "recall",
        "reopen",
        "discard",
    }
