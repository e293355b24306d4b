"""Invitations: how a person who was added gets in. There is no sign-up."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from clinic_cms.models import User
from clinic_cms.shared.languages import in_the_language_of


def invitation_address(person: User) -> str:
    """The address where this person chooses a password, in their language. It works once, until
    PASSWORD_RESET_TIMEOUT has passed.
    """
    names = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    with in_the_language_of(person):
        return settings.SITE_ORIGIN + reverse("account_reset_password_from_key", kwargs=names)
