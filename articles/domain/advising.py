"""What somebody with a preview link does: confirm their address with a code, and, as an expert, give advice."""

import secrets
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.domain.delivery import Told, notify
from articles.domain.discussing import open_thread_of_guest
from articles.domain.facts import compute_seal
from articles.domain.notices import people_working_on
from articles.domain.sharing import CODE_LIFETIME, send_code_mail
from articles.enums import AdviceVerdict, PreviewEvent, PreviewKind
from articles.models import Advice, PreviewCode, PreviewLink, Thread
from articles.preview_tokens import is_code
from clinic_cms.shared.refusal import Refusal

MOST_CODES: Final = 5  # in an hour
MOST_TRIES: Final = 5  # for each code


@transaction.atomic
def send_code(link: PreviewLink) -> None:
    """Send a new code to the named address. Refuses the sixth within an hour."""
    fresh, now = _locked(link), timezone.now()
    if fresh.codes.filter(sent_at__gt=now - timedelta(hours=1)).count() >= MOST_CODES:
        raise Refusal(_("Too many codes were sent. Please try again in an hour."))
    code = PreviewCode.objects.create(link=fresh, nonce=secrets.token_hex(16))
    fresh.records.create(event=PreviewEvent.CODE_SENT)
    send_code_mail.enqueue(code.pk)


def confirm(link: PreviewLink, typed: str) -> None:
    """Accept the newest code once, within 15 minutes. Refuses every other, and counts the tries."""
    reason = _checked(link, typed)
    if reason:
        raise Refusal(reason)


@transaction.atomic
def _checked(link: PreviewLink, typed: str) -> str:
    """The sentence against this code. Returned, not raised: a refusal must not take the count of tries back."""
    fresh, now = _locked(link), timezone.now()
    code = fresh.codes.first()
    if code is None or code.used_at or now >= code.sent_at + CODE_LIFETIME or code.tries >= MOST_TRIES:
        return _("This code is no longer good. Ask for a new one.")
    code.tries += 1
    if is_code(typed, code.pk, code.nonce):
        code.used_at = now
    code.save(update_fields=["tries", "used_at"])
    fresh.records.create(event=PreviewEvent.CONFIRMED if code.used_at else PreviewEvent.WRONG_CODE)
    return "" if code.used_at else _("That is not the code. Please check the newest mail from us.")


@transaction.atomic
def advise(link: PreviewLink, *, verdict: AdviceVerdict, text: str, interests: str) -> Advice:
    """Record an expert's advice, sealed to the words they were shown, and tell whoever works on the article.

    Refuses colleagues who were asked only to read, comments without a word, and advice without a statement of
    interests. It is advice: no sign-off comes of it.
    """
    fresh = _locked(link)
    if fresh.kind != PreviewKind.EXPERT:
        raise Refusal(_("This link is for reading only."))
    if not interests.strip():
        raise Refusal(_("Please state your interests. If you have none, write “None”."))
    if verdict == AdviceVerdict.COMMENTS and not text.strip():
        raise Refusal(_("Please write your comments."))
    advice = Advice.objects.create(
        link=fresh,
        verdict=verdict,
        text=text.strip(),
        interests=interests.strip(),
        name=fresh.name,
        profession=fresh.profession,
        seal=compute_seal(fresh.revision),
    )
    fresh.records.create(event=PreviewEvent.ADVISED)
    _tell(advice, fresh)
    return advice


def _tell(advice: Advice, link: PreviewLink) -> None:
    revision = link.revision
    names = {"name": link.name, "title": revision.title}

    def say() -> Told:
        return Told(
            heading=_("Advice on: %(title)s") % names,
            sentence=_("%(name)s, an outside expert, has answered about “%(title)s”.") % names,
            path=revision.get_absolute_url(),
        )

    people = people_working_on(revision, link.created_by)
    notify(people, revision.article, event=f"advice:{advice.pk}", say=say)


@transaction.atomic
def remark(link: PreviewLink, *, text: str, section: str = "", quote: str = "", position: int | None = None) -> Thread:
    """Anchor an expert's comment to the words. Refuses colleagues who were asked only to read, a link that has ended,
    and what `discussing.open_thread_of_guest` refuses.
    """
    fresh = _locked(link)
    if fresh.kind != PreviewKind.EXPERT:
        raise Refusal(_("This link is for reading only."))
    return open_thread_of_guest(fresh, text=text, section=section, quote=quote, position=position)


def _locked(link: PreviewLink) -> PreviewLink:
    fresh = (
        PreviewLink.objects.select_for_update(of=("self",))
        .select_related("revision__article", "created_by")
        .get(pk=link.pk)
    )
    if not fresh.is_open(timezone.now()):
        raise Refusal(_("This link doesn't work any more. Please ask the person who sent it."))
    return fresh
