"""What the demonstration's clinic says of itself: what it offers, its telephone, and whose words it may show."""

from datetime import timedelta

from django.utils import timezone

from articles.domain import clinical_data
from articles.models import Article, ClinicPhone, ClinicService, PatientStory
from clinic_cms.demonstration import kinds
from clinic_cms.keeping_clinic import keep_clinic
from clinic_cms.models import User
from clinic_cms.opening_hours import DAYS


def set_up_clinic(by: User) -> None:
    """Where the clinic is and when it is open, as its contact page has it. Its name and country are the settings'."""
    keep_clinic(
        by=by,
        tagline="Here for Alder Street and everybody near it.",
        address="48 Alder Street\nDenver, Colorado 80203",
        phone="(303) 555-0142",
        email="desk@alderstreet.example",
        hours={day: [["09:00", "17:00"]] for day in DAYS[:5]},
        hours_note="Closed on public holidays.",
        translations={
            "es": {"tagline": "Cerca de usted, en Alder Street.", "hours_note": "Cerrado los días festivos."},
        },
    )


def keep_services(by: User) -> None:
    """Two services of which articles speak, so that they say so, one that has ended, and the front desk's number."""
    for name, sentence, also, active in (
        ("ketamine infusions", "Alder Street Clinic offers ketamine infusions", "ketamine drip", True),
        ("CBT-I in groups", "Alder Street Clinic offers CBT-I in groups", "sleep group", True),
        ("travel vaccinations", "Alder Street Clinic offers travel vaccinations", "", False),
    ):
        clinical_data.keep(ClinicService(), by=by, name=name, sentence=sentence, synonyms=also, active=active)
    clinical_data.keep(ClinicPhone(), by=by, label="Front desk", number="+1 (303) 555-0142")


def keep_story(article: Article, story: kinds.Story, *, by: User) -> None:
    """That the patient allowed these words for three years from that day."""
    today = timezone.localdate()
    clinical_data.keep(
        PatientStory(article=article),
        by=by,
        article=article,
        quote=story.quote,
        paper=story.paper,
        valid_from=today,
        expires_on=today + timedelta(days=3 * 365),
    )
