"""Builds the demonstration clinic, once, and only where a demonstration belongs."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from clinic_cms.demonstration.building import build
from clinic_cms.models import User


class Command(BaseCommand):
    help = "Build the demonstration clinic. Refused outside the demonstration; does nothing where accounts exist."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("DATABASE_URL is set, so this is a real site. The demonstration is never built here.")
        if User.objects.exists():
            self.stdout.write("demonstration: accounts exist, nothing was built")
            return
        build()
        self.stdout.write("demonstration: built")
