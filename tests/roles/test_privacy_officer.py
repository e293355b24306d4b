import pytest

from clinic_cms.roles import PRIVACY_OFFICER
from tests.factories import make_person
from tests.roles.desk import allowed, expected
from tests.roles.steps import steps_taken_by

pytestmark = pytest.mark.django_db


def test_the_privacy_officer_reaches_these_addresses_of_the_desk_and_no_others(client):
    client.force_login(make_person(PRIVACY_OFFICER))

    assert allowed(client) == expected(PRIVACY_OFFICER)


def test_the_privacy_officer_can_take_these_steps_and_no_others(client):
    assert steps_taken_by(PRIVACY_OFFICER, client) == set()
