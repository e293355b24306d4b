"""Prints docs/workflow.md: `manage.py draw_workflow > docs/workflow.md`. A test fails when the page is out of date."""

from typing import Any

from django.core.management.base import BaseCommand

from clinic_cms.workflow_page import workflow_page


class Command(BaseCommand):
    help = "Print the page that draws the workflow table."
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(workflow_page(), ending="")
