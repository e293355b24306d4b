"""One round of the clock: publishes what is due. Exit code 1 when something could not go live."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from articles.domain.publishing import publish_due


class Command(BaseCommand):
    help = "Publish every scheduled article whose moment has come."

    def handle(self, *args: Any, **options: Any) -> None:
        done = publish_due()
        for revision in done.published:
            self.stdout.write(f"published: {revision.article.slug}")
        for revision in done.failed:
            self.stderr.write(f"could not publish: {revision.article.slug} (the reason stands on the desk)")
        if done.failed:
            sys.exit(1)
