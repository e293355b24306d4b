"""Sets up the clinic for tests, the only way it can be: through the verb."""

from typing import Any

from clinic_cms.keeping_clinic import keep_clinic, seen_now
from clinic_cms.models import ClinicProfile, User
from clinic_cms.roles import PUBLISHER
from tests.factories import make_person


def set_up(*, by: User | None = None, **values: Any) -> ClinicProfile:
    """The clinic with these values; a new publisher does it unless somebody is named."""
    return keep_clinic(by=by or make_person(PUBLISHER), seen=seen_now(), **values)
