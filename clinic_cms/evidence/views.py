import logging

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.workflow import READ
from clinic_cms.evidence.building import build
from clinic_cms.shared.http import AuthenticatedRequest

logger = logging.getLogger(__name__)


@require_safe
@permission_required(READ, raise_exception=True)
@never_cache
def download(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The evidence pack of an article, to keep."""
    article = get_object_or_404(Article, pk=pk)
    logger.info("evidence_pack article=%s by=%s", article.pk, request.user.pk)
    disposition = f'attachment; filename="evidence-{article.slug}.zip"'
    return HttpResponse(build(article), "application/zip", headers={"Content-Disposition": disposition})
