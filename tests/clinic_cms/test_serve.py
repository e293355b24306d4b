"""`manage.py serve`, for real: starts, refuses, stops, survives."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
FROM_OUTSIDE = ("DATABASE_URL", "TEST_DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG", "HOST")


class Site:
    """One demonstration in a folder whose name has a space."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = folder
        self.environment = {name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE} | {
            "DJANGO_SETTINGS_MODULE": "clinic_cms.settings",
            "VAR_DIR": str(folder / "with a space"),
            "EMBEDDED_POSTGRES_DIR": str(folder / "postgres"),
            "PORT": str(self.port),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.output = (self.folder / "output").open("ab")
        command = [sys.executable, "manage.py", "serve"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=self.output, stderr=self.output, start_new_session=True
        )
        wait_until(lambda: self.status("/healthz") == 200, 120)

    def end(self, number: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(number)
            self.process.wait(20)
            self.process = None
            self.output.close()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)

    def get(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response

    def text(self, path: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as response:
            return str(response.read().decode())

    def status(self, path: str) -> int:
        try:
            return self.get(path).status
        except (OSError, HTTPException):
            return 0

    def database(self) -> psutil.Process:
        return psutil.Process(int((self.folder / "postgres" / "data" / "postmaster.pid").read_text().split()[0]))

    def processes(self) -> list[psutil.Process]:
        """The supervisor, everything it started, and the database's first process."""
        assert self.process
        supervisor = psutil.Process(self.process.pid)
        return [supervisor, *supervisor.children(recursive=True), self.database()]


def wait_until(condition: object, seconds: float) -> float:
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "it did not happen in time"
        time.sleep(0.1)
    return time.monotonic() - began


def are_gone(processes: list[psutil.Process]) -> bool:
    return not [process for process in processes if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    made = Path(tempfile.mkdtemp(prefix="cc-", dir="/tmp"))
    made.chmod(0o755)
    site = Site(made)
    site.start()
    yield site
    site.end(signal.SIGINT)
    shutil.rmtree(made)


def test_a_first_start_serves_the_demonstration(site: Site) -> None:
    assert (site.status("/healthz"), site.status("/articles/"), site.status("/desk/")) == (200, 200, 302)


def test_a_second_start_says_that_the_port_is_taken(site: Site) -> None:
    second = site.run("serve")

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr.strip() == (
        f"CommandError: Port {site.port} on 127.0.0.1 is taken: stop what runs there (perhaps this clinic), "
        f"or choose another with PORT={site.port + 1}."
    )
    assert site.status("/healthz") == 200


def test_a_command_leaves_the_running_site_its_database(site: Site) -> None:
    command = site.run("showmigrations", "articles")

    assert (command.returncode, site.status("/articles/")) == (0, 200)


WITHDRAW = """
from articles.domain import publishing
from articles.models import Article
from clinic_cms.models import User
revision = Article.objects.get(slug="panic-attacks").live_revision
by = User.objects.get(username="publisher")
publishing.withdraw(revision, by=by, seen=revision.state_token, note="It was wrong.", notice="It was wrong.")
"""


def test_what_is_withdrawn_is_gone_from_every_process_that_kept_its_page(site: Site) -> None:
    path, lists, times = "/articles/panic-attacks/", ("/feed.json", "/sitemap.xml", "/articles/"), range(60)
    webs = [each for each in site.processes() if "granian" in each.cmdline()][1:]
    idle = [sum(each.cpu_times()[:2]) for each in webs]
    before = {site.status(path) for _each in times}
    listed = {path in site.text(each) for each in lists for _each in times}
    worked = [sum(each.cpu_times()[:2]) - was > 0 for each, was in zip(webs, idle, strict=True)]

    done = site.run("shell", "-c", WITHDRAW)

    assert (done.returncode, worked) == (0, [True, True]), done.stderr
    assert (before, listed) == ({200}, {True})
    assert {site.status(path) for _each in times} == {410}
    assert {path in site.text(each) for each in lists for _each in times} == {False}


def test_a_dead_web_server_is_started_again(site: Site) -> None:
    web = next(process for process in site.processes() if "granian" in " ".join(process.cmdline()))

    web.kill()
    web.wait(5)

    wait_until(lambda: site.status("/articles/") == 200, 10)


def test_without_its_database_the_site_says_503_and_is_back_within_5_seconds(site: Site) -> None:
    os.kill(site.process.pid, signal.SIGSTOP)  # so that nothing mends it yet
    database = site.database()
    database.kill()
    wait_until(lambda: are_gone([database]) and site.status("/healthz") == 503, 5)
    away = site.get("/articles/")

    os.kill(site.process.pid, signal.SIGCONT)

    assert (away.status, away.headers["Retry-After"], away.headers["Cache-Control"]) == (503, "5", "no-store")
    assert wait_until(lambda: site.status("/articles/") == 200, 10) < 5


def test_a_killed_supervisor_leaves_nothing_that_blocks_the_next_start(site: Site) -> None:
    before = site.processes()

    site.end(signal.SIGKILL)

    wait_until(lambda: are_gone(before), 15)
    site.start()
    assert site.status("/articles/") == 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_ends_everything(site: Site, number: signal.Signals) -> None:
    if site.process is None:
        site.start()
    before = site.processes()

    site.end(number)

    wait_until(lambda: are_gone(before), 1)


def test_an_unknown_value_is_one_sentence_and_code_2(site: Site) -> None:
    site.environment["DEBUG"] = "maybe"

    result = site.run("serve")

    assert (result.returncode, result.stderr) == (2, "Set DEBUG to 1 (on) or 0 (off); it is 'maybe' now.\n")
