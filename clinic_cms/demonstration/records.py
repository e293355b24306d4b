"""What the demonstration's clinic says of itself: what it offers, its telephone, and whose words it may show."""

from datetime import timedelta

from django.utils import timezone

from articles.domain import clinical_data
from articles.models import Article, ClinicPhone, ClinicService, PatientStory
from clinic_cms.demonstration import kinds
from clinic_cms.models import User


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
