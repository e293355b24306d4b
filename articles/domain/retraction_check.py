"""Comparing the library with a file of Retraction Watch: it is kept, sources are flagged, people look again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, TextIO

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from articles.citing.retraction_watch import Reading, Row, read
from articles.domain.follow_ups import open_for_source
from articles.domain.retractions import apply_notices, notices_about, standing
from articles.enums import Status
from articles.models import Article, FollowUp, RetractionEntry, Revision, Source

AT_ONCE: Final = 5_000
LOCK: Final = 7_240_022  # one check at a time: an advisory lock of the database


@dataclass(slots=True)
class Checked:
    """What a check found: how the reading went, which sources it flagged, and the follow-ups it opened."""

    reading: Reading = field(default_factory=Reading)
    compared: int = 0
    changed: list[Source] = field(default_factory=list)
    flagged: list[Source] = field(default_factory=list)
    opened: list[FollowUp] = field(default_factory=list)


def check(file: TextIO, *, progress: Callable[[int], None] = lambda _rows: None) -> Checked:
    """Load the file, flag every source it names and ask two people to look at every article that cites one, live or on
    its way to readers. Running it again changes nothing. All or nothing: a file that breaks off changes nothing either.
    """
    checked = Checked()
    with transaction.atomic():
        _alone()
        _load(read(file, checked.reading), checked.reading, progress)
        sources = list(Source.objects.select_for_update().exclude(doi="", pmid="").order_by("pk"))
        checked.compared = len(sources)
        checked.changed = apply_notices(sources)
        checked.flagged = [source for source in sources if source.is_flagged]
    checked.opened = ask_to_look(checked.flagged)
    return checked


def ask_to_look(flagged: Iterable[Source]) -> list[FollowUp]:
    """Open what is not open yet: one follow-up for each article and notice, each in its own transaction."""
    sources = {source.pk: source for source in flagged}
    notices = notices_about(sources.values())
    citing = Revision.objects.filter(Q(status=Status.PUBLISHED) | Q(status__in=Status.open()))
    pairs = citing.filter(references__source__in=sources).values_list("article", "references__source").distinct()
    opened = []
    for article, source in sorted(pairs):
        _status, notice = standing(notices.get(source, []))
        if notice and (follow_up := _open(article, sources[source], notice)):
            opened.append(follow_up)
    return opened


@transaction.atomic
def _open(article: int, source: Source, notice: RetractionEntry) -> FollowUp | None:
    """Under the article's lock, with its words as they are then: the live ones where they cite the source."""
    locked = Article.objects.locked().get(pk=article)
    revisions = locked.revisions.filter(Q(status=Status.PUBLISHED) | Q(status__in=Status.open()))
    citing = revisions.filter(references__source=source).order_by("number").first()
    return open_for_source(citing, source, notice) if citing else None


def _alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '120s'")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _load(rows: Iterable[Row], reading: Reading, progress: Callable[[int], None]) -> None:
    """Everything into the table of notices; a notice that changed is changed, one that is gone from the file stays."""
    now, left = timezone.now(), iter(rows)
    while batch := {row.record_id: row for row in islice(left, AT_ONCE)}:
        RetractionEntry.objects.bulk_create(
            [
                RetractionEntry(
                    record_id=row.record_id, doi=row.doi, pmid=row.pmid, nature=row.nature, date=row.date,
                    reason=row.reason, notice_doi=row.notice_doi, loaded_at=now,
                )
                for row in batch.values()
            ],
            update_conflicts=True,
            unique_fields=["record_id"],
            update_fields=["doi", "pmid", "nature", "date", "reason", "notice_doi", "loaded_at"],
        )  # fmt: skip
        progress(reading.rows)
