"""Proves an evidence pack. Exit code 1 and the first thing that is wrong, where something is."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from clinic_cms.evidence.comparison import compare
from clinic_cms.evidence.reading import Broken
from clinic_cms.evidence.verify import own_digest, verify


class Command(BaseCommand):
    help = "Check every digest, seal, sign-off and step of an evidence pack."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pack", help="the ZIP that the desk gave out")
        parser.add_argument("--here", action="store_true", help="compare it with this site's own records too")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with Path(options["pack"]).open("rb") as file:
                pack, digest = verify(file), own_digest(file)
            if options["here"]:
                compare(pack)
        except (Broken, OSError) as problem:
            self.stderr.write(str(problem))
            sys.exit(1)
        self.stdout.write(f"{pack.summary}\n{digest}")
        if options["here"]:
            self.stdout.write("and it is what is on record here")
