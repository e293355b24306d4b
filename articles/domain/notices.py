"""Mail to the people who have to act next, or whose words it is: queued in the same transaction as the step.

A notice names the article and what happened and links to the desk. It never carries the words of a draft.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from articles.domain.facts import contributions
from articles.enums import Action, Status
from articles.models import Revision
from articles.workflow import PUBLISH, SIGN_OFF_CLINICAL, SIGN_OFF_EDITORIAL

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User


def tell(revision: Revision, action: Action, *, by: "User | None", reason: str = "") -> None:
    """Queue one message about this step to everybody it concerns but the person who took it."""
    for person in _audience(revision, action):
        if person != by and person.email:
            send_notice.enqueue(person.pk, revision.pk, action.value, by.display_name if by else "", reason)


@task()
def send_notice(person_id: int, revision_id: int, action: str, by_name: str, reason: str) -> None:
    """Send one queued notice; the queue keeps it and shows it when the mail server refuses."""
    person = get_user_model()._default_manager.get(pk=person_id)
    revision = Revision.objects.get(pk=revision_id)
    context = {
        "person": person,
        "revision": revision,
        "action": action,
        "by_name": by_name,
        "reason": reason,
        "note": revision.transitions.filter(action=action).values_list("note", flat=True).first() or "",
        "address": settings.SITE_ORIGIN + reverse("desk:revision", args=[revision.pk]),
        "clinic_name": settings.CLINIC_NAME,
    }
    subject = " ".join(render_to_string("emails/notice_subject.txt", context).split())
    send_mail(subject, render_to_string("emails/notice.txt", context), None, [person.email])


def _audience(revision: Revision, action: Action) -> Iterable["User"]:
    """Who has to act next; where nobody has to, whose words it is."""
    authors = _people(pk__in=contributions(revision).values("person"))
    if action == Action.SUBMIT:
        return _who_may(SIGN_OFF_EDITORIAL, SIGN_OFF_CLINICAL).exclude(pk__in=authors)
    if action == Action.SIGN_OFF:
        return _who_may(PUBLISH) if revision.status == Status.SIGNED_OFF else []
    if action == Action.SCHEDULE:
        return _who_may(PUBLISH)
    return authors


def _who_may(*permissions: str) -> "QuerySet[User]":
    codenames = [permission.partition(".")[2] for permission in permissions]
    return _people(Q(groups__permissions__codename__in=codenames)).distinct()


def _people(*conditions: Q, **filters: object) -> "QuerySet[User]":
    return get_user_model()._default_manager.filter(*conditions, is_active=True, **filters).order_by("pk")
