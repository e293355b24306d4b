"""Words that arrive after their session has ended, from a page without scripts: kept until their person is back."""

from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from django.contrib import messages
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.autosave_form import version_in
from articles.domain import autosaving
from articles.models import Revision
from articles.richtext import bare_text
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

KEPT: Final = "typed_while_signed_out"
LEFT_OUT: Final = frozenset({"csrfmiddlewaretoken", "seen", "window", "filled_from", "writer", "stay", "merge"})
SECONDS: Final = 7 * 24 * 60 * 60
_signer = TimestampSigner(salt="articles.writer")


def writer_token(person: "User") -> str:
    """What a writing page carries to show, without a session, whose page it was."""
    return _signer.sign(str(person.pk))


def keep_typed(request: HttpRequest, pk: int) -> None:
    """Keep a posted form in the session that the sign-in goes on with. Only what a page of ours was made for counts:
    nobody else can fill the database this way.
    """
    try:
        person = _signer.unsign(request.POST.get("writer", ""), max_age=SECONDS)
    except BadSignature:
        return
    typed = [[name, value] for name, values in request.POST.lists() if name not in LEFT_OUT for value in values]
    if sum(len(name) + len(value) for name, value in typed) > autosaving.MOST_TYPED:
        return  # no save would take it
    kept = {"person": int(person), "revision": pk, "seen": request.POST.get("seen", ""), "typed": typed}
    request.session[KEPT] = kept


def take_up_typed(request: HttpRequest, person: "User") -> None:
    """After signing in: what this person typed becomes a text that is not saved, which the page offers to restore."""
    kept: dict[str, Any] = request.session.get(KEPT) or {}
    if kept.get("person") != person.pk:
        return
    del request.session[KEPT]
    revision = Revision.objects.get(pk=kept["revision"])
    window, version = autosaving.Window(uuid4()), version_in(kept["seen"])
    typed = [(name, value) for name, value in kept["typed"]]
    try:
        autosaving.autosave(revision, by=person, window=window, words_version=version, typed=typed)
    except Refusal as refusal:
        messages.error(request, refusal.reason)
        for text in (bare_text(value).strip() for name, value in typed if name in ("title", "summary", "body")):
            messages.info(request, _("You wrote: %(text)s") % {"text": text})
