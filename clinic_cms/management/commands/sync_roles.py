"""Makes the groups match `clinic_cms/roles.py`. Safe to run at every deploy."""

from typing import Any

from django.core.management.base import BaseCommand

from clinic_cms.role_sync import sync_roles


class Command(BaseCommand):
    help = "Make the groups and their permissions match clinic_cms/roles.py."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = sync_roles()
        self.stdout.write(f"roles: {', '.join(changed)} updated" if changed else "roles: nothing to change")
