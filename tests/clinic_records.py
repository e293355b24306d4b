"""Makes what the clinic says of itself for tests: services, telephone numbers, patients' stories."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from articles.domain.clinical_data import keep
from articles.models import Article, ClinicPhone, ClinicService, PatientStory
from clinic_cms.models import User
from clinic_cms.roles import PUBLISHER
from tests.factories import make_person


def make_service(name: str = "ketamine infusions", *, by: User | None = None, **fields: Any) -> ClinicService:
    usual = {"sentence": f"This clinic offers {name}."}
    return keep(ClinicService(), by=by or make_person(PUBLISHER), name=name, **{**usual, **fields})


def make_clinic_phone(number: str = "+1 (303) 555-0142", *, by: User | None = None, **fields: Any) -> ClinicPhone:
    return keep(ClinicPhone(), by=by or make_person(PUBLISHER), number=number, **{"label": "Front desk", **fields})


def make_story(
    article: Article, quote: str = "My nights are mine again.", *, by: User | None = None, **fields: Any
) -> PatientStory:
    """A story that the patient has allowed for a year from yesterday on."""
    today = timezone.localdate()
    usual = {
        "paper": "Folder 12, form 7",
        "valid_from": today - timedelta(days=1),
        "expires_on": today + timedelta(days=365),
    }
    return keep(
        PatientStory(article=article),
        by=by or make_person(PUBLISHER),
        article=article,
        quote=quote,
        **{**usual, **fields},
    )
