"""The clock: does the scheduled work, round after round, until it is told to stop."""

import logging
import signal
import threading
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, close_old_connections, connection
from django.utils import timezone

from articles.domain.assigning import reassign_orphans
from articles.domain.counting import forget_hosts_of_few
from articles.domain.delivery import queue_digests, queue_what_was_lost
from articles.domain.due import do_what_is_due
from articles.domain.ended_authorizations import look_for_ended_authorizations
from articles.domain.link_checking import queue_looks
from articles.domain.pictures import look_for_ended_consents
from articles.domain.reminding import remind_due
from articles.models import shown_change
from comments.domain import alerts
from comments.domain.retention import tidy_up
from comments.domain.spam import learn_if_due

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
        """Every duty is done, whatever became of the one before. A database that is away makes all of them wait for
        the next round; nothing ends the clock.
        """
        close_old_connections()
        for duty in DUTIES:
            try:
                for line in duty():
                    logger.info(line)
            except Exception as problem:
                if isinstance(problem, Error) and not connection.is_usable():
                    logger.warning("clock_waits reason=database_unreachable")
                    return
                logger.exception("clock_duty_failed duty=%s", duty.__name__)


def publish_and_withdraw() -> list[str]:
    """What is due goes live and comes down. Returns what is to be logged, as every duty does."""
    done = do_what_is_due()
    return [
        *(f"published article={revision.article.slug} revision={revision.pk}" for revision in done.published),
        *(f"withdrawn article={revision.article.slug} revision={revision.pk}" for revision in done.withdrawn),
    ]


def remind() -> list[str]:
    return [f"reminded article={each.revision.article.slug} step={each.step.value}" for each in remind_due()]


def reassign() -> list[str]:
    count = reassign_orphans()
    return [f"reassigned sign_offs={count}"] if count else []


def end_consents() -> list[str]:
    return [f"consent_ended picture={picture.pk}" for picture in look_for_ended_consents()]


def end_authorizations() -> list[str]:
    return [f"authorization_ended story={story.pk}" for story in look_for_ended_authorizations()]


def check_links() -> list[str]:
    count = queue_looks()
    return [f"queued links={count}"] if count else []


def send_notices() -> list[str]:
    queue_digests()
    count = queue_what_was_lost()
    return [f"queued_again notices={count}"] if count else []


def watch_over_crises() -> list[str]:
    return alerts.watch()


def tidy_comments() -> list[str]:
    """A batch in each round: what is left over is nobody's hurry, and no round takes long."""
    return [f"purged {what}={count}" for what, count in tidy_up().items() if count]


def forget_rare_referrers() -> list[str]:
    count = forget_hosts_of_few(timezone.localdate())
    return [f"forgot rare_referrers={count}"] if count else []


def forget_changes() -> list[str]:
    """No page is older than a minute (articles/views/kept.py). Nobody needs to read that it happened."""
    shown_change.forget_before(timezone.now() - timedelta(hours=1))
    return []


def learn_spam() -> list[str]:
    made = learn_if_due()
    return [f"learned_spam model={made.pk}"] if made else []


DUTIES = (
    watch_over_crises,
    publish_and_withdraw,
    remind,
    reassign,
    end_consents,
    end_authorizations,
    send_notices,
    forget_rare_referrers,
    forget_changes,
    tidy_comments,
    learn_spam,
    check_links,
)
