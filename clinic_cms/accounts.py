"""Accounts are by invitation, and every page needs one unless its view says otherwise."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class InvitationOnly(DefaultAccountAdapter):
    """django-allauth's behaviour with its sign-up closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SignInUnlessPublic(LoginRequiredMiddleware):
    """Django's, but a public view is let through before anybody asks who is there: asking reads the session, and a
    page that read the session says `Vary: Cookie`, so that no cache can share it.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
