"""The words of the picture library."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Licence(TextChoices):
    """By what right we show a picture."""

    OWN = "own", _("made by us, or ours")
    STOCK = "stock", _("bought from an agency")
    CC0 = "cc0", _("public domain or CC0")
    CC_BY = "cc_by", _("CC BY (name the maker)")
    CC_BY_SA = "cc_by_sa", _("CC BY-SA (name the maker)")
    PERMISSION = "permission", _("shown with permission")

    @property
    def needs_credit(self) -> bool:
        return self in (Licence.STOCK, Licence.CC_BY, Licence.CC_BY_SA, Licence.PERMISSION)


class PeopleShown(TextChoices):
    """Who can be recognised in a picture, or whose body it is."""

    NOBODY = "nobody", _("nobody, or nobody who could be recognised")
    MODEL = "model", _("a model or a member of staff")
    PATIENT = "patient", _("a patient, or part of a patient's body")


class ConsentEvent(TextChoices):
    GIVEN = "given", _("given")
    WITHDRAWN = "withdrawn", _("withdrawn")
