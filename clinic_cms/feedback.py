"""What readers think of a page: asked beneath every article, told on the desk. It needs both apps: where a reader says
that something is medically wrong, an editor and a clinician look.
"""

from datetime import date, timedelta
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required, permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from articles import plots
from articles.domain import counting
from articles.domain.follow_ups import open_for_reader
from articles.models import Article
from articles.views.moved import found_where_it_was
from articles.workflow import READ
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal
from comments.domain import feedback, floods
from comments.domain.helplines import crisis_in
from comments.enums import Verdict
from comments.models import Feedback
from comments.reader_forms import FeedbackForm
from comments.senders import is_own_page
from comments.views.answers import HttpResponseSeeOther, private
from comments.views.helping import help_panel
from comments.views.limits import admit_feedback

ASIDE: Final = (Verdict.USEFUL, Verdict.NOT_USEFUL)  # the two buttons beneath an article: no form, nothing to write
SHOWN: Final = 50
PLOTTED: Final = 30  # days
SPAN: Final = timedelta(days=365)


@csrf_exempt  # it acts for nobody; the sender's headers are asked (docs/decisions/0003)
@sensitive_post_parameters("words")
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@found_where_it_was
def give(request: HttpRequest, slug: str) -> HttpResponse:
    """A form for what is wrong with a page; the two buttons beneath the article post here too."""
    article = get_object_or_404(Article.objects.library().here().select_related("live_revision"), slug=slug)
    if request.method != "POST":
        return _page(request, article, FeedbackForm(), 200)
    form, verdict = FeedbackForm(request.POST), request.POST.get("verdict", "")
    if not is_own_page(request):
        form.add_error(None, _("We could not tell that this came from our page. Please press the button once more."))
        return _page(request, article, form, 403)
    if request.POST.get("website"):
        floods.dropped("trap")
        return _thanks(request, article, set())
    if verdict not in ASIDE and not form.is_valid():
        return _page(request, article, form, 422)
    return _kept(request, article, form, verdict)


@require_safe
@login_not_required
@found_where_it_was
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    article = get_object_or_404(Article.objects.library().here(), slug=slug)
    return _thanks(request, article, set())


@require_safe
@permission_required(READ, raise_exception=True)
def told(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What readers said of an article in the last year."""
    article = get_object_or_404(Article.objects.select_related("live_revision"), pk=pk)
    remarks = Feedback.objects.filter(article=article).exclude(words="").select_related("revision")
    days = counting.by_day(article, PLOTTED)
    newest = article.live_revision or article.revisions.order_by("-number").first()
    context = {
        "article": article,
        "revision": newest,
        "told": feedback.told(article, timezone.now() - SPAN),
        "days": [(day, number) for day, number in reversed(days)],
        "plot": {"charts": [_chart(days)]},
        "hosts": counting.hosts(article, PLOTTED),
        "remarks": remarks.defer("revision__body")[:SHOWN],
    }
    return render(request, "desk/articles/readers.html", context)


def _chart(days: list[tuple[date, int]]) -> dict[str, Any]:
    """A column for every day, with the day of the month under it."""
    columns = plots.columns([number for _day, number in days], [date_format(day, "j") for day, _number in days])
    return {
        "name": _("Readers by day"),
        "label": _("Readers by day; the table below has the numbers"),
        "total": sum(number for _day, number in days),
        "columns": columns,
    }


def _kept(request: HttpRequest, article: Article, form: FeedbackForm, verdict: str) -> HttpResponse:
    words = "" if verdict in ASIDE else request.POST.get("words", "")
    try:
        admit_feedback(request)
        _store(article, verdict, words)
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, article, form, 409)
    except floods.Limited as limited:
        form.add_error(None, limited.reason)
        response = _page(request, article, form, 429)
        response["Retry-After"] = str(limited.seconds)
        return response
    if crisis := crisis_in(words):
        return _thanks(request, article, crisis)
    return HttpResponseSeeOther(reverse("feedback_thanks", args=[article.slug]))


@transaction.atomic
def _store(article: Article, verdict: str, words: str) -> None:
    locked = Article.objects.locked().select_related("live_revision").get(pk=article.pk)
    kept = feedback.give(locked, verdict, words)
    if verdict == Verdict.WRONG and locked.live_revision:
        open_for_reader(locked.live_revision, lambda: kept.words or _("They did not say what."))


def _page(request: HttpRequest, article: Article, form: FeedbackForm, status: int) -> HttpResponse:
    context = {"article": article, "revision": article.live_revision, "form": form}
    return private(render(request, "articles/feedback.html", context, status=status))


def _thanks(request: HttpRequest, article: Article, crisis: set[str]) -> HttpResponse:
    context: dict[str, Any] = {"article": article, **help_panel(crisis)}
    return private(render(request, "articles/feedback_thanks.html", context))
