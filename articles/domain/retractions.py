"""What became of our sources: notices of Retraction Watch, who cites what they are about, and who looks again."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Reference, RetractionEntry, Revision, Source
from articles.source_enums import Nature, SourceStatus

STATUS_OF = {
    Nature.CORRECTION: SourceStatus.CORRECTED,
    Nature.CONCERN: SourceStatus.CONCERN,
    Nature.RETRACTION: SourceStatus.RETRACTED,
}
GRAVITY = list(SourceStatus)


def apply_notices(sources: Iterable[Source]) -> list[Source]:
    """Set what is known of these sources from the notices that were loaded; gives those whose status changed."""
    checked = list(sources)
    notices = notices_about(checked)
    now = timezone.now() if RetractionEntry.objects.exists() else None
    changed = []
    for source in checked:
        status, notice = standing(notices.get(source.pk, []))
        if source.status != status or source.status_on != (notice.date if notice else None):
            changed.append(source)
        source.status, source.checked_at = status, now
        source.status_on = notice.date if notice else None
        source.status_from = _from(notice) if notice else ""
    Source.objects.bulk_update(checked, ["status", "status_on", "status_from", "checked_at"])
    return changed


def notices_about(sources: Iterable[Source]) -> dict[int, list[RetractionEntry]]:
    """Every loaded notice about each source, by DOI or PubMed number, the oldest first."""
    by_name: dict[tuple[str, str], int] = {}
    for source in sources:
        by_name |= {(name, value): source.pk for name in ("doi", "pmid") if (value := getattr(source, name))}
    dois = [value for name, value in by_name if name == "doi"]
    pmids = [value for name, value in by_name if name == "pmid"]
    found: dict[int, list[RetractionEntry]] = {}
    if not by_name:
        return found
    for notice in RetractionEntry.objects.filter(Q(doi__in=dois) | Q(pmid__in=pmids)).order_by("date", "record_id"):
        named = [("doi", notice.doi), ("pmid", notice.pmid)]
        for pk in {by_name[name] for name in named if name in by_name}:
            found.setdefault(pk, []).append(notice)
    return found


def flagged_references(revision: Revision) -> list[Reference]:
    """The references of a revision whose source was retracted, corrected or put in doubt, in the order of the list."""
    flagged = revision.references.exclude(source=None).exclude(source__status=SourceStatus.OK)
    return list(flagged.select_related("source").order_by("position"))


def standing(notices: list[RetractionEntry]) -> tuple[SourceStatus, RetractionEntry | None]:
    """What holds now, and the notice that says so: the gravest one, unless the paper was reinstated after it."""
    reinstated = max((each.date for each in notices if each.nature == Nature.REINSTATEMENT and each.date), default=None)
    standing = [
        each
        for each in notices
        if each.nature != Nature.REINSTATEMENT and not (reinstated and each.date and each.date <= reinstated)
    ]
    gravest = max(standing, key=lambda each: GRAVITY.index(STATUS_OF[Nature(each.nature)]), default=None)
    return (STATUS_OF[Nature(gravest.nature)], gravest) if gravest else (SourceStatus.OK, None)


def _from(notice: RetractionEntry) -> str:
    return _("Retraction Watch, record %(number)d") % {"number": notice.record_id}
