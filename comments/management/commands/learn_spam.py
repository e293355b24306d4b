"""Learns from the moderators' decisions now; the clock does it once a day."""

from typing import Any

from django.core.management.base import BaseCommand

from comments.domain.spam import learn


class Command(BaseCommand):
    help = "Make a new spam model of this site's own decisions. It only orders the queue."

    def handle(self, *args: Any, **options: Any) -> None:
        made = learn()
        self.stdout.write(f"learned: model {made.pk}" if made else "nothing new to learn")
