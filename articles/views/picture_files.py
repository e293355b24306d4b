"""The pictures themselves. What readers can see comes to everybody, with nothing of the visitor; a picture of words
that are not public comes only to who may read those words. Others find nothing, as at an address that never was.
"""

import logging
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.models import Picture
from articles.picture_address import MEDIA_TYPES, best_of, file_name, usual_width, widths_of
from articles.views.previewing import shows_picture
from articles.workflow import READ

logger = logging.getLogger(__name__)
A_YEAR: Final = 365 * 24 * 3600


@require_safe
@login_not_required
def show(request: HttpRequest, token: str, width: str = "", extension: str = "") -> HttpResponse:
    """One width of a picture; the format is the one in the address, or the best that the browser takes."""
    picture = Picture.objects.public().filter(token=token).first()
    if picture:
        return _negotiated(request, _file(picture, width, extension or best_of(_accepted(request))), not extension)
    picture = Picture.objects.kept().filter(token=token).first()
    if picture is None or not (request.user.has_perm(READ) or shows_picture(request, picture)):
        raise Http404
    response = _file(picture, width, extension or best_of(_accepted(request)))
    response["Cache-Control"] = "private, no-cache"  # the browser asks each time, and is told that nothing changed
    return response


def _accepted(request: HttpRequest) -> str:
    return request.headers.get("Accept", "")


def _negotiated(request: HttpRequest, response: HttpResponse, by_accept: bool) -> HttpResponse:
    if by_accept:
        patch_vary_headers(response, ["Accept"])
    return response


def _file(picture: Picture, typed: str, extension: str) -> HttpResponse:
    """The file with everything that keeps a browser from taking it for anything else than a picture."""
    width = int(typed) if typed else usual_width(picture.width)
    if width not in widths_of(picture.width):
        raise Http404
    try:
        with default_storage.open(file_name(picture.token, width, extension)) as file:
            response = HttpResponse(file.read(), content_type=MEDIA_TYPES[extension])
    except FileNotFoundError as problem:
        logger.exception("picture_file_missing picture=%s", picture.pk)
        raise Http404 from problem
    response["Content-Disposition"] = f'inline; filename="picture-{picture.token[:8]}-{width}.{extension}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["ETag"] = f'"{picture.digest[:16]}-{width}-{extension}"'
    # A patient may take their consent back, and a copy that nobody asks about could not be taken back with it.
    kept = "no-cache" if picture.depicts_patient else f"max-age={A_YEAR}, immutable"
    response["Cache-Control"] = f"public, {kept}"
    return response
