"""A comment's own page, and what its author does there. Whoever holds its secret address is its author; no account."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain import author
from comments.models import Comment
from comments.own_page import public_id_of
from comments.reader_forms import CorrectionForm
from comments.senders import is_own_page
from comments.views.answers import HttpResponseSeeOther, private
from comments.views.helping import help_panel
from comments.views.limits import words_are_kept


@login_not_required
@require_safe
def own(request: HttpRequest, key: str) -> HttpResponse:
    """What became of one comment, and what its author can do about it."""
    return _page(request, key, _comment(key))


@csrf_exempt  # the signed address and the sender's headers stand in for the cookie (docs/decisions/0003)
@sensitive_post_parameters("comment", "name")
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@words_are_kept
def correct(request: HttpRequest, key: str) -> HttpResponse:
    """Other words while it waits. Whatever stops that, what was typed stays on the page."""
    comment = _comment(key)
    if request.method != "POST":
        if not author.may_correct(comment):
            return HttpResponseSeeOther(reverse("comments:own", args=[key]))
        initial = {"comment": comment.body, "name": comment.name, "seen": comment.version}
        return _correction(request, key, comment, CorrectionForm(initial=initial))
    form = CorrectionForm(request.POST, from_elsewhere=not is_own_page(request, nameless=True))
    if form.is_valid():
        words = form.cleaned_data
        try:
            author.correct(comment, body=words["comment"], name=words["name"], seen=words["seen"])
            return HttpResponseSeeOther(reverse("comments:own", args=[key]))
        except Refusal as refusal:
            form.refuse(refusal.reason, conflict=isinstance(refusal, StaleRefusal))
    return _correction(request, key, _comment(key), form)


@csrf_exempt  # as above
@login_not_required
@require_POST
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    return _done(request, key, author.withdraw)


@csrf_exempt  # as above
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, key: str) -> HttpResponse:
    """Asked for once more on a page of its own, because it cannot be undone."""
    if request.method == "POST":
        return _done(request, key, author.erase)
    return private(render(request, "comments/erase.html", {"comment": _comment(key), "key": key}))


@csrf_exempt  # as above
@login_not_required
@require_POST
def appeal(request: HttpRequest, key: str) -> HttpResponse:
    return _done(request, key, author.appeal)


@login_not_required
@require_safe
def export(request: HttpRequest, key: str) -> HttpResponse:
    """Everything that is kept about the comment, to take away."""
    response = JsonResponse(author.exported(_comment(key)), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="comment.json"'
    return private(response)


def _comment(key: str) -> Comment:
    comments = Comment.objects.select_related("article", "revision", "parent").defer("revision__body")
    return get_object_or_404(comments, public_id=public_id_of(key))


def _done(request: HttpRequest, key: str, act: Any) -> HttpResponse:
    """Carry an act of the author out, and lead back to the page that says how it stands."""
    comment = _comment(key)
    if not is_own_page(request, nameless=True):
        again = _("We could not tell that this came from our page, so nothing was changed. Please press it once more.")
        return _page(request, key, comment, refusal=again, status=403)
    try:
        act(comment)
    except Refusal as refusal:
        return _page(request, key, _comment(key), refusal=refusal.reason, status=409)
    return HttpResponseSeeOther(reverse("comments:own", args=[key]))


def _page(request: HttpRequest, key: str, comment: Comment, *, refusal: str = "", status: int = 200) -> HttpResponse:
    last = comment.decisions.first()
    context = {
        "comment": comment,
        "key": key,
        "article": comment.article,
        "revision": comment.revision,
        "last": last,
        "reason_sentence": last.reason_sentence if last else "",
        "replies": comment.replies.approved().filter(said_by__isnull=False).order_by("-corrects", "created_at"),
        "may_correct": author.may_correct(comment),
        "may_appeal": author.may_appeal(comment),
        "refusal": refusal,
        **help_panel(set(comment.signals.filter(code="crisis").values_list("detail", flat=True))),
    }
    return private(render(request, "comments/own.html", context, status=status))


def _correction(request: HttpRequest, key: str, comment: Comment, form: CorrectionForm) -> HttpResponse:
    context = {"comment": comment, "key": key, "form": form, **help_panel(form.crisis)}
    return private(render(request, "comments/correct.html", context, status=form.status if form.errors else 200))
