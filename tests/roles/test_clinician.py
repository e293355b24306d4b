import pytest

from clinic_cms.roles import CLINICIAN
from tests.factories import make_person
from tests.roles.desk import allowed, expected
from tests.roles.steps import steps_taken_by

pytestmark = pytest.mark.django_db


def test_the_clinician_reaches_these_addresses_of_the_desk_and_no_others(client):
    client.force_login(make_person(CLINICIAN))

    assert allowed(client) == expected(CLINICIAN)


def test_the_clinician_can_take_these_steps_and_no_others(client):
    assert steps_taken_by(CLINICIAN, client) == {"sign_off:clinical", "request_changes", "unschedule", "withdraw"}
