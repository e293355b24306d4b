"""Carries the roles of `clinic_cms/roles.py` into the database."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

from clinic_cms.roles import ROLES


@transaction.atomic
def sync_roles() -> list[str]:
    """Give each role's group exactly the role's permissions; returns the names of the groups that changed.

    Raises LookupError when a role names a permission that no model declares.
    """
    changed = []
    for name, permissions in ROLES.items():
        group, created = Group.objects.get_or_create(name=name)
        wanted = {_permission(permission) for permission in permissions}
        if created or set(group.permissions.all()) != wanted:
            group.permissions.set(wanted)
            changed.append(name)
    return changed


def _permission(name: str) -> Permission:
    app, _dot, codename = name.partition(".")
    found = Permission.objects.filter(Q(content_type__app_label=app) & Q(codename=codename)).first()
    if found is None:
        raise LookupError(f"clinic_cms/roles.py names the permission {name}, which no model declares")
    return found
