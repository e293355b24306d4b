"""Gives a new clinic the medicines and crisis lines that come with the software."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.domain.seeding import seed_clinical_data


class Command(BaseCommand):
    help = (
        "Add the medicines and crisis lines that come with the software where there are none. Run it at every deploy."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(seed_clinical_data())
