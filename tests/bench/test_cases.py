"""That the benchmarks can run; how long they take is told by `make bench`, on a quiet machine."""

import subprocess
import sys
from pathlib import Path

from bench import checks, comparing
from bench.case import Case


def test_every_case_runs():
    assert [case.run().work >= 0 for case in comparing.CASES] == [True] * 9
    assert [case.run() is not None for case in checks.CASES] == [True] * 6


def test_a_case_that_takes_too_long_fails_the_run():
    """Through the front door, with a budget that nothing can meet."""
    program = "import sys; from bench import comparing as c; c.CASES = (c.Case('x', 0, int),); import runpy; " + (
        "sys.argv = ['bench']; runpy.run_module('bench', run_name='__main__')"
    )

    run = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True, text=True)

    assert (run.returncode, run.stdout.split()[-2:]) == (1, ["TOO", "SLOW"])


def test_a_case_is_timed_by_its_fastest_round():
    assert Case("nothing", 1, lambda: None).milliseconds() < 1_000
