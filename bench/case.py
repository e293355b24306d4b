"""One thing that is timed."""

import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Case:
    """What is timed, and the most milliseconds it may take. `run` does it once; whatever it needs is made before.

    What is weighed or counted instead names its unit.
    """

    name: str
    budget: float
    run: Callable[[], object]
    unit: str = "ms"

    def milliseconds(self) -> float:
        """The shortest of some rounds: the others waited for something that is not ours."""
        return min(self._round() for _each in range(ROUNDS))

    def _round(self) -> float:
        start = time.perf_counter()
        self.run()
        return (time.perf_counter() - start) * 1_000
