"""Sets up the clinic, and changes what it says of itself: by one person at a time, and every change is written down."""

from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.checks.disclaimer import missing
from articles.enums import RecordAct
from clinic_cms import opening_hours, palette, profile
from clinic_cms.clinic import KEEP_CLINIC, Clinic
from clinic_cms.clinic_preview import PLACES, SCREENS
from clinic_cms.look import Look
from clinic_cms.models import ClinicChange, ClinicLogo, ClinicProfile
from clinic_cms.shared.countries import COUNTRIES
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from clinic_cms.models import User

FIELDS: Final = (
    "name", "tagline", "country", "emergency_number", "address", "phone", "email", "hours", "hours_note",
    "translations", "brand", "brand_dark", "logo", "logo_dark", "logo_has_name", "disclaimers",
)  # fmt: skip


@transaction.atomic
def keep_clinic(*, by: "User", seen: int = 0, **values: Any) -> ClinicProfile:
    """Change what the clinic says of itself, and write down what changed; the first time all of it. What is as it was
    is no change. `seen` is the last change that the person's form was made from; a later one is told, not overwritten.
    """
    _refuse_unless_keeper(by)
    ClinicProfile.objects.bulk_create([as_it_is()], ignore_conflicts=True)  # who is second waits here for the first
    kept = ClinicProfile.objects.select_for_update().get()
    last = changes().first()
    _refuse_what_is_stale(last, seen)
    before = _readable(kept) if last else dict.fromkeys(FIELDS, "")
    for name in FIELDS:
        if name in values:
            setattr(kept, name, values[name])
    _refuse_what_makes_no_sense(kept)
    after = _readable(kept)
    changed = [name for name in FIELDS if before[name] != after[name]]
    if changed:
        kept.save()
        in_use = ClinicLogo.objects.filter(pk__in=(kept.logo_id, kept.logo_dark_id), used_at=None)
        in_use.update(used_at=timezone.now())
        ClinicChange.objects.create(
            act=RecordAct.CHANGE if last else RecordAct.ADD,
            by=by,
            by_name=by.display_name,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
        profile.ask_again()
    return kept


def as_it_is() -> ClinicProfile:
    """What a form begins with: the clinic as it was set up, or as the settings have it."""
    return ClinicProfile.objects.first() or as_settings_say()


def as_settings_say() -> ClinicProfile:
    start: Clinic = profile.by_the_settings()
    return ClinicProfile(name=start.name, country=start.country)


def changes() -> "Any":
    """What became of it so far, the last change first."""
    return ClinicChange.objects.all()


def seen_now() -> int:
    """What a form that is made now has seen."""
    return changes().values_list("pk", flat=True).first() or 0


def _refuse_unless_keeper(by: "User") -> None:
    if not by.is_active or not by.has_perm(KEEP_CLINIC):
        raise Refusal(_("Only a publisher or an administrator can set up the clinic."))


def _refuse_what_is_stale(last: ClinicChange | None, seen: int) -> None:
    if last and last.pk != seen:
        told = _("%(name)s %(what)s while you had it open. Nothing was changed: please look again.")
        raise StaleRefusal(told % {"name": last.by_name, "what": RecordAct(last.act).label})


def _refuse_what_makes_no_sense(kept: ClinicProfile) -> None:
    if not kept.name.strip():
        raise Refusal(_("A clinic has a name."), "name")
    if kept.country not in COUNTRIES:
        raise Refusal(_("Choose the country."), "country")
    _refuse_what_cannot_be_read(kept)
    for language, words in kept.disclaimers.items():
        if left_out := missing(words):
            told = _("It leaves something out: %(parts)s.")
            raise Refusal(told % {"parts": "; ".join(str(part) for part in left_out)}, f"disclaimer_{language}")


def _refuse_what_cannot_be_read(kept: ClinicProfile) -> None:
    """The clinic's colour can be read wherever it stands, on both kinds of screen. Ours is kept as no colour at all."""
    if kept.brand == palette.HOUSE:
        kept.brand = ""
    look = Look.of(kept.brand, kept.brand_dark)
    if not kept.brand and look.is_ours:
        kept.brand_dark = ""
    for name, colour, scheme in look.colours:
        pair = palette.worst(colour, scheme)
        if not pair.passes:
            told = _(
                "%(place)s can't be read well: the contrast is %(ratio)s to 1, and has to be 4.5 to 1 at least. The "
                "nearest colour that can be read is %(nearest)s."
            )
            told %= {
                "place": f"{SCREENS[scheme]}: {PLACES[pair.place]}",
                "ratio": f"{int(pair.ratio * 10) / 10}",
                "nearest": palette.nearest(colour, scheme),
            }
            raise Refusal(told, name)


def _readable(kept: ClinicProfile) -> dict[str, str]:
    return {
        **{name: _text(getattr(kept, name)) for name in FIELDS},
        "hours": "; ".join(f"{day} {opening_hours.typed(spans)}" for day, spans in kept.hours.items()),
        "translations": "\n".join(
            f"{language}: {words}" for language, said in kept.translations.items() for words in said.values()
        ),
        "disclaimers": "\n\n".join(f"{language}: {words}" for language, words in kept.disclaimers.items()),
    }


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Model):
        return str(value)
    return str(value or "")
