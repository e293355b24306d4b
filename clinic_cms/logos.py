"""The clinic's logo: taken in like every picture, its pixels and nothing else of the file, and shown by its digest."""

import logging
from typing import TYPE_CHECKING, Final

from django.contrib.auth.decorators import login_not_required
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.domain import picture_files
from clinic_cms.clinic import KEEP_CLINIC
from clinic_cms.models import ClinicLogo
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

ADDRESS: Final = r"^logo/(?P<digest>[0-9a-f]{64})\.png$"
A_YEAR: Final = 365 * 24 * 3600
logger = logging.getLogger(__name__)


def add_logo(upload: UploadedFile, *, by: "User") -> ClinicLogo:
    """Take a logo in, for the preview: readers see it once the clinic is saved with it. Refuses what is no picture that
    we show. The file comes first and the row last, so that a logo is never without it.
    """
    if not by.is_active or not by.has_perm(KEEP_CLINIC):
        raise Refusal(_("Only a publisher or an administrator can set up the clinic."))
    made = picture_files.make_logo(upload)
    name = _file_name(made.digest)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(made.files["logo.png"]))
    known = {"width": made.width, "height": made.height, "added_by": by}
    return ClinicLogo.objects.get_or_create(digest=made.digest, defaults=known)[0]


@require_safe
@login_not_required
def show(request: HttpRequest, digest: str) -> HttpResponse:
    """A logo that the clinic has or once had comes to everybody, one that is only tried to those who set the clinic up;
    others find nothing.
    """
    logo = get_object_or_404(ClinicLogo, pk=digest)
    if logo.used_at is None and not request.user.has_perm(KEEP_CLINIC):
        raise Http404
    try:
        with default_storage.open(_file_name(digest)) as file:
            response = HttpResponse(file.read(), content_type="image/png")
    except FileNotFoundError as problem:
        logger.exception("logo_file_missing logo=%s", digest)
        raise Http404 from problem
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Disposition"] = f'inline; filename="logo-{digest[:8]}.png"'
    response["ETag"] = f'"{digest[:16]}"'
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if logo.used_at else "private, no-cache"
    return response


def _file_name(digest: str) -> str:
    return f"clinic/{digest}.png"
