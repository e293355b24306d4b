"""The pages behind a preview link: private, read-only, for one person who confirmed their address."""

from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import richtext
from articles.domain import advising, sharing
from articles.domain.discussing import sections_of
from articles.enums import AdviceVerdict, PreviewEvent, PreviewKind
from articles.models import Picture, PreviewLink
from articles.preview_forms import AdviceForm, CodeForm
from articles.thread_form import ThreadForm, blame
from clinic_cms.shared.refusal import Refusal

PREFIX: Final = "preview-"  # of the session's keys
SEEN_FOR: Final = 8 * 3600  # seconds that a confirmed browser may read


@require_safe
@login_not_required
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The words, to whoever confirmed the address in this browser; otherwise the way to confirm it."""
    link = sharing.open_link(token)
    if link is None:
        return _closed(request)
    if not _confirmed(request, link):
        return _ask(request, link, token)
    return _words(request, link, token)


@require_POST
@login_not_required
def send_code(request: HttpRequest, token: str) -> HttpResponse:
    link = sharing.open_link(token)
    if link is None:
        return _closed(request)
    try:
        advising.send_code(link)
    except Refusal as refusal:
        return _ask(request, link, token, refusal=refusal.reason, status=429)
    return _ask(request, link, token, code_sent=True)


@require_POST
@login_not_required
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    link = sharing.open_link(token)
    if link is None:
        return _closed(request)
    form = CodeForm(request.POST)
    if form.is_valid():
        try:
            advising.confirm(link, form.cleaned_data["code"])
            request.session[_key(link)] = timezone.now().timestamp() + SEEN_FOR
            link.records.create(event=PreviewEvent.OPENED)
            return redirect("articles:preview", token)
        except Refusal as refusal:
            form.add_error("code", refusal.reason)
    return _ask(request, link, token, form=form, code_sent=True, status=422)


@require_POST
@login_not_required
def advise(request: HttpRequest, token: str) -> HttpResponse:
    """An expert's advice; their words stay through every refusal."""
    link = sharing.open_link(token)
    if link is None:
        return _closed(request)
    if not _confirmed(request, link):
        return _ask(request, link, token, status=403)
    form = AdviceForm(request.POST)
    if form.is_valid():
        try:
            verdict = AdviceVerdict(form.cleaned_data.pop("verdict"))
            advising.advise(link, verdict=verdict, **form.cleaned_data)
            return redirect("articles:preview", token)
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
    return _words(request, link, token, form=form, status=422)


@require_POST
@login_not_required
def remark(request: HttpRequest, token: str) -> HttpResponse:
    """An expert's comment on exact words; it stays in the form through every refusal."""
    link = sharing.open_link(token)
    if link is None:
        return _closed(request)
    if not _confirmed(request, link):
        return _ask(request, link, token, status=403)
    form = ThreadForm(sections_of(link.revision), request.POST, by_hand=True)
    try:
        if not form.is_valid():
            raise Refusal(_("That section is not in these words any more."))
        advising.remark(link, **form.cleaned_data)
    except Refusal as refusal:
        blame(form, refusal)
        return _words(request, link, token, remark_form=form, remark_refusal=refusal.reason, status=422)
    return redirect(f"{reverse('articles:preview', args=[token])}#remarks")


def shows_picture(request: HttpRequest, picture: Picture) -> bool:
    """Whether this browser may read words behind a preview link, and they show this picture."""
    now = timezone.now().timestamp()
    confirmed = [
        key.removeprefix(PREFIX)
        for key, until in request.session.items()
        if key.startswith(PREFIX) and key.removeprefix(PREFIX).isdigit() and float(until) > now
    ]
    return bool(confirmed) and sharing.open_among(confirmed).filter(revision__picture_uses__picture=picture).exists()


def _key(link: PreviewLink) -> str:
    return f"{PREFIX}{link.pk}"


def _confirmed(request: HttpRequest, link: PreviewLink) -> bool:
    return float(request.session.get(_key(link), 0)) > timezone.now().timestamp()


def _words(
    request: HttpRequest,
    link: PreviewLink,
    token: str,
    *,
    form: AdviceForm | None = None,
    remark_form: ThreadForm | None = None,
    remark_refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "remark_form": remark_form or ThreadForm(sections_of(link.revision), by_hand=True),
        "remark_refusal": remark_refusal,
        "remarks": link.threads.prefetch_related("entries"),
        "link": link,
        "token": token,
        "revision": link.revision,
        "outline": richtext.outline(link.revision.body),
        "references": link.revision.references.as_listed(),
        "advice": link.advice.all(),
        "form": (form or AdviceForm()) if link.kind == PreviewKind.EXPERT else None,
    }
    return _private(render(request, "previews/words.html", context, status=status))


def _ask(
    request: HttpRequest,
    link: PreviewLink,
    token: str,
    *,
    form: CodeForm | None = None,
    code_sent: bool = False,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    name, _at, domain = link.email.partition("@")
    context = {
        "token": token,
        "form": form or CodeForm(),
        "code_sent": code_sent,
        "refusal": refusal,
        "masked": f"{name[:1]}…@{domain}",
    }
    return _private(render(request, "previews/confirm.html", context, status=status))


def _closed(request: HttpRequest) -> HttpResponse:
    return _private(render(request, "previews/closed.html", status=410))


def _private(response: HttpResponse) -> HttpResponse:
    """No cache keeps it, no search engine lists it, and the address goes to no other site.

    Not `no-referrer`: a browser then posts the forms with `Origin: null`, which the CSRF check refuses.
    """
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response
