"""The clock: does the scheduled work, round after round, until it is told to stop."""

import logging
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from articles.domain.assigning import reassign_orphans
from articles.domain.delivery import queue_digests, queue_what_was_lost
from articles.domain.due import do_what_is_due
from articles.domain.pictures import look_for_ended_consents
from articles.domain.reminding import remind_due

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Do the scheduled work (what goes live and comes down, reminders of reviews) every few seconds, until stopped."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, default=10.0, help="seconds between rounds (default 10)")
        parser.add_argument("--rounds", type=int, default=0, help="stop after so many rounds (default: never)")

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_ignored: stop.set())
        rounds = 0
        while not stop.is_set():
            self._round()
            rounds += 1
            if options["rounds"] and rounds >= options["rounds"]:
                return
            stop.wait(options["every"])

    def _round(self) -> None:
        """A database that is away makes this round wait for the next one; it never ends the clock."""
        close_old_connections()
        try:
            done = do_what_is_due()
            reminded = remind_due()
            reassign_orphans()
            ended = look_for_ended_consents()
            queue_digests()
            queue_what_was_lost()
        except DatabaseError:
            logger.warning("clock_waits reason=database_unreachable")
            return
        for revision in done.published:
            logger.info("published article=%s revision=%s", revision.article.slug, revision.pk)
        for revision in done.withdrawn:
            logger.info("withdrawn article=%s revision=%s", revision.article.slug, revision.pk)
        for picture in ended:
            logger.info("consent_ended picture=%s", picture.pk)
        for each in reminded:
            logger.info("reminded article=%s step=%s", each.revision.article.slug, each.step.value)
