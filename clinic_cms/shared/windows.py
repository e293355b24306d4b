"""Read-only windows into the tables, for support. What changes anything is a verb, never the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class Window(admin.ModelAdmin):
    """A table that can be looked at, and nothing else."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
