"""The figures of the detectors stand at the end of every run that asks for these tests; and no database is made."""

import pytest

from tests.comments.triage import figures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Computed here, which takes a second, because under xdist the workers have no terminal."""
    terminalreporter.write_sep("-", "what the detectors of comments find")
    for line in figures.lines():
        terminalreporter.write_line(line)


@pytest.fixture(autouse=True, scope="session")
def _flush() -> None:
    """In place of the one that sets up a database: these tests are about pure functions."""
    return
