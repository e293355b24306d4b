"""Asking Crossref about a DOI that was pasted, where the clinic allows it: by the queue, and only as an offer."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from articles.citing.crossref import Crossref, LookupFailed
from articles.citing.identifiers import doi_key
from articles.models import SourceLookup
from articles.source_enums import LookupState

if TYPE_CHECKING:
    from clinic_cms.models import User

MOST_PER_HOUR: Final = 120
FRESH: Final = timedelta(hours=1)


@transaction.atomic
def ask(doi: str, *, by: "User") -> SourceLookup | None:
    """Put the question into the queue, or give one of the last hour. None where lookups are switched off, where there
    is no DOI, and for whoever asks too much: then a person fills in the fields.
    """
    key = doi_key(doi)
    if not settings.CROSSREF_LOOKUPS or not key:
        return None
    lately = SourceLookup.objects.filter(asked_by=by, asked_at__gte=timezone.now() - FRESH)
    known = lately.filter(doi=key).exclude(state=LookupState.FAILED).order_by("-pk").first()
    if known or lately.count() >= MOST_PER_HOUR:
        return known
    lookup = SourceLookup.objects.create(doi=key, asked_by=by)
    look_up.enqueue(lookup.pk)
    return lookup


@task()
def look_up(lookup_id: int) -> None:
    """Ask Crossref and keep the answer, or why there is none. Does nothing for a question that was answered."""
    lookup = SourceLookup.objects.get(pk=lookup_id)
    if lookup.state != LookupState.WAITING:
        return
    crossref = Crossref(settings.CROSSREF_URL, settings.CROSSREF_MAIL, settings.CROSSREF_SECONDS)
    try:
        lookup.csl, lookup.state = crossref.work(lookup.doi), LookupState.FOUND
    except LookupFailed as failed:
        lookup.state, lookup.problem = LookupState.FAILED, str(failed)[:200]
    lookup.answered_at = timezone.now()
    lookup.save(update_fields=["csl", "state", "problem", "answered_at"])
