"""What is known of a source: the kind of evidence it is, and what became of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StudyType(TextChoices):
    """What kind of evidence a source is, the strongest first."""

    META_ANALYSIS = "meta_analysis", _("systematic review or meta-analysis")
    RANDOMISED = "randomised", _("randomised controlled trial")
    CLINICAL_TRIAL = "clinical_trial", _("trial without randomisation")
    COHORT = "cohort", _("cohort study")
    CASE_CONTROL = "case_control", _("case-control study")
    CROSS_SECTIONAL = "cross_sectional", _("survey or cross-sectional study")
    CASE_REPORT = "case_report", _("case report or case series")
    ANIMAL = "animal", _("animal study")
    LABORATORY = "laboratory", _("laboratory study")
    GUIDELINE = "guideline", _("clinical guideline")
    REVIEW = "review", _("narrative review")
    OTHER = "other", _("something else")


class SourceStatus(TextChoices):
    """What became of a source after it was published, the gravest last."""

    OK = "ok", _("nothing known against it")
    CORRECTED = "corrected", _("corrected")
    CONCERN = "concern", _("expression of concern")
    RETRACTED = "retracted", _("retracted")


class Nature(TextChoices):
    """What a notice of Retraction Watch says of a paper."""

    CORRECTION = "correction", _("correction")
    CONCERN = "concern", _("expression of concern")
    RETRACTION = "retraction", _("retraction")
    REINSTATEMENT = "reinstatement", _("reinstatement")


class LinkState(TextChoices):
    """What a look at a link found."""

    FINE = "fine", _("leads somewhere")
    GONE = "gone", _("leads nowhere any more")
    UNKNOWN = "unknown", _("nobody knows")


class LookupState(TextChoices):
    """How far a question to Crossref has come."""

    WAITING = "waiting", _("waiting")
    FOUND = "found", _("found")
    FAILED = "failed", _("not found")
