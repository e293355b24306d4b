"""Keeps the processes of the site running until somebody says stop."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from django.utils.translation import gettext as _

from clinic_cms import embedded_postgres
from clinic_cms.serving.child import Child

PATIENCE = 10.0
TICK = 0.2


class Supervisor:
    """Runs `children`, and the demonstration's database when `var_dir` is given; `say` receives one line per event."""

    def __init__(self, children: list[Child], var_dir: Path | None, say: Callable[[str], None]) -> None:
        self.children = children
        self.var_dir = var_dir
        self.say = say
        self._stopping = False
        self._watcher = self._new_watcher()

    def run(self, when_up: Callable[[], bool]) -> None:
        """Start everything and keep it up. `when_up` is asked every moment until it returns true."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        told = False
        try:
            while not self._stopping:
                self._keep_database()
                for child in self.children:
                    self._keep(child)
                told = told or when_up()
                time.sleep(TICK)
        finally:
            self._stop_children()

    def _keep(self, child: Child) -> None:
        if child.process and child.fell():
            self.say(_("The %(name)s ended and is started again.") % {"name": child.name})
            self._tell_watcher("-", child.process.pid)
            child.clear_away()
        if child.is_due():
            self._tell_watcher("+", child.start())

    def _keep_database(self) -> None:
        if self.var_dir and not embedded_postgres.is_alive(self.var_dir):
            self.say(_("The database ended and is started again."))
            embedded_postgres.ensure_running(self.var_dir)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True

    def _stop_children(self) -> None:
        deadline = time.monotonic() + PATIENCE
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.clear_away(max(0.0, deadline - time.monotonic()))
        self._watcher.communicate()

    def _new_watcher(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "clinic_cms.serving.watcher", str(self.var_dir or "")]
        return subprocess.Popen(command, stdin=subprocess.PIPE, text=True, start_new_session=True)  # noqa: S603

    def _tell_watcher(self, sign: str, group: int) -> None:
        if self._watcher.poll() is not None:
            self._watcher = self._new_watcher()
            for child in self.children:
                if child.process:
                    self._write("+", child.process.pid)
        self._write(sign, group)

    def _write(self, sign: str, group: int) -> None:
        if self._watcher.stdin:
            self._watcher.stdin.write(f"{sign}{group}\n")
            self._watcher.stdin.flush()
