"""An article in other languages, on the desk: beginning a translation, and saying that it is up to date again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.domain import translating
from articles.enums import Status
from articles.models import Article, Revision
from articles.workflow import WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

NAMES = dict(settings.LANGUAGES)


class TranslationForm(forms.Form):
    language = forms.ChoiceField(choices=settings.LANGUAGES)
    title = forms.CharField(max_length=160)


@dataclass(frozen=True, slots=True)
class Other:
    """The same article in another language, by its newest words."""

    language: str
    newest: Revision
    standing: translating.Standing | None

    @property
    def name(self) -> str:
        return NAMES.get(self.language, self.language)


@require_POST
@permission_required(WRITE, raise_exception=True)
@refusals_shown
def start(request: AuthenticatedRequest, article_pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=article_pk)
    form = TranslationForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("Write the title in the language that you translate into, in at most 160 characters."))
    draft = translating.translate(
        article, form.cleaned_data["language"], by=request.user, title=form.cleaned_data["title"]
    )
    messages.success(
        request, _("Translate the words below. They stand here as readers of the first language have them.")
    )
    return redirect("desk:revision_edit", draft.pk)


@require_POST
@permission_required(WRITE, raise_exception=True)
@refusals_shown
def follow(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(Revision.objects.with_people(), pk=pk)
    followed = translating.follow_source(draft, by=request.user, seen=request.POST.get("seen", ""))
    messages.success(request, _("Noted: these words follow the newest ones of the article that they translate."))
    return redirect("desk:revision", followed.pk)


def panel(revision: Revision, person: "User") -> dict[str, Any]:
    """What the review screen tells about languages."""
    article = revision.article
    may_write = person.has_perm(WRITE)
    standing, others = translating.standing_of(revision), _others(article)
    begun = [each.language for each in others]
    return {
        "languages": {
            "standing": standing,
            "others": others,
            "open": translating.open_languages(article, begun) if may_write else [],
            "may_follow": may_write and revision.status == Status.DRAFT and bool(standing and standing.behind),
        }
    }


def _others(article: Article) -> list[Other]:
    """Its translations; without the words."""
    newest = Revision.objects.newest().filter(article__translation_of=article.pk)
    found = newest.select_related("article", "translated_from__article").defer("body", "translated_from__body")
    return [Other(each.article.language, each, translating.standing_of(each)) for each in found.order_by("article")]
