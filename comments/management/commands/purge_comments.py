"""All of what the clock does a little of in every round: words, originals and counts that are not kept any longer."""

from typing import Any

from django.core.management.base import BaseCommand

from comments.domain.retention import tidy_up


class Command(BaseCommand):
    help = "Remove words of rejected, withdrawn and spam comments, and old counts, as the comment rules say."

    def handle(self, *args: Any, **options: Any) -> None:
        while any((done := tidy_up()).values()):
            self.stdout.write(", ".join(f"{number} {what}" for what, number in done.items() if number))
            self.stdout.flush()
        self.stdout.write("nothing is left that has to go")
