"""The demonstration's own PostgreSQL: found in a wheel, kept in one folder, shared by every command that needs it.

Each process that uses the server holds a shared file lock; the last one to leave stops the server. The kernel drops
the lock of a killed process, so nothing has to be tidied after one. The programs are driven directly, because the
wheel's own interface breaks on a path with a space and stops a server that others still use. Settings import this
module, so its sentences cannot be translated.
"""

import fcntl
import hashlib
import os
import pwd
import secrets
import shlex
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psutil
import psycopg2
from django.core.exceptions import ImproperlyConfigured

from clinic_cms import env
from clinic_cms.serving import postgres_programs as programs

ROLE = DATABASE = "clinic_cms"
LONGEST_FOLDER = 80  # a socket's address ends at 104 bytes on some systems, and carries the socket's own name
PATIENCE = 60

_uses: dict[Path, IO[str]] = {}


def url(var_dir: Path) -> str:
    """The address of the demonstration's database. Only computes: nothing is started, nothing is written."""
    return f"postgresql://{ROLE}@{quote(str(folder(var_dir)), safe='')}/{DATABASE}"


def folder(var_dir: Path) -> Path:
    """Where data and socket are: inside `var_dir` when a socket can be there and its owner can get there."""
    chosen = env.text("EMBEDDED_POSTGRES_DIR")
    if chosen:
        return _short(Path(chosen).resolve())
    inside = var_dir.resolve() / "postgres"
    if (
        programs.is_plain(inside)
        and len(os.fsencode(inside)) < LONGEST_FOLDER
        and (os.geteuid() != 0 or programs.is_open_to_all(inside))
    ):
        return inside
    return _short(programs.state_folder() / hashlib.sha256(os.fsencode(var_dir.resolve())).hexdigest()[:12])


def demonstration_secret(var_dir: Path) -> str:
    """A random key, made once per `var_dir` and readable by its owner only."""
    path = var_dir / "secret_key"
    with _said_plainly(var_dir):
        if not path.exists():
            var_dir.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=var_dir, prefix="secret_key.")  # mode 0600
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(64))
            try:
                os.link(draft, path)  # whole or not at all, and the first of two starters wins
            except FileExistsError:
                pass
            finally:
                Path(draft).unlink()
        return path.read_text()


def ensure_running(var_dir: Path) -> bool:
    """Start the server, or join the one that runs, and hold it until `release`. True when this call started it."""
    place = folder(var_dir)
    with _said_plainly(place):
        owner = programs.owner_of(place)
        programs.make_folder(place, owner)
        with _alone(place):
            _hold(place)
            if _answers(place):
                return False
            _initialise(place, owner)
            _start(place, owner)
            _create_database(place)
    return True


def release(var_dir: Path) -> bool:
    """Let go of the server; the last one to do so stops it. True when this call stopped it."""
    place = folder(var_dir)
    held = _uses.pop(place, None)
    if held:
        held.close()
    if not place.exists():
        return False
    with _said_plainly(place), _alone(place), (place / "users.lock").open("a") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return _stop(place)


def stop(var_dir: Path) -> bool:
    """Stop the server, whoever uses it. True when one was running."""
    place = folder(var_dir)
    if not place.exists():
        return False
    with _said_plainly(place), _alone(place):
        return _stop(place)


def is_alive(var_dir: Path) -> bool:
    """Whether the server's first process exists. Cheap, so that it can be asked all the time."""
    try:
        process = psutil.Process(int((folder(var_dir) / "data" / "postmaster.pid").read_text().split()[0]))
        return process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE
    except (OSError, IndexError, ValueError, psutil.Error):
        return False


def processes(var_dir: Path) -> list[int]:
    """The ids of the server's processes: none when it does not run."""
    return _processes(folder(var_dir))


def _short(path: Path) -> Path:
    if len(os.fsencode(path)) >= LONGEST_FOLDER:
        raise ImproperlyConfigured(f"Set EMBEDDED_POSTGRES_DIR to a shorter folder: {path} is too long for a socket.")
    return path


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or path
        raise ImproperlyConfigured(
            f"Cannot use {where} ({error.strerror}): make it writable, or set VAR_DIR to another folder."
        ) from error


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    with (place / "start.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _hold(place: Path) -> None:
    if place not in _uses:
        users = (place / "users.lock").open("a")  # held until release, or until this process ends
        fcntl.flock(users, fcntl.LOCK_SH)
        _uses[place] = users


def _initialise(place: Path, owner: pwd.struct_passwd | None) -> None:
    data = place / "data"
    if data.exists():
        found = (data / "PG_VERSION").read_text().strip()
        if found != programs.MAJOR:
            raise ImproperlyConfigured(f"{data} was made by PostgreSQL {found}; here is {programs.MAJOR}.")
        return
    draft = place / f"data.{secrets.token_hex(4)}"  # a killed initdb leaves a draft, never half a database
    locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
    result = programs.run("initdb", "-D", str(draft), "-U", ROLE, "--auth=trust", *locale, owner=owner)
    if result.returncode != 0:
        reason = result.stderr.decode(errors="replace").strip().splitlines()
        raise ImproperlyConfigured(f"The demonstration's database could not be made: {' '.join(reason)[-300:]}")
    draft.rename(data)


def _start(place: Path, owner: pwd.struct_passwd | None) -> None:
    data, log, deadline = place / "data", place / "postgres.log", time.monotonic() + PATIENCE
    settings = ("listen_addresses=", f"unix_socket_directories={place}", "unix_socket_permissions=0700")
    options = " ".join(f"-c {shlex.quote(setting)}" for setting in settings)
    while not _answers(place):
        if time.monotonic() > deadline:
            raise ImproperlyConfigured(f"The demonstration's database does not start; the reason is in {log}.")
        if not _processes(place):
            _forget_a_dead_server(place)
            arguments = ("-D", str(data), "-l", str(log), "-w", "-t", str(PATIENCE), "-o", options)
            if programs.run("pg_ctl", "start", *arguments, owner=owner).returncode != 0:
                raise ImproperlyConfigured(f"The demonstration's database does not start; the reason is in {log}.")
        time.sleep(0.05)


def _forget_a_dead_server(place: Path) -> None:
    """PostgreSQL forgives a dead server's files itself, but not while its process id exists: reused, or not reaped."""
    (place / ".s.PGSQL.5432.lock").unlink(missing_ok=True)
    try:
        process_id = int((place / "data" / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        process_id = 0
    if process_id == 0 or psutil.pid_exists(process_id):
        (place / "data" / "postmaster.pid").unlink(missing_ok=True)


def _processes(place: Path) -> list[int]:
    found, data = [], str(place / "data")
    for process in psutil.process_iter():
        try:
            if process.name() == "postgres" and process.cwd() == data:
                found.append(process.pid)
        except (psutil.Error, OSError):
            continue  # it ended meanwhile, or belongs to somebody else
    return found


def _answers(place: Path) -> bool:
    try:
        psycopg2.connect(host=str(place), user=ROLE, dbname="postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def _create_database(place: Path) -> None:
    connection = psycopg2.connect(host=str(place), user=ROLE, dbname="postgres", connect_timeout=3)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE DATABASE {DATABASE}")
    connection.close()


def _stop(place: Path) -> bool:
    if not _processes(place):
        return False
    arguments = ("stop", "-D", str(place / "data"), "-m", "fast", "-w", "-t", str(PATIENCE))
    return programs.run("pg_ctl", *arguments, owner=programs.owner_of(place)).returncode == 0
