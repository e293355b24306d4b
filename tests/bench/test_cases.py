"""That the benchmarks can run; how long they take is told by `make bench`, on a quiet machine."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench import checks, comparing, writing_page
from bench.case import Case
from tests.factories import make_draft


def test_every_case_runs():
    assert [case.run().work >= 0 for case in comparing.CASES] == [True] * 9
    assert [case.run() is not None for case in checks.CASES] == [True] * 6


def test_a_case_that_takes_too_long_fails_the_run():
    """Through the front door, with a budget that nothing can meet."""
    program = (
        "import sys; from bench import comparing as c; c.CASES = (c.Case('never fast enough', 0, int),); import runpy; "
        + ("sys.argv = ['bench', 'never', 'enough']; runpy.run_module('bench', run_name='__main__')")
    )

    run = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True, text=True)

    assert (run.returncode, run.stdout.split()[-2:]) == (1, ["TOO", "MUCH"])


def test_a_case_is_timed_by_its_fastest_round():
    assert Case("nothing", 1, lambda: None).milliseconds() < 1_000


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_writing_page_is_timed_from_going_there_until_one_can_type(live_server, client):
    revision = make_draft()
    client.force_login(revision.saved_by)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        took = writing_page.ready_after(f"{live_server.url}/desk/revisions/{revision.pk}/edit/", {"cookies": [cookie]})

    assert 10 < took < 60_000
