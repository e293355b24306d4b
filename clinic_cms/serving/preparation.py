"""What has to be true before the first page: a free port, current tables, roles, static files."""

import errno
import fcntl
import hashlib
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils.translation import gettext as _

from comments.domain import canned_replies

ONE_AT_A_TIME = 0x636C_696E_6963  # "clinic": the number of the lock that every preparing machine takes


@contextmanager
def port_of_our_own(host: str, port: int) -> Iterator[None]:
    """Refuse, before anything is touched, when somebody serves there or is about to."""
    taken = _(
        "Port %(port)s on %(host)s is taken: stop what runs there (perhaps this clinic), "
        "or choose another with PORT=%(other)s."
    ) % {"port": port, "host": host, "other": port + 1 if port < 65535 else 8000}
    with _writable(settings.VAR_DIR / f"serve-{port}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _try_port(host, port)
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EWOULDBLOCK):
                raise CommandError(taken, returncode=1) from None
            reason = {"port": port, "host": host, "reason": error.strerror}
            raise CommandError(
                _("Cannot serve on port %(port)s of %(host)s (%(reason)s): change PORT or HOST.") % reason, returncode=1
            ) from None
        yield


def prepare(say: Callable[[str], None]) -> None:
    """Bring database, roles and static files up to the code that runs. Doing it again changes nothing."""
    with _one_machine_at_a_time():
        say(_("Bringing the database up to date ..."))
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("sync_roles", stdout=StringIO())
        call_command("seed_clinical_data", stdout=StringIO())
        canned_replies.seed()
        if settings.DEMONSTRATION:
            say(_("Building the demonstration clinic, unless it is there ..."))
            call_command("seed_demo", stdout=StringIO())
    if not settings.DEBUG:
        collect_static(say)


def collect_static(say: Callable[[str], None]) -> bool:
    """Collect the static files when they differ from those collected last. True when that was needed."""
    remembered = _writable(settings.VAR_DIR / "static.fingerprint")
    fingerprint = _fingerprint()
    if remembered.exists() and remembered.read_text() == fingerprint and Path(settings.STATIC_ROOT).is_dir():
        return False
    say(_("Collecting styles, scripts and pictures ..."))
    remembered.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    remembered.write_text(fingerprint)
    return True


def _try_port(host: str, port: int) -> None:
    family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that was just let go is free
        probe.bind(address)


@contextmanager
def _one_machine_at_a_time() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 0")
        cursor.execute("SET statement_timeout = 0")  # a migration may take longer than a page
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
    try:
        yield
    finally:
        connection.close()  # gives the lock back


def _writable(path: Path) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("a").close()
    except OSError as error:
        raise ImproperlyConfigured(
            _("Cannot write to %(folder)s (%(reason)s): make it writable, or set VAR_DIR to another folder.")
            % {"folder": path.parent, "reason": error.strerror}
        ) from error
    return path


def _fingerprint() -> str:
    digest = hashlib.sha256(repr((settings.STORAGES["staticfiles"], str(settings.STATIC_ROOT))).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            seen = Path(storage.path(path)).stat()
            digest.update(f"{storage.path(path)}\0{seen.st_mtime_ns}\0{seen.st_size}\n".encode())
    return digest.hexdigest()
