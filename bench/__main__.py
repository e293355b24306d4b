"""Times every case, prints it next to its budget, and fails if one takes longer. Words after it pick cases by name."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import django
from django.conf import settings

import bench
from bench.case import Case


def cases(words: list[str]) -> Iterator[Case]:
    for module in iter_modules(bench.__path__):
        if module.name != "__main__":
            found = getattr(import_module(f"bench.{module.name}"), "CASES", ())
            yield from (case for case in found if all(word in case.name for word in words))


def main() -> int:
    if not settings.configured:
        settings.configure(USE_I18N=False)  # sentences are made, and stay in English
        django.setup()
    slow = 0
    for case in cases(sys.argv[1:]):
        took = case.milliseconds()
        verdict = "" if took <= case.budget else "  TOO MUCH"
        slow += bool(verdict)
        sys.stdout.write(f"{case.name:<66} {took:8.1f} {case.unit:<7} of {case.budget:6.0f}{verdict}\n")
        sys.stdout.flush()
    return 1 if slow else 0


sys.exit(main())
