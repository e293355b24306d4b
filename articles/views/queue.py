"""The review queue: what waits for whom, since when, due when; claim, release, and give a sign-off to somebody."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from articles.domain import assigning, claiming
from articles.domain.queue import Waiting, waiting_reviews
from articles.domain.review_list import OVERDUE, Wanted, list_reviews
from articles.enums import SignOffKind
from articles.models import Review
from articles.queue_form import SHOW, AssignForm, address, form_for, wanted_in
from articles.views import hands
from articles.views.screen import review_screen
from articles.workflow import ASSIGN, READ
from clinic_cms.shared.http import AuthenticatedRequest, desk_page_before, refusals_shown

if TYPE_CHECKING:
    from clinic_cms.models import User

PER_PAGE = 30
# Each column, what it is sorted by, and which way first.
COLUMNS = (
    (_("Title"), "title", ""),
    (_("Topic"), "topic", ""),
    (_("Risk"), "risk", "-"),
    (_("Sign-offs"), "", ""),
    (_("Waiting since"), "since", ""),
    (_("Due"), "due", ""),
    (_("For you"), "", ""),
)


@require_safe
@permission_required(READ, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """The reviews somebody wants to see, with whom each waits for and what this person can do about it."""
    wanted = wanted_in(request.GET)
    reviews = list_reviews(wanted, request.user).for_queue()
    page = Paginator(reviews, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [_row(each, request.user) for each in waiting_reviews(list(page), request.user)],
        "page": page,
        "form": form_for(wanted),
        "filters": address(wanted),
        "is_filtered": bool(address(wanted, sort="")),
        "is_narrowed": _is_narrowed(wanted),
        "quick": _quick_links(wanted),
        "columns": [_column(wanted, *column) for column in COLUMNS],
    }
    return render(request, "desk/reviews.html", context)


@require_POST
@permission_required(READ, raise_exception=True)
@refusals_shown
def claim(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(Review.objects.select_related("revision"), pk=pk)
    kind = request.POST.get("kind")
    if kind not in SignOffKind.values:
        raise Http404
    claiming.claim(review.revision, SignOffKind(kind), by=request.user)
    messages.success(request, gettext("Claimed for two hours. Your colleagues see that you are reviewing it."))
    return redirect(desk_page_before(request))


@require_POST
@permission_required(READ, raise_exception=True)
@refusals_shown
def release(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(Review.objects.select_related("revision"), pk=pk)
    claiming.release(review.revision, by=request.user)
    messages.success(request, gettext("Released. Your colleagues see that they can take it."))
    return redirect(desk_page_before(request))


@require_POST
@permission_required(ASSIGN, raise_exception=True)
@refusals_shown
def assign(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(Review.objects.select_related("revision__article"), pk=pk)
    form = AssignForm(review, request.POST)
    if not form.is_valid():
        context = review_screen(review.revision, request.user, failed_assignment=form)
        return render(request, "desk/articles/revision.html", context, status=422)
    answers = form.cleaned_data
    kind, reason = SignOffKind(answers["kind"]), answers["note"]
    given = assigning.assign(
        review.revision, kind, by=request.user, to=answers["to"], reason=reason, instead_of=answers["instead_of"]
    )
    messages.success(request, gettext("Given to %(name)s, who has been told.") % {"name": given.person})
    return redirect(review.revision)


def _row(waiting: Waiting, by: "User") -> dict[str, Any]:
    review, today = waiting.review, timezone.localdate()
    return {
        "review": review,
        "revision": review.revision,
        "sign_offs": hands.sign_offs(waiting.situation, waiting.asked, waiting.reading, by),
        "is_overdue": review.is_overdue(today),
        "is_due_today": review.due_on == today,
        "own": hands.own_part(waiting.person, waiting.situation, waiting.reading, by),
    }


def _quick_links(wanted: Wanted) -> list[dict[str, Any]]:
    """What most people look for, in one click; the other filters stay."""
    links = [
        {
            "label": label,
            "url": f"?{address(wanted, show=show, due='')}",
            "current": (show, "") == (wanted.show, wanted.due),
        }
        for show, label in SHOW
    ]
    overdue = {"label": _("Overdue"), "url": f"?{address(wanted, due=OVERDUE)}", "current": wanted.due == OVERDUE}
    return [*links, overdue]


def _is_narrowed(wanted: Wanted) -> bool:
    """Whether a filter is set that no quick link shows."""
    return bool(address(wanted, show="", sort="", due="" if wanted.due == OVERDUE else wanted.due))


def _column(wanted: Wanted, label: Any, name: str, first: str) -> dict[str, Any]:
    """A column's heading: sorted by it already, the other way round is one click away."""
    way = {name: "ascending", f"-{name}": "descending"}.get(wanted.sort, "") if name else ""
    turned = name if wanted.sort.startswith("-") else f"-{name}"
    url = f"?{address(wanted, sort=turned if way else first + name)}" if name else ""
    return {"label": label, "url": url, "way": way}
