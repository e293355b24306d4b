"""What a reader sees while the database is away: a plain word, and when to try again."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from clinic_cms import errors
from clinic_cms.profile import unasked

TRY_AGAIN_AFTER_SECONDS = "5"


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """The site's answer to an unexpected error: 503 when the database is away, and the usual page otherwise."""
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return errors.server_error(request)
    # without the request, and without what else would ask the database that is away
    response = HttpResponse(render_to_string("503.html", unasked()), status=503)
    response["Retry-After"] = TRY_AGAIN_AFTER_SECONDS
    response["Cache-Control"] = "no-store"
    return response
