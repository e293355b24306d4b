"""The pages people see when something is refused; each says what to do next."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from clinic_cms.profile import unasked
from clinic_cms.shared.languages import without_language


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # what no browser sends costs the database nothing
    return render(request, "400.html", unasked(), status=400)


@login_not_required
def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    # without links of the database: whatever went wrong may have broken the transaction
    return render(request, "500.html", unasked(), status=500)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A desk form that was open too long, or came from elsewhere. Going back in the browser keeps the text."""
    return render(request, "403_csrf.html", status=403)


class NoEmptyRefusals:
    """Who opens the address of a button, from the history or by hand, gets a page that says so, where Django answers
    405 with nothing at all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            is_desk = without_language(request.path).startswith("/desk/")
            response.content = render_to_string("405.html", {**unasked(), "is_desk": is_desk})
            response.headers["Content-Length"] = str(len(response.content))  # it was said to be nothing further in
        return response
