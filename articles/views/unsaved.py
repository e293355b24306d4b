"""What somebody typed and did not save: offered on the writing page, shown beside the draft, filled into the form."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.http import HttpRequest, QueryDict
from django.utils.timezone import get_current_timezone_name

from articles.autosave_form import window_of
from articles.comparison import Words
from articles.domain.autosaving import changed_since, moment_of, unsaved_texts
from articles.domain.compared import words_of, words_with
from articles.domain.drafting import byline_of
from articles.forms import BaseReferenceFormSet, DraftForm, reference_forms
from articles.models import Autosave, NamedVersion, Revision
from articles.views.conflict import describe_conflict
from articles.views.marked import marked_words
from articles.views.signed_out import writer_token
from clinic_cms.shared.http import AuthenticatedRequest

if TYPE_CHECKING:
    from clinic_cms.models import User

LARGE = ("typed", "revision__body", "revision__disclaimer", "revision__interests")
MOST_VERSIONS = 100
EARLIER = "earlier.0"  # the state of words that were typed into an earlier revision: never the draft's


def unsaved_rows(revision: Revision, person: "User", window: str = "") -> list[dict[str, Any]]:
    """The texts this person has not saved, but for the one of the window that asks; one query, without the words."""
    texts = unsaved_texts(revision, of=person, except_window=_uuid(window)).defer(*LARGE)
    return [
        {"window": each.window, "moment": moment_of(each), "since": changed_since(each, revision)} for each in texts
    ]


def asked_for(request: HttpRequest, revision: Revision, person: "User") -> Autosave | None:
    """The unsaved text that `?unsaved=` names, if this person typed it into this article."""
    window = _uuid(request.GET.get("unsaved", ""))
    return unsaved_texts(revision, of=person).filter(window=window).first() if window else None


def filled(kept: Autosave, revision: Revision) -> tuple[DraftForm, BaseReferenceFormSet]:
    """The writing page's forms as they stood when the words were typed; `revision` stays as it is saved."""
    data = QueryDict(mutable=True)
    for name, value in kept.typed:
        data.appendlist(name, value)
    own = Revision.objects.with_people().get(pk=revision.pk)  # a form lays its words over its instance
    form = DraftForm(instance=own)
    for name in form.fields:  # a field that the page has got since then
        if name not in data and (value := form[name].value()) is not None:
            data[name] = value
    data["seen"] = kept.seen if kept.revision_id == revision.pk else EARLIER
    has_list = "references-TOTAL_FORMS" in data
    return DraftForm(data, instance=own), reference_forms(own, data if has_list else None)


def restoring(kept: Autosave, revision: Revision, form: DraftForm, references: BaseReferenceFormSet) -> dict[str, Any]:
    """What the page says about the words it is filled with. Where the draft has changed since, both texts are shown;
    what no save would take has to be mended first, and is shown beside theirs by the save that follows.
    """
    told = {"restored": moment_of(kept), "since": changed_since(kept, revision)}
    told["filled_from"] = f"{kept.window}:{kept.count}"
    if not told["since"] or not (form.is_valid() and _are_clear(references)):
        return told
    return {**told, "conflict": describe_conflict(revision, told["since"], form, references, form.data)}


def saving_context(request: AuthenticatedRequest, revision: Revision, kept: Autosave | None) -> dict[str, Any]:
    """What the page needs to keep what is typed: the name of its window, which a page that comes back keeps, and what
    it was filled from; what else this person has not saved; and the versions that people kept.
    """
    here = window_of(request.POST)
    shown = str(kept.window) if kept else str(here.id) if here else ""
    versions = NamedVersion.objects.filter(revision__article=revision.article_id).select_related("by")
    return {
        "window": here.id if here else uuid4(),
        "filled_from": request.POST.get("filled_from", ""),
        "writer": writer_token(request.user),
        "time_zone": get_current_timezone_name(),
        "unsaved": unsaved_rows(revision, request.user, shown),
        "versions": versions.defer("words", "references")[:MOST_VERSIONS],
        "version_name": request.POST.get("version_name", ""),
    }


def marked_text(kept: Autosave, revision: Revision) -> dict[str, Any]:
    """The comparison of the draft as it is saved with what was typed, as far as that can be read."""
    saved = words_of(revision)
    form, references = filled(kept, revision)
    return {"references_unclear": not _are_clear(references), **marked_words(saved, _typed(form, references))}


def _typed(form: DraftForm, references: BaseReferenceFormSet) -> Words:
    form.is_valid()
    draft, words = form.instance, {**form.cleaned_data}
    for name in ("title", "summary", "interests"):  # too long is no reason not to show it
        words.setdefault(name, form.data.get(name, ""))
    words["body"] = form.fields["body"].widget.format_value(form.data.get("body", ""))
    words["byline"] = byline_of(words.get("author", draft.author), draft.article.language)
    shown = {name: value for name, value in words.items() if name in (*form.Meta.fields, "byline")}
    return words_with(draft, shown, references.in_order() if _are_clear(references) else None)


def _are_clear(references: BaseReferenceFormSet) -> bool:
    return references.is_bound and references.is_valid()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
