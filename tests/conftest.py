"""What every test stands on: a throw-away PostgreSQL, tables emptied past the guards, Chromium or a plain word."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import OperationalError, connections
from django.test import TransactionTestCase, modify_settings
from django.test.utils import setup_databases, teardown_databases
from hypothesis import settings as property_settings
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from articles.domain import counting
from articles.views import kept
from clinic_cms import env, profile
from clinic_cms.demonstration.building import build
from comments.domain import floods
from tests import chromium
from tests.comments.triage import figures
from tests.throwaway_postgres import ThrowawayPostgres

NO_CHROMIUM = "Chromium is not installed"
HOW_TO_GET_IT = "install it (Debian, Ubuntu: apt install chromium) and run this again"
START_COUNTING_AGAIN = """
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
AND sequencename !~ '^(django_content_type|auth_permission)_'
"""
KEPT = frozenset({"django_content_type", "auth_permission"})  # what the migrations made, and no test changes
# How long one example takes says more about the machine than about the code; what must be fast has tests of its own.
property_settings.register_profile("clinic", deadline=None)
property_settings.load_profile("clinic")
SERVER = pytest.StashKey[ThrowawayPostgres]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Before the workers start: refuse a wrong set-up, then start the one database server that all of them share."""
    if os.environ.get("DJANGO_SETTINGS_MODULE") != "tests.settings":
        pytest.exit("The tests run with DJANGO_SETTINGS_MODULE=tests.settings only. Unset it and try again.", 2)
    if hasattr(session.config, "workerinput"):
        return
    if os.environ.get("CI") and not chromium.executable():
        pytest.exit(f"{NO_CHROMIUM}, and CI is set, so the browser tests must run: {HOW_TO_GET_IT}.", 2)
    if session.config.option.collectonly:
        return
    if not os.environ.get("TEST_DATABASE_URL"):
        os.environ["TEST_DATABASE_URL"] = _started(session.config)
    # pytest-django has read the settings before this file was loaded; the workers read the variable themselves.
    settings.DATABASES["default"].update(env.database("TEST_DATABASE_URL"))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server that this very process started, whatever became of the tests."""
    server = config.stash.get(SERVER, None)
    if server:
        del config.stash[SERVER]
        server.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's files first: they are the longest, and one that comes last keeps only one worker busy. Without
    Chromium they are skipped; the summary says so.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
    if chromium.executable():
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the detectors of comments find, where that was asked, and one visible line about what was not tested."""
    properties = [each for report in terminalreporter.stats.get("passed", []) for each in report.user_properties]
    for lines in (value for name, value in properties if name == figures.NAME):
        terminalreporter.write_sep("-", figures.NAME)
        for line in lines:
            terminalreporter.write_line(line)
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if NO_CHROMIUM in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(
            f"{len(skipped)} browser tests were skipped because {NO_CHROMIUM}: {HOW_TO_GET_IT}.", yellow=True
        )


def _started(config: pytest.Config) -> str:
    server = ThrowawayPostgres()
    config.stash[SERVER] = server
    server.start()
    return server.url


def _flush_past_the_guards(self: TransactionTestCase) -> None:
    """Empty every table between tests that commit. The guards refuse that to everybody, so for these statements the
    test's superuser stands in for a replica, whose triggers do not fire.
    """
    _empty_tables()


def _empty_tables(tries: int = 5) -> None:
    """A browser that was closed may have left a request in a live server; it ends, and then it is our turn."""
    try:
        _delete_everything()
    except OperationalError:  # a deadlock with that request
        if tries == 1:
            raise
        _empty_tables(tries - 1)


def _delete_everything() -> None:
    """DELETE, not TRUNCATE: that takes half a second for as many tables, however few rows they have."""
    connection = connections["default"]
    tables = set(connection.introspection.django_table_names(only_existing=True)) - KEPT
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("".join(f'DELETE FROM "{name}";' for name in sorted(tables)))
        cursor.execute(START_COUNTING_AGAIN)
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.fixture(autouse=True)
def _a_new_process() -> None:
    """What a process remembers of floods and readers is of a database that is empty again."""
    floods.forget()
    counting.forget()
    kept.forget()
    profile.forget()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The tables, whichever tests are asked for. pytest-django makes them where a test is marked as one that needs
    them; those of the browser read a whole site from other threads, and are not.
    """
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True, scope="session")
def _flush(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    TransactionTestCase._fixture_teardown = _flush_past_the_guards
    yield
    with django_db_blocker.unblock():
        _end_other_sessions()


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole demonstration, built once for the tests of a module: five seconds that each of them would spend."""
    with django_db_blocker.unblock():
        build()
        try:
            yield
        finally:
            _empty_tables()


@pytest.fixture(scope="module")
def demonstration_site(demonstration: None) -> Iterator[str]:
    """The address at which it is served. What a test leaves behind, the module's other tests see."""
    with modify_settings(ALLOWED_HOSTS={"append": "localhost"}):
        server = LiveServer("localhost")
        yield server.url
        server.stop()


def _end_other_sessions() -> None:
    """A live server's threads may still hold connections, and a database that is in use cannot be dropped."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    connections.close_all()
