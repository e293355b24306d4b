"""One round of the clock: publishes and takes down what is due. Exit code 1 when something of it could not be done."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from articles.domain.due import do_what_is_due


class Command(BaseCommand):
    help = "Publish every scheduled article whose moment has come, and take down what was planned to come down."

    def handle(self, *args: Any, **options: Any) -> None:
        done = do_what_is_due()
        for revision in done.published:
            self.stdout.write(f"published: {revision.article.slug}")
        for revision in done.withdrawn:
            self.stdout.write(f"withdrawn: {revision.article.slug}")
        for revision in done.failed:
            self.stderr.write(f"could not publish: {revision.article.slug} (the reason stands on the desk)")
        for plan in done.left_up:
            self.stderr.write(f"could not withdraw: {plan.article.slug} (the reason stands on the desk)")
        if done.failed or done.left_up:
            sys.exit(1)
