"""Serve the site: one command from nothing to an address, and one Ctrl-C back to nothing."""

import signal
import socket
import sys
from argparse import ArgumentParser
from contextlib import ExitStack, suppress
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic_cms import embedded_postgres
from clinic_cms.serving import preparation
from clinic_cms.serving.child import Child
from clinic_cms.serving.supervisor import Supervisor

ACCOUNTS = "editor, editor2, clinician, clinician2, publisher, moderator, moderator2, privacy, admin"


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment] # Django prints it as it is
        "Prepares the site and serves it: web server, mail and other queued work, and the clock."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare", action="store_true", help=_("Only prepare database and static files."))
        parser.add_argument("--reload", action="store_true", help=_("For development: start again on every change."))

    def handle(self, *args: Any, prepare: bool, reload: bool, **options: Any) -> None:
        signal.signal(signal.SIGTERM, _as_ctrl_c)
        with ExitStack() as at_the_end, suppress(KeyboardInterrupt):
            if not prepare:
                at_the_end.enter_context(preparation.port_of_our_own(settings.HOST, settings.PORT))
            if settings.DEMONSTRATION:
                at_the_end.callback(embedded_postgres.release, settings.VAR_DIR)
                self._start_database()
            if reload:
                settings.DEBUG = True
            preparation.prepare(self._say)
            connections.close_all()
            if not prepare:
                self._serve(reload)

    def _serve(self, reload: bool) -> None:
        supervisor = Supervisor(_children(reload), settings.VAR_DIR if settings.DEMONSTRATION else None, self._say)
        self._say(_("Starting the web server ..."))
        supervisor.run(when_up=self._announce)
        self._say(_("Everything is stopped."))

    def _start_database(self) -> None:
        place = embedded_postgres.folder(settings.VAR_DIR)
        self._say(_("Starting the demonstration's own PostgreSQL in %(folder)s ...") % {"folder": place})
        embedded_postgres.ensure_running(settings.VAR_DIR)

    def _announce(self) -> bool:
        try:
            socket.create_connection((settings.HOST, settings.PORT), timeout=1).close()
        except OSError:
            return False
        host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
        address = f"http://{host}:{settings.PORT}/"
        self._say(_("The clinic is open: %(address)s") % {"address": address})
        self._say(_("Its desk is at: %(address)s") % {"address": f"{address}desk/"})
        if settings.DEMONSTRATION:
            self._say(_("Sign in as: %(accounts)s") % {"accounts": ACCOUNTS})
            self._say(_("Their password: %(password)s") % {"password": "demonstration"})
        self._say(_("Ctrl-C stops everything."))
        return True

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


def _as_ctrl_c(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _children(reload: bool) -> list[Child]:
    manage = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]
    if reload:
        binding = f"[{settings.HOST}]:{settings.PORT}" if ":" in settings.HOST else f"{settings.HOST}:{settings.PORT}"
        web, worker, environment = [*manage, "runserver", binding], [*manage, "db_worker", "--reload"], {"DEBUG": "1"}
    else:
        web, worker, environment = _web_server(), [*manage, "db_worker"], {}
    return [
        Child(_("web server"), web, environment),
        Child(_("worker for queued tasks"), worker, environment),
        Child(_("clock"), [*manage, "clock"], environment),
    ]


def _web_server() -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "clinic_cms.wsgi:application", "--interface", "wsgi"),
        *("--host", settings.HOST, "--port", str(settings.PORT), "--http", "1", "--no-ws"),
        *("--workers", str(settings.WEB_PROCESSES), "--blocking-threads", str(settings.WEB_THREADS)),
        *("--respawn-failed-workers", "--workers-kill-timeout", "5", "--log-level", "warning"),
        *("--working-dir", str(settings.BASE_DIR)),
    ]
