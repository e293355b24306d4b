"""What people read about signals: a sentence on the moderator's card, and a label where a part was taken out."""

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from comments.triage.signal import Signal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_SENTENCES: Final[dict[tuple[str, str], "_StrPromise"]] = {
    ("crisis", "self"): _("May be thinking of ending their life, or of hurting themselves."),
    ("crisis", "other"): _("May know somebody who is thinking of ending their life."),
    ("crisis", "unclear"): _("Some words together may mean that the writer is in danger."),
    ("crisis", "past"): _("Speaks of suicide or self-harm that is over, by the writer's own words."),
    ("crisis", "denied"): _("Speaks of suicide or self-harm and says that it is not so."),
    ("abuse", ""): _("May be aimed at somebody to hurt."),
    ("abuse", "incitement"): _("Tells somebody to die."),
    ("abuse", "threat"): _("May be a threat."),
    ("abuse", "insult"): _("Insults somebody."),
    ("unsafe_detail", ""): _("Detail that could put another reader in danger."),
    ("unsafe_detail", "method"): _("Says how to harm oneself, or how to misuse a medicine."),
    ("unsafe_detail", "dose"): _("Says how much of something is dangerous."),
    ("unsafe_detail", "hoarding"): _("Speaks of hoarding medicines."),
    ("unsafe_detail", "stopping"): _("Speaks of stopping a medicine at once and alone."),
    ("personal_data", ""): _("A personal detail."),
    ("personal_data", "phone"): _("A phone number."),
    ("personal_data", "email"): _("An e-mail address."),
    ("personal_data", "address"): _("A home address or postcode."),
    ("personal_data", "birth_date"): _("A date of birth."),
    ("personal_data", "ssn"): _("A social security number."),
    ("personal_data", "nhs_number"): _("An NHS number."),
    ("personal_data", "card"): _("A card number."),
    ("personal_data", "record_number"): _("The number of a record or an insurance."),
    ("personal_data", "social_handle"): _("A name in a social network."),
    ("personal_data", "third_person"): _("Names another person."),
    ("adverse_event", ""): _("May report a reaction to a medicine."),
    ("advice_request", ""): _("Asks for advice about one person's care."),
    ("drug_selling", ""): _("May offer, or ask for, medicines outside of a pharmacy."),
    ("misinformation", ""): _("May be a false claim about health."),
    ("misinformation", "stop_treatment"): _("Tells others to do without their treatment."),
    ("misinformation", "cure"): _("Claims a cure, or denies that an illness is real."),
    ("misinformation", "vaccine"): _("May be a false claim about vaccines."),
    ("misinformation", "conspiracy"): _("Says that the truth is being hidden."),
    ("testimonial", ""): _("Judges this clinic's treatment."),
    ("testimonial", "praise"): _("Praises this clinic or somebody who works here."),
    ("testimonial", "criticism"): _("Criticises this clinic or somebody who works here."),
    ("link", ""): _("Leads to another site."),
    ("spam", ""): _("Reads like advertising."),
    ("spam", "repetition"): _("Repeats itself over and over."),
    ("spam", "links"): _("Is mostly links."),
    ("spam", "script"): _("Is mostly in another script."),
    ("spam", "learned"): _("Resembles what moderators called spam before."),
    ("check_failed", ""): _("A check failed on this comment. Read it with special care."),
}
_LABELS: Final[dict[tuple[str, str], "_StrPromise"]] = {
    ("personal_data", "phone"): _("[phone number removed]"),
    ("personal_data", "email"): _("[e-mail address removed]"),
    ("personal_data", "address"): _("[address removed]"),
    ("personal_data", "birth_date"): _("[date of birth removed]"),
    ("personal_data", "ssn"): _("[social security number removed]"),
    ("personal_data", "nhs_number"): _("[NHS number removed]"),
    ("personal_data", "card"): _("[card number removed]"),
    ("personal_data", "record_number"): _("[record number removed]"),
    ("personal_data", "social_handle"): _("[account name removed]"),
    ("personal_data", "third_person"): _("[name removed]"),
    ("link", ""): _("[link removed]"),
    ("unsafe_detail", ""): _("[unsafe detail removed]"),
}
_REMOVED: Final = _("[removed]")


def sentence(signal: Signal) -> str:
    """What the moderator's card says of the signal."""
    return str(_SENTENCES.get((signal.code, signal.detail)) or _SENTENCES[signal.code, ""])


def label(code: str, detail: str = "") -> str:
    """What stands where a part was taken out, in square brackets."""
    return str(_LABELS.get((code, detail)) or _LABELS.get((code, "")) or _REMOVED)
