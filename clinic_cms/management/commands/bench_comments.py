"""How long readers and moderators wait with a million comments, next to what it takes with ten thousand."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import getpid
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from clinic_cms.demonstration import many_comments
from clinic_cms.demonstration.building import build
from clinic_cms.models import User
from comments.domain import alerts, queue, retention
from comments.domain.moderation import approve
from comments.domain.posting import post_comment
from comments.enums import Lane
from comments.models import Comment

ROUNDS = 7
FEW = 10_000
UP = 500  # comments that readers see under the article that is read


@dataclass(frozen=True, slots=True)
class Measured:
    """What is done again and again, and the most milliseconds it may take."""

    name: str
    budget: float
    run: Callable[[], object]

    def milliseconds(self) -> tuple[float, float]:
        """The shortest of some rounds, each undone: all of it, and the database's part. The others waited for something
        that is not ours.
        """
        rounds = [self._round() for _each in range(ROUNDS)]
        return min(whole for whole, _part in rounds), min(part for _whole, part in rounds)

    def _round(self) -> tuple[float, float]:
        asked: list[float] = []

        def stopwatch(execute: Callable[..., Any], *statement: Any) -> Any:
            start = time.perf_counter()
            try:
                return execute(*statement)
            finally:
                asked.append((time.perf_counter() - start) * 1_000)

        with transaction.atomic(), connection.execute_wrapper(stopwatch):
            start = time.perf_counter()
            self.run()
            took = (time.perf_counter() - start) * 1_000
            transaction.set_rollback(True)
        return took, sum(asked)


class Command(BaseCommand):
    help = (
        "Build comments in a throw-away database of its own, and time the pages and verbs that they could make slow. "
        "Needs an account that may create databases and switch triggers off, as in the demonstration."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--number", type=int, default=1_000_000, help="how many comments (default 1,000,000)")

    def handle(self, *args: Any, **options: Any) -> None:
        number: int = options["number"]
        if number <= FEW:
            raise CommandError(f"Choose a number above {FEW}: that many are what it is compared with.")
        with _throw_away_database():
            call_command("collectstatic", interactive=False, verbosity=0)
            build()
            many_comments.fill(many_comments.Many(approved=UP, articles=0))
            few = self._with(FEW, 0)
            many = self._with(number, FEW)
            self.stdout.write(f"{'milliseconds (of them in the database)':<42}{FEW:>16,}{number:>18,}{'budget':>9}")
            slow = 0
            for (each, before), (_again, after) in zip(few, many, strict=True):
                verdict = "" if after[0] <= each.budget else "  TOO SLOW"
                slow += bool(verdict)
                then, now = (f"{whole:.1f} ({part:.1f})" for whole, part in (before, after))
                self.stdout.write(f"{each.name:<42}{then:>16}{now:>18}{each.budget:>9.0f}{verdict}")
        if slow:
            raise CommandError(f"{slow} took longer than they may.")

    def _with(self, number: int, already: int) -> list[tuple[Measured, tuple[float, float]]]:
        start, all_of_them, those = time.perf_counter(), many_comments.of(number), many_comments.of(already)
        many_comments.fill(all_of_them.without(those))
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
            cursor.execute("VACUUM ANALYZE comments_comment, comments_moderationdecision, comments_signal")
            cursor.execute("SET statement_timeout = 10000")
        self.stdout.write(f"{number:,} comments after {time.perf_counter() - start:.0f} s")
        self.stdout.flush()
        return [(each, each.milliseconds()) for each in _measured()]


def _measured() -> list[Measured]:
    moderator = User.objects.get(username="moderator")
    article = Article.objects.library().order_by("pk")[0]
    waiting = Comment.objects.filter(lane=Lane.ROUTINE).order_by("-created_at")[0]
    signed_in, reader = _client(), _client()
    signed_in.force_login(moderator)
    desk, number = reverse("desk:comments"), Comment.objects.queued().count()
    behind = queue.key_of(Comment.objects.queued()[number // 2])
    post_comment(article, name="Max", body="It helped me.")

    def page(client: Client, address: str) -> Callable[[], object]:
        return lambda: _expect(200, client.get(address, secure=True).status_code)

    return [
        Measured("the queue's first page", 500, page(signed_in, desk)),
        Measured("the queue's page of one lane", 500, page(signed_in, f"{desk}?lane=routine")),
        Measured("a page from the middle of the queue", 100, lambda: queue.page(queue.Asked(), after=behind)),
        Measured("the counts of the lanes", 15, queue.counts),
        Measured("an article with its comments", 150, page(reader, article.get_absolute_url())),
        Measured("a decision", 40, lambda: approve(waiting, by=moderator, seen=waiting.version)),
        Measured("posting the same words again", 40, lambda: post_comment(article, name="Max", body="It helped me.")),
        Measured("posting other words", 60, lambda: post_comment(article, name="Max", body="It helped me to sleep.")),
        Measured("the clock's look at crises", 15, alerts.watch),
        Measured("the clock's purge of 500 comments", 100, lambda: retention.purge_words(timezone.now())),
    ]


def _client() -> Client:
    return Client(headers={"host": settings.ALLOWED_HOSTS[0].lstrip(".")})


def _expect(wanted: int, status: int) -> None:
    if status != wanted:
        raise CommandError(f"A page answered {status}.")


@contextmanager
def _throw_away_database() -> Iterator[None]:
    """A database that is there for the time of this command, whatever becomes of it; the site's own is not touched."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        (may,) = cursor.fetchone()
    if not may:
        raise CommandError("This account may not switch triggers off. Use the demonstration, or a superuser's account.")
    before = connection.settings_dict["NAME"]
    connection.settings_dict.setdefault("TEST", {})["NAME"] = f"bench_comments_{getpid()}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
