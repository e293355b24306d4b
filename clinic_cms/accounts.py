"""Accounts are by invitation, and every page needs one unless its view says otherwise."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from articles.views.signed_out import take_up_typed
from clinic_cms.shared.languages import in_the_language_of

if TYPE_CHECKING:
    from clinic_cms.models import User


class InvitationOnly(DefaultAccountAdapter):
    """django-allauth's behaviour with its sign-up closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The desk in the person's own language, where no page asked them to sign in."""
        with in_the_language_of(cast("User", request.user)):
            return super().get_login_redirect_url(request)

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """In the language of whoever has the account, on whichever page it was asked for; where it leads to as well."""
        with in_the_language_of(user):
            address = self.get_reset_password_from_key_url(f"{context['uid']}-{context['key']}")
            super().send_password_reset_mail(user, email, {**context, "password_reset_url": address})

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **kwargs: Any) -> None:
        """What changed about an account (a password, a second step), in the language of whoever has it."""
        with in_the_language_of(user):
            super().send_notification_mail(template_prefix, user, *args, **kwargs)

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
