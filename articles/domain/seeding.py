"""Fills empty tables of medicines and crisis lines with what comes with the software, each with its source."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.clinical_seed import CONDITIONS, CRISIS_LINES, MEDICINES, Medicine
from articles.domain.clinical_data import came_with_the_software
from articles.enums import Standing
from articles.models import Condition, CrisisResource, Drug


@transaction.atomic
def seed_clinical_data() -> str:
    """Add the medicines where there is none, and the crisis lines where there is none; says what was added.

    What a clinic keeps by itself is never touched. Nobody has checked what is added here: it says so until they do.
    """
    lines = _seed_crisis_lines() if not CrisisResource.objects.exists() else 0
    medicines = _seed_medicines() if not Drug.objects.exists() and not Condition.objects.exists() else 0
    return _("%(lines)d crisis lines and %(medicines)d medicines added") % {"lines": lines, "medicines": medicines}


def _seed_crisis_lines() -> int:
    for line in CRISIS_LINES:
        fields = {name: getattr(line, name) for name in line.__slots__}
        came_with_the_software(CrisisResource(**fields))
    return len(CRISIS_LINES)


def _seed_medicines() -> int:
    conditions = {
        name: came_with_the_software(Condition(name=name, synonyms=synonyms)) for name, synonyms in CONDITIONS.items()
    }
    for medicine in MEDICINES:
        drug = Drug(name=medicine.name, synonyms=medicine.synonyms, schedule=medicine.schedule)
        _seed_uses(medicine, came_with_the_software(drug), conditions)
    return len(MEDICINES)


def _seed_uses(medicine: Medicine, drug: Drug, conditions: dict[str, Condition]) -> None:
    off_label_source = medicine.off_label_source or medicine.label
    for names, standing, source in (
        (medicine.approved, Standing.APPROVED, medicine.label),
        (medicine.off_label, Standing.OFF_LABEL, off_label_source),
    ):
        for name in names:
            use = drug.uses.model(drug=drug, condition=conditions[name], standing=standing, source_url=source)
            came_with_the_software(use)
