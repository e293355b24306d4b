"""What stops a start says so in one sentence, with an exit code that is not zero and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
REAL = {
    "DATABASE_URL": "postgresql://nobody:secret@127.0.0.1:9/none",
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "a.example",
}


def start(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """`manage.py serve`, with nothing of the tests' own settings around it."""
    ours = ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "DJANGO_SETTINGS_MODULE", "VAR_DIR")
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env={**inherited, "PORT": "8791", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "environment",
    [
        REAL,  # nothing listens there
        {**REAL, "DATABASE_URL": "mysql://a@b/c"},
        {**REAL, "DATABASE_URL": "postgresql://a:b@[c/d"},
        {**REAL, "SECRET_KEY": ""},
        {**REAL, "ALLOWED_HOSTS": ""},
        {**REAL, "DEBUG": "maybe"},
        {**REAL, "PORT": "eighty"},
        {**REAL, "TIME_ZONE": "Mars/Olympus"},
    ],
    ids=["no-database", "other-database", "malformed", "no-key", "no-hosts", "switch", "number", "zone"],
)
def test_what_is_wrong_in_the_environment_is_one_sentence(environment, tmp_path):
    started = start({**environment, "VAR_DIR": str(tmp_path)})

    assert started.returncode != 0
    assert len(started.stderr.strip().splitlines()) == 1, started.stderr
    assert started.stderr.strip().endswith(".")
    assert (started.stderr + started.stdout).count("Traceback") == 0
    assert (started.stderr + started.stdout).count("secret") == 0


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    started = start({"VAR_DIR": str(tmp_path / "file" / "var")})

    assert started.returncode != 0
    assert len(started.stderr.strip().splitlines()) == 1, started.stderr
    assert started.stderr.count("Traceback") == 0
