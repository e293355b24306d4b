"""Whom somebody in danger can reach: the crisis lines of the country whose readers this site has."""

from collections.abc import Set
from typing import Final

from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from articles.enums import Audience
from articles.models import CrisisResource
from articles.models.clinical_data import told_here
from clinic_cms.profile import clinic
from comments import triage
from comments.models import CommentRules

_OVER: Final = ("past", "denied")


def helplines(country: str | Combinable) -> QuerySet[CrisisResource]:
    """The lines in use there that are for everybody, in the clinic's order."""
    return told_here(CrisisResource.objects.filter(country=country, active=True, audience=Audience.GENERAL))


def help_for(details: Set[str]) -> str:
    """Whom the words beside the lines are for, by what the crisis signals say: "self" first, then "other", then "past"
    (over, or denied); empty where there is no such signal.
    """
    if not details:
        return ""
    if not details <= {"other", *_OVER}:
        return "self"
    return "other" if "other" in details else "past"


def crisis_in(body: str) -> set[str]:
    """What the crisis signals say of words that are not kept yet, and that are short enough to be read."""
    return {each.detail for each in triage.inspect(body) if each.code == "crisis"}


def country_of(rules: CommentRules) -> str:
    return rules.country or clinic().country


def emergency_number(country: str) -> str:
    """What people dial there when somebody is in danger now; empty where we do not know."""
    return clinic().emergency_number_in(country)
