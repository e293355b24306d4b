"""kill -9 of the clock at fifty random moments: nothing half done, nothing done twice, nothing forgotten."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.domain import publishing, reviewing
from articles.domain.history import broken_chains
from articles.enums import Action, Status
from articles.models import Article, FailedAttempt, Notice, PlannedWithdrawal, Revision, Transition
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import give_sign_offs, make_draft, make_person, make_plan, make_update

ROOT = Path(__file__).resolve().parents[2]
KILLS = 50
ARTICLES = 45  # a third are new, a third replace live words, a third come down again later
SEED = 8

# A cold start of Python and Django takes longer than all of the clock's work. This process starts once and, for each
# line it reads, becomes the clock in a child of its own: the same command with the same settings, from a warm start.
WARM = """
import os, sys
import django
from django.core.management import call_command
django.setup()
for _line in sys.stdin:
    child = os.fork()
    if child == 0:
        call_command("clock", "--every", "0.05")
        os._exit(0)
    print(child, flush=True)
    os.waitpid(child, 0)
"""


class Clock:
    """Starts clocks and kills them."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WARM], cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def start(self) -> int:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self) -> None:
        self.process.communicate(timeout=20)


def environment() -> dict[str, str]:
    """The test's own database by its own name."""
    here = connection.settings_dict
    server = f"{here['USER']}:{quote(here['PASSWORD'])}@{quote(here['HOST'], safe='')}"
    port = f":{here['PORT']}" if here["PORT"] else ""
    return {**os.environ, "TEST_DATABASE_URL": f"postgres://{server}{port}/{here['NAME']}"}


@pytest.fixture
def clock(transactional_db: None) -> Iterator[Clock]:
    started = Clock()
    yield started
    started.end()


class Crowd:
    """One person of each kind, who between them make every article due."""

    def __init__(self) -> None:
        self.writer, self.editor = make_person(EDITOR, name="writer", full_name="Wren Hale"), make_person(EDITOR)
        self.doctor, self.publisher = make_person(CLINICIAN), make_person(PUBLISHER)

    def signed(self, draft: Revision) -> Revision:
        submitted = reviewing.submit(draft, by=self.writer, seen=draft.state_token)
        return give_sign_offs(submitted, [self.editor, self.doctor])

    def schedule(self, revision: Revision, minutes: int) -> Revision:
        at = timezone.now() + timedelta(minutes=minutes)
        return publishing.schedule(revision, by=self.publisher, seen=revision.state_token, at=at)

    def make(self, number: int) -> Revision:
        revision = self.signed(make_draft(f"Article {number}", by=self.writer))
        if number % 3 == 1:
            live = publishing.publish(revision, by=self.publisher, seen=revision.state_token)
            revision = self.signed(make_update(live, by=self.writer, summary="Newer words."))
        scheduled = self.schedule(revision, 10 + number)
        if number % 3 == 2:
            make_plan(scheduled, minutes=12 + number, by=self.publisher)
        return scheduled


def done_so_far() -> int:
    return Transition.objects.filter(by=None).exclude(action=Action.SUPERSEDE).count()


def killed_at_random_moments(clock: Clock) -> int:
    """Start and kill clocks; returns how many of them had something to do. How long they may live follows how long one
    article takes on this machine, so that most die in the middle of one.
    """
    chance, longest, busy = random.Random(SEED), 0.2, 0  # noqa: S311  where to kill is no secret
    for _kill in range(KILLS):
        before = done_so_far()
        busy += Revision.objects.due(timezone.now()).exists()
        running = clock.start()
        time.sleep(chance.uniform(0, longest))
        os.kill(running, signal.SIGKILL)
        finished = done_so_far() - before
        longest *= 0.85**finished if finished else 1.15
    return busy


def counted(action: Action) -> Counter[int]:
    return Counter(Transition.objects.filter(by=None, action=action).values_list("revision_id", flat=True))


def once(revisions: list[Revision]) -> Counter[int]:
    return Counter(revision.pk for revision in revisions)


def test_a_clock_that_is_killed_at_fifty_random_moments_does_everything_once(clock: Clock) -> None:
    with time_machine.travel(timezone.now() - timedelta(hours=3)):
        crowd = Crowd()
        due = [crowd.make(number) for number in range(ARTICLES)]
        Notice.objects.all().update(sent_at=timezone.now())
    updates, ending = due[1::3], due[2::3]

    had_something_to_do = killed_at_random_moments(clock)
    done_when_killed = done_so_far()
    command = [sys.executable, "manage.py", "clock", "--every", "0.05", "--rounds", "2"]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, timeout=60)

    assert had_something_to_do == KILLS
    assert 0 < done_when_killed < len(due) + len(ending)
    assert counted(Action.PUBLISH) == once(due)
    assert counted(Action.SUPERSEDE) == Counter(revision.based_on_id for revision in updates)
    assert counted(Action.WITHDRAW) == once(ending)
    assert not PlannedWithdrawal.objects.open().exists()
    assert not FailedAttempt.objects.exists()
    live = {article.pk: article.live_revision_id for article in Article.objects.all()}
    assert live == {revision.article_id: None if revision in ending else revision.pk for revision in due}
    assert Counter(Revision.objects.values_list("status", flat=True)) == {
        Status.PUBLISHED: ARTICLES - len(ending), Status.SUPERSEDED: len(updates), Status.WITHDRAWN: len(ending),
    }  # fmt: skip
    assert list(broken_chains()) == []
    assert told_by_the_clock() == [(f"transition:{pk}", 1) for pk in taken_by_the_clock()]


def taken_by_the_clock() -> list[int]:
    """The steps of the clock that somebody is told of, in their order."""
    told = Transition.objects.filter(by=None, action__in=[Action.PUBLISH, Action.WITHDRAW])
    return list(told.order_by("pk").values_list("pk", flat=True))


def told_by_the_clock() -> list[tuple[str, int]]:
    """Each event of the clock's with how many tasks are queued to mail it to the one who wrote the words."""
    queued = Counter(result.args_kwargs["args"][0] for result in DBTaskResult.objects.all())
    notices = Notice.objects.filter(sent_at=None, person__username="writer").order_by("pk")
    return [(notice.event, queued[notice.pk]) for notice in notices]
