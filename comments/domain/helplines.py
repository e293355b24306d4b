"""Whom somebody in danger can reach: the crisis lines of the country whose readers this site has."""

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from articles.crisis import EMERGENCY_NUMBERS
from articles.enums import Audience
from articles.models import CrisisResource
from comments.models import CommentRules


def helplines(country: str | Combinable) -> QuerySet[CrisisResource]:
    """The lines in use there that are for everybody, in the clinic's order."""
    return CrisisResource.objects.filter(country=country, active=True, audience=Audience.GENERAL)


def country_of(rules: CommentRules) -> str:
    return rules.country or settings.CLINIC_COUNTRY


def emergency_number(country: str) -> str:
    """What people dial there when somebody is in danger now; empty where we do not know."""
    return EMERGENCY_NUMBERS.get(country, "")
