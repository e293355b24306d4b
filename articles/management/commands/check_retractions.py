"""Compares the clinic's sources with the open file of Retraction Watch. Running it twice changes nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from articles.citing.retraction_watch import NotRetractionWatch, Reading
from articles.domain.retraction_check import Checked, check
from clinic_cms.shared.refusal import Refusal

MOST_TOLD = 10


class Command(BaseCommand):
    help = "Flag every source that Retraction Watch lists, and ask two people to look at each article that cites one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the CSV file of Retraction Watch")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with options["file"].open(encoding="utf-8", errors="replace", newline="") as file:
                checked = check(file, progress=self._progress)
        except OSError as problem:
            raise CommandError(f"{options['file']}: {problem.strerror}.") from problem
        except (NotRetractionWatch, Refusal) as problem:
            raise CommandError(str(problem)) from problem
        self._tell(checked)

    def _progress(self, rows: int) -> None:
        self.stdout.write(f"{rows} rows read")
        self.stdout.flush()

    def _tell(self, checked: Checked) -> None:
        self._tell_of_rows(checked.reading)
        for source in checked.changed:
            self.stdout.write(f"now “{source.get_status_display()}”: {source} ({source.doi or source.pmid})")
        for follow_up in checked.opened:
            self.stdout.write(f"to look at: {follow_up.article.slug}, follow-up {follow_up.pk}")
        self.stdout.write(
            f"{checked.compared} sources compared, {len(checked.flagged)} flagged, "
            f"{len(checked.changed)} changed, {len(checked.opened)} follow-ups opened"
        )

    def _tell_of_rows(self, reading: Reading) -> None:
        self.stdout.write(f"{reading.rows} rows, {reading.nameless} about papers without DOI and PubMed number")
        if reading.malformed:
            self.stderr.write(f"{len(reading.malformed)} rows could not be read:")
        for line, why in reading.malformed[:MOST_TOLD]:
            self.stderr.write(f"  line {line}: {why}")
        if len(reading.malformed) > MOST_TOLD:
            self.stderr.write(_("  and %(count)d more") % {"count": len(reading.malformed) - MOST_TOLD})
