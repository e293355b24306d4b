"""The demonstration's own PostgreSQL: one folder, many users, and nothing that blocks the next start."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
from django.core.exceptions import ImproperlyConfigured

from clinic_cms import embedded_postgres, env

ANOTHER_USER = """
import sys
from pathlib import Path
from clinic_cms import embedded_postgres
print(embedded_postgres.ensure_running(Path(sys.argv[1])), flush=True)
sys.stdin.read()
print(embedded_postgres.release(Path(sys.argv[1])), flush=True)
"""


@pytest.fixture
def var_dir(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="cc-", dir="/tmp"))
    made.chmod(0o755)
    monkeypatch.setenv("EMBEDDED_POSTGRES_DIR", str(made / "postgres"))
    var_dir = made / "with a space"
    yield var_dir
    embedded_postgres.release(var_dir)
    embedded_postgres.stop(var_dir)
    shutil.rmtree(made)


def first_process(var_dir: Path) -> int:
    return int((embedded_postgres.folder(var_dir) / "data" / "postmaster.pid").read_text().split()[0])


def answer(var_dir: Path, question: str) -> str:
    settings = env.parse_database("test", embedded_postgres.url(var_dir))
    connection = psycopg2.connect(host=settings["HOST"], user=settings["USER"], dbname=settings["NAME"])
    with connection.cursor() as cursor:
        cursor.execute(question)
        (value,) = cursor.fetchone()
    connection.close()
    return str(value)


def test_the_address_is_only_computed(tmp_path: Path) -> None:
    embedded_postgres.url(tmp_path / "nothing")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_a_space_or_a_long_name_is_not_used_for_the_socket(tmp_path: Path) -> None:
    spaced = embedded_postgres.folder(tmp_path / "a b")
    long = embedded_postgres.folder(tmp_path / ("n" * 100))

    assert (" " in str(spaced), len(str(long)) < 80, spaced == long) == (False, True, False)


def test_two_folders_have_two_servers(tmp_path: Path) -> None:
    assert embedded_postgres.url(tmp_path / "a b") != embedded_postgres.url(tmp_path / "a c")


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = embedded_postgres.demonstration_secret(tmp_path / "var")

    again = embedded_postgres.demonstration_secret(tmp_path / "var")

    assert (first, len(first)) == (again, 86)
    assert stat.S_IMODE((tmp_path / "var" / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret_key"]


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file is in the way")

    with pytest.raises(ImproperlyConfigured) as refusal:
        embedded_postgres.demonstration_secret(tmp_path / "var" / "inside")

    assert str(refusal.value) == (
        f"Cannot use {tmp_path}/var/inside (Not a directory): make it writable, or set VAR_DIR to another folder."
    )


def test_the_server_speaks_utf8_through_a_socket_only_and_keeps_what_it_promised(var_dir: Path) -> None:
    embedded_postgres.ensure_running(var_dir)

    facts = [answer(var_dir, f"SHOW {name}") for name in ("server_encoding", "listen_addresses", "fsync")]

    assert facts == ["UTF8", "", "on"]


def test_a_second_user_joins_and_the_last_one_stops_the_server(var_dir: Path) -> None:
    embedded_postgres.ensure_running(var_dir)
    command = [sys.executable, "-c", ANOTHER_USER, str(var_dir)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    joined = other.stdout.readline().strip()

    stopped_by_first = embedded_postgres.release(var_dir)
    still_there = embedded_postgres.is_alive(var_dir)
    stopped_by_other = other.communicate()[0].strip()

    assert (joined, stopped_by_first, still_there, stopped_by_other) == ("False", False, True, "True")
    assert embedded_postgres.processes(var_dir) == []


def test_a_killed_user_does_not_keep_the_server_up(var_dir: Path) -> None:
    command = [sys.executable, "-c", ANOTHER_USER, str(var_dir)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        other.stdout.readline()
        other.kill()

    assert embedded_postgres.release(var_dir) is True


def test_a_killed_server_is_started_again_with_its_data(var_dir: Path) -> None:
    embedded_postgres.ensure_running(var_dir)
    os.kill(first_process(var_dir), signal.SIGKILL)

    started = embedded_postgres.ensure_running(var_dir)

    assert (started, answer(var_dir, "SELECT current_database()")) == (True, "clinic_cms")


def test_a_process_id_that_now_belongs_to_another_program_does_not_block_the_start(var_dir: Path) -> None:
    embedded_postgres.ensure_running(var_dir)
    embedded_postgres.stop(var_dir)
    (embedded_postgres.folder(var_dir) / "data" / "postmaster.pid").write_text(f"{os.getppid()}\n")

    assert embedded_postgres.ensure_running(var_dir) is True


def test_data_of_another_postgresql_is_left_alone(var_dir: Path) -> None:
    embedded_postgres.ensure_running(var_dir)
    embedded_postgres.stop(var_dir)
    data = embedded_postgres.folder(var_dir) / "data"
    (data / "PG_VERSION").write_text("17\n")

    with pytest.raises(ImproperlyConfigured) as refusal:
        embedded_postgres.ensure_running(var_dir)

    assert str(refusal.value) == f"{data} was made by PostgreSQL 17; here is 18."
