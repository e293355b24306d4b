"""Previews for people without an account: share one revision with somebody by name, close the link again."""

import logging
import secrets
from datetime import timedelta
from smtplib import SMTPException
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from articles.domain.transitions import lock
from articles.enums import PreviewEvent, PreviewKind, Status
from articles.models import PreviewCode, PreviewLink, Revision
from articles.preview_tokens import code_of, read_token, token_of
from articles.workflow import SHARE
from clinic_cms.profile import clinic
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet

    from clinic_cms.models import User

logger = logging.getLogger(__name__)

DAYS: Final = 14
MOST_DAYS: Final = 60
MOST_OPEN_LINKS: Final = 20
CODE_LIFETIME: Final = timedelta(minutes=15)
TRY_AGAIN: Final = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1)]


@transaction.atomic
def share(
    revision: Revision,
    *,
    by: "User",
    name: str,
    email: str,
    kind: PreviewKind = PreviewKind.EXPERT,
    profession: str = "",
    question: str = "",
    days: int = DAYS,
) -> PreviewLink:
    """Let one named person read one revision for so many days, and mail them the link.

    Refuses who may not share, words that nothing can happen to any more, more than 60 days, and a crowd of links.
    Outside experts are asked about words in review, which can't change under them; colleagues may see a draft too.
    """
    _refuse_unless_sharer(by)
    fresh, now = lock(revision), timezone.now()
    if fresh.status in Status.ended():
        raise Refusal(_("These words are %(status)s; share the newest ones.") % {"status": fresh.get_status_display()})
    if kind == PreviewKind.EXPERT and fresh.status == Status.DRAFT:
        raise Refusal(_("Submit the draft first: an expert is asked about words that stay as they are."))
    if not 1 <= days <= MOST_DAYS:
        raise Refusal(_("Choose between 1 and %(most)d days.") % {"most": MOST_DAYS})
    if fresh.preview_links.open_at(now).count() >= MOST_OPEN_LINKS:
        raise Refusal(_("There are %(most)d open links to these words. Close some first.") % {"most": MOST_OPEN_LINKS})
    link = PreviewLink.objects.create(
        revision=fresh,
        kind=kind,
        name=name,
        profession=profession,
        email=email,
        question=question,
        nonce=secrets.token_hex(16),
        created_by=by,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    send_link.enqueue(link.pk)
    return link


@transaction.atomic
def revoke(link: PreviewLink, *, by: "User") -> PreviewLink:
    """Close a link at once, for whoever has it open too. Closing it twice changes nothing."""
    _refuse_unless_sharer(by)
    fresh = PreviewLink.objects.select_for_update().get(pk=link.pk)
    if fresh.revoked_at is None:
        fresh.revoked_at, fresh.revoked_by = timezone.now(), by
        fresh.save(update_fields=["revoked_at", "revoked_by"])
        fresh.records.create(event=PreviewEvent.REVOKED)
    return fresh


def path_of(link: PreviewLink) -> str:
    """The private address, as a path of this site: in the language of the words that it leads to."""
    with translation.override(link.revision.article.language):
        return reverse("articles:preview", args=[token_of(link.pk, link.nonce)])


def open_link(token: str) -> PreviewLink | None:
    """The link that a token leads to, while it is open."""
    found = read_token(token)
    if found is None:
        return None
    link = PreviewLink.objects.select_related("revision__article", "revision__topic", "revision__author")
    wanted = link.filter(pk=found[0], nonce=found[1]).first()
    return wanted if wanted and wanted.is_open(timezone.now()) else None


def open_among(pks: "Iterable[str]") -> "QuerySet[PreviewLink]":
    """Those of these links that are open."""
    return PreviewLink.objects.open_at(timezone.now()).filter(pk__in=pks)


@task()
def send_link(link_id: int, attempt: int = 0) -> None:
    """Mail the private address to the person it is for."""
    link = PreviewLink.objects.select_related("revision__article", "created_by").get(pk=link_id)
    if link.is_open(timezone.now()):
        context = {"link": link, "address": settings.SITE_ORIGIN + path_of(link)}
        names = {"name": link.created_by.display_name}
        if _mailed(link, lambda: _("%(name)s asks you to read an article") % names, "emails/preview_link.txt", context):
            link.records.create(event=PreviewEvent.SENT)
        else:
            _again(link, send_link, attempt, link.pk)


@task()
def send_code_mail(code_id: int, attempt: int = 0) -> None:
    """Mail the digits to the address that the link names, while they are still good for anything."""
    code = PreviewCode.objects.select_related("link__revision__article", "link__created_by").get(pk=code_id)
    if timezone.now() < code.sent_at + CODE_LIFETIME:
        context = {"link": code.link, "code": code_of(code.pk, code.nonce)}
        if not _mailed(code.link, lambda: _("Your code for reading the article"), "emails/preview_code.txt", context):
            _again(code.link, send_code_mail, attempt, code.pk)


def _mailed(link: PreviewLink, subject: "Callable[[], str]", template: str, context: dict[str, Any]) -> bool:
    """Whether the mail server took it. Nobody knows what the person reads, but what they are asked to read."""
    with translation.override(link.revision.article.language):
        heading = " ".join(subject().split())
        words = render_to_string(template, {**context, "clinic_name": clinic().name})
    try:
        send_mail(heading, words, None, [link.email])
    except (OSError, SMTPException) as problem:
        logger.warning("preview_mail_refused link=%s problem=%s", link.pk, type(problem).__name__)
        return False
    return True


def _again(link: PreviewLink, sender: Any, attempt: int, *arguments: int) -> None:
    if attempt < len(TRY_AGAIN):
        sender.using(run_after=timezone.now() + TRY_AGAIN[attempt]).enqueue(*arguments, attempt + 1)
    else:
        link.records.create(event=PreviewEvent.NOT_DELIVERED)


def _refuse_unless_sharer(by: "User") -> None:
    if not by.is_active or not by.has_perm(SHARE):
        raise Refusal(_("Only an editor, a clinician or a publisher can share a preview."))
