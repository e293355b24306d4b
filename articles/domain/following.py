"""Following: a person asks to be told about everything that happens to an article."""

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Article, Follow
from articles.workflow import READ
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User


def follow(article: Article, *, by: "User") -> None:
    """Tell this person of every step from now on. Refuses who may not read drafts; following twice changes nothing."""
    if not by.is_active or not by.has_perm(READ):
        raise Refusal(_("Only people who may read drafts can follow an article."))
    Follow.objects.get_or_create(article=article, person=by)


def unfollow(article: Article, *, by: "User") -> None:
    """Tell this person only what they have to act on."""
    Follow.objects.filter(article=article, person=by).delete()


def is_followed(article: Article, person: "User") -> bool:
    return Follow.objects.filter(article=article, person=person).exists()


def followers(article: Article) -> "QuerySet[User]":
    """Who follows an article and may still read drafts."""
    may_read = {"is_active": True, "groups__permissions__codename": READ.partition(".")[2]}
    return get_user_model()._default_manager.filter(follows__article=article, **may_read).distinct().order_by("pk")
