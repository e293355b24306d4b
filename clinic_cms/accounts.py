"""Accounts are by invitation, and every page needs one unless its view says otherwise."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from articles.views.signed_out import take_up_typed


class InvitationOnly(DefaultAccountAdapter):
    """django-allauth's behaviour with its sign-up closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Any, **options: Any) -> HttpResponse:
        take_up_typed(request, user)
        return super().post_login(request, user, **options)


class SignInUnlessPublic(LoginRequiredMiddleware):
    """Django's, but a public view is let through before anybody asks who is there: asking reads the session, and a
    page that read the session says `Vary: Cookie`, so that no cache can share it. A form that somebody filled in while
    their session ended is kept by the views that say so.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        keep = getattr(view_func, "keep_when_signed_out", None)
        if refused is not None and keep is not None and request.method == "POST":
            keep(request, *view_args, **view_kwargs)
        return refused
