"""Keeps what the checks know up to date (medicines, crisis lines, services, patients' stories): every change is written
down, and nothing is deleted.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.enums import RecordAct
from articles.models import (
    ClinicPhone,
    ClinicService,
    Condition,
    CrisisResource,
    Drug,
    DrugUse,
    PatientStory,
    RecordChange,
)
from articles.models.clinical_data import Verified
from articles.workflow import KEEP_CRISIS_LINES, KEEP_MEDICINES, KEEP_SERVICES, KEEP_STORIES
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from clinic_cms.models import User

Record = Drug | Condition | DrugUse | CrisisResource | ClinicService | ClinicPhone | PatientStory
R = TypeVar("R", bound=Record)
V = TypeVar("V", DrugUse, CrisisResource)

FIELDS: Final[dict[type[models.Model], tuple[str, ...]]] = {
    Drug: ("name", "synonyms", "schedule"),
    Condition: ("name", "synonyms"),
    DrugUse: ("drug", "condition", "standing", "authority", "source_url"),
    CrisisResource: (
        "country", "audience", "language", "name", "phone", "then", "sms_number", "sms_keyword", "chat_url", "hours",
        "source_url", "active", "order",
    ),
    ClinicService: ("name", "synonyms", "sentence", "active"),
    ClinicPhone: ("label", "number", "active"),
    PatientStory: ("article", "quote", "paper", "valid_from", "expires_on", "withdrawn_on"),
}  # fmt: skip
# What a look at the source says nothing about: changing it leaves the record as checked as it was.
NOT_FROM_THE_SOURCE: Final = frozenset({"active", "order"})
_OF: Final = {
    Drug: "drug", Condition: "condition", DrugUse: "drug_use", CrisisResource: "crisis_resource",
    ClinicService: "service", ClinicPhone: "phone", PatientStory: "story",
}  # fmt: skip
_PERMISSIONS: Final = {
    CrisisResource: KEEP_CRISIS_LINES,
    ClinicService: KEEP_SERVICES,
    ClinicPhone: KEEP_SERVICES,
    PatientStory: KEEP_STORIES,
}


@transaction.atomic
def keep(record: R, *, by: "User", seen: int = 0, **values: Any) -> R:
    """Add a record, or change it, and write down what changed. What is as it was is no change.

    `seen` is the last change that the person's form was made from; a later one is told, not overwritten. A changed
    record has to be checked with its source again.
    """
    _refuse_unless_keeper(record, by)
    fresh: R = _locked(record, seen) if record.pk else record
    _refuse_what_a_patient_took_back(fresh, values)
    before = _readable(fresh) if record.pk else {}
    for name in FIELDS[type(record)]:
        if name in values:
            setattr(fresh, name, values[name])
    after = _readable(fresh)
    changed = [name for name in after if before.get(name, "") != after[name]]
    if not changed:
        return fresh
    if isinstance(fresh, Verified) and not NOT_FROM_THE_SOURCE.issuperset(changed):
        fresh.verified_on = fresh.verified_by = None
    act = RecordAct.CHANGE if record.pk else RecordAct.ADD
    fresh.save()
    _write_down(
        fresh, act, by, {name: before.get(name, "") for name in changed}, {name: after[name] for name in changed}
    )
    return fresh


def came_with_the_software(record: R) -> R:
    """Add a record that nobody of this clinic has written; `articles.domain.seeding` alone calls this."""
    record.save()
    _write_down(record, RecordAct.ADD, None, {}, {name: value for name, value in _readable(record).items() if value})
    return record


@transaction.atomic
def verify(record: V, *, by: "User", seen: int) -> V:
    """Record that `by` has looked at the source today, and found there what the record says."""
    _refuse_unless_keeper(record, by)
    fresh = _locked(record, seen)
    before = {"verified_on": _text(fresh.verified_on)}
    fresh.verified_on, fresh.verified_by = timezone.localdate(), by
    fresh.save(update_fields=["verified_on", "verified_by"])
    _write_down(fresh, RecordAct.VERIFY, by, before, {"verified_on": _text(fresh.verified_on)})
    return fresh


def changes_of(record: Record) -> "models.QuerySet[RecordChange]":
    """What became of a record so far, the last change first."""
    return RecordChange.objects.filter(**{_OF[type(record)]: record})


def seen_now(record: Record) -> int:
    """What a form that is made now has seen."""
    return changes_of(record).values_list("pk", flat=True).first() or 0 if record.pk else 0


def permission_for(kind: type[models.Model]) -> str:
    return _PERMISSIONS.get(kind, KEEP_MEDICINES)


def _refuse_unless_keeper(record: Record, by: "User") -> None:
    permission = permission_for(type(record))
    if by.is_active and by.has_perm(permission):
        return
    sentences = {
        KEEP_CRISIS_LINES: _("Only a publisher or an administrator can keep the crisis lines."),
        KEEP_MEDICINES: _("Only a clinician, a publisher or an administrator can keep the medicines."),
        KEEP_SERVICES: _("Only a publisher or an administrator can keep the services and telephone numbers."),
        KEEP_STORIES: _("Only a clinician or a publisher can record which patients' words may be shown."),
    }
    raise Refusal(sentences[permission])


def _refuse_what_a_patient_took_back(record: Record, values: Mapping[str, Any]) -> None:
    """What a patient took back stays so, and is taken back on a day that has come."""
    if not isinstance(record, PatientStory):
        return
    if record.pk and record.withdrawn_on:
        raise Refusal(_("The patient took this back. If they have signed again, record that as a new story."))
    if (day := values.get("withdrawn_on")) and day > timezone.localdate():
        raise Refusal(_("An authorization can't be taken back on a day that has not come yet."))


def _locked(record: R, seen: int) -> R:
    kind: Any = type(record)
    fresh: R = kind._default_manager.select_for_update().get(pk=record.pk)
    last = changes_of(fresh).first()
    if last and last.pk != seen:
        told = _("%(name)s %(what)s while you had it open. Nothing was changed: please look again.")
        raise StaleRefusal(told % {"name": last.by_name, "what": RecordAct(last.act).label})
    return fresh


def _write_down(
    record: Record, act: RecordAct, by: "User | None", before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    name = by.display_name if by else _("The software")
    RecordChange.objects.create(**{_OF[type(record)]: record}, act=act, by=by, by_name=name, before=before, after=after)


def _readable(record: Record) -> dict[str, str]:
    return {name: _text(getattr(record, name)) for name in FIELDS[type(record)]}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
