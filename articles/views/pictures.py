"""The library of pictures: everything that may stand in an article, and taking more in."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.domain import pictures
from articles.models import Picture
from articles.picture_form import MOST_AT_ONCE, UploadForm
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal

PER_PAGE: Final = 24
ENDS_SOON: Final = 60  # days
SHOWN: Final = {
    "all": gettext_lazy("All"),
    "unused": gettext_lazy("Not used"),
    "undescribed": gettext_lazy("Without words"),
    "consent": gettext_lazy("Consent missing or ending"),
}


@require_safe
@permission_required(READ, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """The library, the newest first; `?q=` searches what pictures show, `?show=` narrows."""
    return _library(request, UploadForm())


@require_safe
@permission_required(WRITE, raise_exception=True)
def choose(request: AuthenticatedRequest) -> HttpResponse:
    """A part of the library, for the dialog in which a picture is chosen while writing."""
    return render(request, "desk/pictures/_choose.html", {"page": _page(request)})


@require_POST
@permission_required(WRITE, raise_exception=True)
def upload(request: AuthenticatedRequest) -> HttpResponse:
    """Take pictures in: one for whoever asks for JSON, several from the form. Each is taken or refused by itself."""
    form = UploadForm(request.POST, request.FILES)
    as_json = request.headers.get("Accept", "").startswith("application/json")
    if not form.is_valid():
        reason = form.errors["pictures"][0]
        return JsonResponse({"refusal": reason}, status=422) if as_json else _library(request, form, status=422)
    taken, refused = [], []
    for file in form.cleaned_data["pictures"]:
        try:
            taken.append(pictures.add_picture(file, by=request.user))
        except Refusal as refusal:
            refused.append(refusal.reason if as_json else _named(file, refusal.reason))
    if as_json:
        answer = {"refusal": refused[0]} if refused else _told(taken[0])
        return JsonResponse(answer, status=422 if refused else 201)
    for reason in refused:
        form.add_error("pictures", reason)
    if refused:
        return _library(request, form, status=422)
    if len(taken) == 1:
        return redirect(taken[0])
    messages.success(request, _("%(count)d pictures are in the library. Say what each shows.") % {"count": len(taken)})
    return redirect("desk:pictures")


def _named(file: UploadedFile, reason: str) -> str:
    """A refusal among several files says which one; the name goes back to who sent it, and nowhere else."""
    name = "".join(each for each in file.name or "" if each.isprintable())[-60:]
    return f"{name}: {reason}" if name else reason


def _told(picture: Picture) -> dict[str, Any]:
    return {
        "token": picture.token,
        "address": picture.address,
        "thumbnail": picture.thumbnail,
        "width": picture.width,
        "height": picture.height,
        "alt": picture.alt,
        "url": picture.get_absolute_url(),
    }


def _library(request: AuthenticatedRequest, form: UploadForm, *, status: int = 200) -> HttpResponse:
    asked, chosen = request.GET.get("q", "").strip(), _chosen(request)
    page = _page(request)
    counted = ngettext("%(n)d picture", "%(n)d pictures", page.paginator.count) % {"n": page.paginator.count}
    links = [
        {
            "label": label,
            "url": f"?{urlencode({'show': key, **({'q': asked} if asked else {})})}",
            "current": key == chosen,
        }
        for key, label in SHOWN.items()
    ]
    context = {
        "page": page,
        "counted": counted,
        "asked": asked,
        "chosen": chosen,
        "links": links,
        "filters": urlencode({"show": chosen, "q": asked}),
        "form": form,
        "most_at_once": MOST_AT_ONCE,
        "can_write": request.user.has_perm(WRITE),
    }
    return render(request, "desk/pictures/list.html", context, status=status)


def _chosen(request: AuthenticatedRequest) -> str:
    asked = request.GET.get("show", "")
    return asked if asked in SHOWN else "all"


def _page(request: AuthenticatedRequest) -> Page[Any]:
    today, asked = timezone.localdate(), request.GET.get("q", "").strip()[:100]
    kept = Picture.objects.kept()
    soon = today + timedelta(days=ENDS_SOON)
    narrowed: dict[str, QuerySet[Picture]] = {
        "all": kept,
        "unused": kept.unused(),
        "undescribed": kept.filter(alt=""),
        "consent": kept.without_consent(today) | kept.consent_ends_by(soon, today),
    }
    found = narrowed[_chosen(request)]
    if asked:
        found = found.filter(Q(alt__icontains=asked) | Q(credit__icontains=asked) | Q(token__startswith=asked.lower()))
    found = found.annotate(live_uses=Count("uses", filter=Q(uses__revision__status="published")))
    return Paginator(found.order_by("-pk"), PER_PAGE).get_page(request.GET.get("page"))
