"""One round of reminders of the reviews that are due; the clock does the same."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.domain.reminding import remind_due


class Command(BaseCommand):
    help = "Remind people of the reviews that are due: 60 and 30 days before, on the day, and 30 days after, once each."

    def handle(self, *args: Any, **options: Any) -> None:
        for each in remind_due():
            self.stdout.write(f"reminded: {each.revision.article.slug} ({each.step.label})")
