#!/usr/bin/env python
"""The command line of the project: whatever stops a command is said in one sentence."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, execute_from_command_line
from django.db import OperationalError

# These never ask the database, or bring their own.
WITHOUT_DATABASE = {"check", "collectstatic", "compilemessages", "help", "makemessages", "serve", "test", "version"}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code: 2 when it was stopped for a reason that a person can mend."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic_cms.settings")
    with ExitStack() as at_the_end:
        try:
            _ready_the_database(arguments[1:], at_the_end)
            execute_from_command_line(arguments)
        except (ImproperlyConfigured, CommandError, OperationalError) as error:
            sentence = " ".join(str(error).split()) or type(error).__name__
            if isinstance(error, OperationalError):
                sentence = (
                    f"The database can't be reached; see that it runs and that DATABASE_URL is right ({sentence})."
                )
            sys.stderr.write(f"{sentence}\n")
            return getattr(error, "returncode", None) or 2
        except KeyboardInterrupt:
            return 130
    return 0


def _ready_the_database(words: list[str], at_the_end: ExitStack) -> None:
    """Start the demonstration's database for a command that needs it, and let go of it afterwards."""
    command = next((word for word in words if not word.startswith("-")), "help")
    if command in WITHOUT_DATABASE or {"-h", "--help"} & set(words):
        return
    from django.conf import settings  # noqa: PLC0415 - read only after its module is named

    if settings.DEMONSTRATION:
        from clinic_cms import embedded_postgres  # noqa: PLC0415 - only the demonstration has one

        embedded_postgres.ensure_running(Path(settings.VAR_DIR))
        at_the_end.callback(embedded_postgres.release, Path(settings.VAR_DIR))


if __name__ == "__main__":
    sys.exit(main(sys.argv))
