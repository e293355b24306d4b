"""The words of what a clinic keeps up to date: medicines, crisis lines, and who changed them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Schedule(TextChoices):
    """How the United States control a medicine that can be misused."""

    NONE = "", _("not controlled")
    II = "II", _("Schedule II")
    III = "III", _("Schedule III")
    IV = "IV", _("Schedule IV")
    V = "V", _("Schedule V")


class Standing(TextChoices):
    """What an authority says of a medicine for a condition."""

    APPROVED = "approved", _("approved")
    OFF_LABEL = "off_label", _("off-label")
    INVESTIGATIONAL = "investigational", _("investigational")


class Audience(TextChoices):
    """Whom a crisis line is for."""

    GENERAL = "general", _("everybody")
    VETERANS = "veterans", _("veterans")
    YOUTH = "youth", _("children and young people")
    LGBTQ = "lgbtq", _("LGBTQ+ people")
    DEAF = "deaf", _("deaf and hard of hearing people")


class RecordAct(TextChoices):
    """What somebody did to a record that the clinic keeps up to date."""

    ADD = "add", _("added it")
    CHANGE = "change", _("changed it")
    VERIFY = "verify", _("checked it with its source")
