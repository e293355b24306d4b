"""The desk's pages for what the checks know of the clinic itself: services, telephone numbers, patients' stories."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from articles.clinical_forms import ClinicPhoneForm, ClinicServiceForm, PatientStoryForm
from articles.models import Article, ClinicPhone, ClinicService, PatientStory
from articles.views.clinical_data import record_page
from articles.workflow import KEEP_SERVICES, KEEP_STORIES
from clinic_cms.shared.http import AuthenticatedRequest

keeps_services = permission_required(KEEP_SERVICES, raise_exception=True)
keeps_stories = permission_required(KEEP_STORIES, raise_exception=True)
ON_A_PAGE = 50


@require_safe
@keeps_services
def services(request: AuthenticatedRequest) -> HttpResponse:
    """What the clinic offers, and its telephone numbers: those in use first."""
    context = {
        "services": ClinicService.objects.order_by("-active", "name"),
        "phones": ClinicPhone.objects.order_by("-active", "label", "pk"),
    }
    return render(request, "desk/records/services.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_services
def service(request: AuthenticatedRequest, pk: int | None = None) -> HttpResponse:
    record = get_object_or_404(ClinicService, pk=pk) if pk else ClinicService()
    return record_page(request, record, ClinicServiceForm, "desk:services")


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_services
def phone(request: AuthenticatedRequest, pk: int | None = None) -> HttpResponse:
    record = get_object_or_404(ClinicPhone, pk=pk) if pk else ClinicPhone()
    return record_page(request, record, ClinicPhoneForm, "desk:services")


@require_safe
@keeps_stories
def stories(request: AuthenticatedRequest) -> HttpResponse:
    """Every story on record, the newest first; of one article with `?article=`."""
    wanted = request.GET.get("article", "")
    article = Article.objects.filter(pk=wanted).first() if wanted.isdecimal() and len(wanted) < 19 else None
    found = PatientStory.objects.select_related("article")
    if article:
        found = found.filter(article=article)
    filters = urlencode({"article": article.pk}) if article else ""
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/records/stories.html", {"page": page, "article": article, "filters": filters})


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_stories
def story_new(request: AuthenticatedRequest, article_pk: int) -> HttpResponse:
    """A story in this article; another article is another record."""
    return _story(request, PatientStory(article=get_object_or_404(Article, pk=article_pk)))


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_stories
def story(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return _story(request, get_object_or_404(PatientStory.objects.select_related("article"), pk=pk))


def _story(request: AuthenticatedRequest, record: PatientStory) -> HttpResponse:
    newest = record.article.revisions.only("pk", "title", "article_id").order_by("-number").first()
    return record_page(request, record, PatientStoryForm, "desk:stories", stands_in=newest)
