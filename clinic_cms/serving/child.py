"""One process of the running site: started, watched, started again when it dies, stopped with all of its own."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field

SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY_AFTER = 30.0  # seconds without a fall, after which the next one counts as the first
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass
class Child:
    """A command that has to be running. `name` is how people are told about it."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    _pause: float = SHORTEST_PAUSE
    _started: float = 0.0
    _start_again: float = 0.0

    def start(self) -> int:
        """Start it in a group of its own, out of reach of the terminal's Ctrl-C. Returns the group's id."""
        self._started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own commands, no shell
            self.command,
            env=os.environ | self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,  # safe: the supervisor has one thread
        )
        return self.process.pid

    def fell(self) -> bool:
        """Whether it ended by itself; plans the next start, later after each fall."""
        if self.process is None or self.process.poll() is None:
            return False
        self._pause = SHORTEST_PAUSE if time.monotonic() - self._started > STEADY_AFTER else self._pause
        self._start_again = time.monotonic() + self._pause
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
        return True

    def is_due(self) -> bool:
        """Whether it is down and its pause is over."""
        return self.process is None and time.monotonic() >= self._start_again

    def ask_to_stop(self) -> None:
        """Let it finish what it does."""
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def clear_away(self, patience: float = 0.0) -> None:
        """Wait that long for its end, then end whatever is left of its group."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None


def _die_with_parent() -> None:
    if _libc:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
