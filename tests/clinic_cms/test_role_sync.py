import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from clinic_cms import role_sync
from clinic_cms.role_sync import sync_roles
from clinic_cms.roles import EDITOR, ROLES

pytestmark = pytest.mark.django_db


def permissions_of(group):
    return {f"{each.content_type.app_label}.{each.codename}" for each in group.permissions.all()}


def test_the_groups_get_exactly_the_permissions_of_the_roles():
    sync_roles()

    assert {group.name: permissions_of(group) for group in Group.objects.all()} == ROLES


def test_the_second_time_nothing_changes(capsys):
    call_command("sync_roles")
    call_command("sync_roles")

    first, second = capsys.readouterr().out.splitlines()
    assert first == "roles: editor, clinician, publisher, moderator, privacy_officer, administrator updated"
    assert second == "roles: nothing to change"


def test_a_permission_that_was_taken_out_comes_back():
    sync_roles()
    Group.objects.get(name=EDITOR).permissions.clear()

    changed = sync_roles()

    assert (changed, permissions_of(Group.objects.get(name=EDITOR))) == ([EDITOR], ROLES[EDITOR])


def test_a_permission_that_was_added_by_hand_goes():
    sync_roles()
    group = Group.objects.get(name=EDITOR)
    group.permissions.add(*Group.objects.get(name="administrator").permissions.all())

    sync_roles()

    assert permissions_of(group) == ROLES[EDITOR]


def test_a_permission_that_no_model_declares_is_refused_and_changes_nothing(monkeypatch):
    monkeypatch.setattr(role_sync, "ROLES", {**ROLES, "juggler": {"articles.juggle"}})

    with pytest.raises(LookupError, match=r"names the permission articles\.juggle, which no model declares"):
        sync_roles()

    assert not Group.objects.exists()
