"""Outlives a killed supervisor for a moment, to end what it left: `python -m clinic_cms.serving.watcher [VAR_DIR]`.

The supervisor names its process groups on our standard input. When it dies, by whatever cause, the system closes that
pipe: the one message that no signal can prevent, on every system.
"""

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

PATIENCE = 3.0


def end(groups: set[int], patience: float = PATIENCE) -> None:
    """Ask every group to stop, and end those that have not after `patience` seconds."""
    deadline = time.monotonic() + patience
    left = _reached(groups, signal.SIGTERM)
    while left and time.monotonic() < deadline:
        time.sleep(0.1)
        left = _reached(left, 0)
    _reached(left, signal.SIGKILL)


def _reached(groups: set[int], what: int) -> set[int]:
    found = set()
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, what)
            found.add(group)
    return found


def main(var_dir: str) -> None:
    """Listen until the supervisor is gone; then end its groups and let go of its database."""
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)  # our end is the end of the pipe
    groups: set[int] = set()
    for line in sys.stdin:
        (groups.add if line[0] == "+" else groups.discard)(int(line[1:]))
    end(groups)
    if var_dir:
        from clinic_cms import embedded_postgres  # noqa: PLC0415 - its libraries are not needed while we wait

        embedded_postgres.release(Path(var_dir))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
