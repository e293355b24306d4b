"""One picture of the library: what it shows, who agreed to it, where it is used."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.domain import pictures
from articles.domain.picture_uses import last_consent, uses_of
from articles.enums import ConsentEvent
from articles.models import Picture
from articles.picture_form import ConsentForm, DescribeForm
from articles.pictures import figure
from articles.workflow import READ, WITHDRAW, WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(READ, raise_exception=True)
def show(request: AuthenticatedRequest, token: str) -> HttpResponse:
    """A POST says anew what the picture shows; the verb decides who may."""
    picture = _picture(token)
    if request.method != "POST":
        return _page(request, picture)
    form = DescribeForm(request.POST, instance=picture)
    if not form.is_valid():
        return _page(request, picture, form=form, status=422)
    try:
        pictures.describe_picture(picture, by=request.user, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, picture, form=form, status=422)
    messages.success(request, _("Saved. Articles that use the picture keep their own words for it."))
    return redirect(picture)


@require_POST
@permission_required(READ, raise_exception=True)
def consent(request: AuthenticatedRequest, token: str) -> HttpResponse:
    """Record a consent; what was typed stays through every refusal."""
    picture, form = _picture(token), ConsentForm(request.POST)
    if form.is_valid():
        try:
            pictures.record_consent(picture, by=request.user, **form.cleaned_data)
            messages.success(request, _("The consent is recorded."))
            return redirect(picture)
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
    return _page(request, picture, consent_form=form, status=422)


@require_POST
@permission_required(READ, raise_exception=True)
@refusals_shown
def withdraw_consent(request: AuthenticatedRequest, token: str) -> HttpResponse:
    picture = _picture(token)
    pictures.withdraw_consent(picture, by=request.user, note=request.POST.get("note", "").strip()[:300])
    messages.success(request, _("Recorded. Nothing with this picture can go live, and live articles are looked at."))
    return redirect(picture)


@require_POST
@permission_required(WRITE, raise_exception=True)
@refusals_shown
def delete(request: AuthenticatedRequest, token: str) -> HttpResponse:
    pictures.delete_picture(_picture(token), by=request.user)
    messages.success(request, _("The picture is deleted, with all its files."))
    return redirect("desk:pictures")


def _picture(token: str) -> Picture:
    return get_object_or_404(Picture.objects.kept().select_related("created_by"), token=token)


def _page(
    request: AuthenticatedRequest,
    picture: Picture,
    *,
    form: DescribeForm | None = None,
    consent_form: ConsentForm | None = None,
    status: int = 200,
) -> HttpResponse:
    picture = _picture(picture.token) if form else picture  # the form has laid what was typed over the other one
    last, user = last_consent(picture), request.user
    context: dict[str, Any] = {
        "picture": picture,
        "form": form or DescribeForm(instance=picture),
        "consent_form": consent_form or ConsentForm(auto_id="consent-%s"),
        "consents": picture.consents.order_by("-pk"),
        "consent": last,
        "consent_holds": last is not None and last.holds_on(timezone.localdate()),
        "can_take_back": last is not None
        and last.event == ConsentEvent.GIVEN
        and (user.has_perm(WRITE) or user.has_perm(WITHDRAW)),
        "uses": uses_of(picture),
        "is_used": Picture.objects.used().filter(pk=picture.pk).exists(),
        "is_public": Picture.objects.public().filter(pk=picture.pk).exists(),
        "markup": figure(picture.token, picture.width, picture.height, alt=picture.alt or None),
        "can_write": user.has_perm(WRITE),
    }
    return render(request, "desk/pictures/picture.html", context, status=status)
