"""Carries the roles of `clinic_cms/roles.py` into the database."""

from functools import reduce
from operator import or_

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

from clinic_cms.roles import ROLES


@transaction.atomic
def sync_roles() -> list[str]:
    """Give each role's group exactly the role's permissions; returns the names of the groups that changed.

    Raises LookupError when a role names a permission that no model declares.
    """
    known = _permissions(frozenset().union(*ROLES.values()))
    there = {group.name: group for group in Group.objects.filter(name__in=ROLES).prefetch_related("permissions")}
    changed = []
    for name, permissions in ROLES.items():
        group = there.get(name) or Group.objects.create(name=name)
        wanted = {known[permission] for permission in permissions}
        if name not in there or set(group.permissions.all()) != wanted:
            group.permissions.set(wanted)
            changed.append(name)
    return changed


def _permissions(names: frozenset[str]) -> dict[str, Permission]:
    """Permissions by their names, in one query."""
    asked = reduce(or_, (Q(content_type__app_label=app, codename=code) for app, code in map(_parts, names)))
    found = Permission.objects.filter(asked).select_related("content_type")
    known = {f"{each.content_type.app_label}.{each.codename}": each for each in found}
    for name in sorted(names - set(known)):
        raise LookupError(f"clinic_cms/roles.py names the permission {name}, which no model declares")
    return known


def _parts(name: str) -> tuple[str, str]:
    app, _dot, code = name.partition(".")
    return app, code
