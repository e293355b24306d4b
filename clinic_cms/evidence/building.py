"""Makes the files of a pack: the records as JSON, and the same for people as pages that need nothing but themselves."""

from io import BytesIO
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from articles.models import Article, Revision
from clinic_cms.evidence.diffs import difference
from clinic_cms.evidence.pack import canonical, write
from clinic_cms.evidence.records import (
    History,
    article_record,
    comment_records,
    history,
    review_records,
    transition_records,
)


def build(article: Article) -> bytes:
    """The pack of an article. The same records make the same bytes."""
    out = BytesIO()
    write(files_of(article), out)
    return out.getvalue()


def files_of(article: Article) -> dict[str, bytes]:
    """Every file of the pack by name, whoever asks and wherever they are: in the clinic's language and time zone."""
    known = history(article)
    with translation.override(settings.LANGUAGE_CODE), timezone.override(settings.TIME_ZONE):
        return {
            "article.json": canonical(article_record(known)),
            "reviews.json": canonical(review_records(known)),
            "transitions.json": canonical(transition_records(known)),
            **{name: canonical(records) for name, records in known.further.items()},
            "comments.json": canonical(comment_records(known)),
            "evidence.css": render_to_string("evidence/evidence.css").encode(),
            "index.html": _page("index", known, **_overview(known)),
            **{f"{page_name(each)}.html": _page("revision", known, **_words(known, each)) for each in known.once_live},
            **{_diff_name(*pair): _page("diff", known, **_change(known, *pair)) for pair in pairwise(known.once_live)},
        }


def page_name(revision: Revision) -> str:
    return f"revisions/{revision.number:04}"


def _overview(known: History) -> dict[str, Any]:
    live = [{"revision": each, "page": page_name(each), "review": _review(known, each)} for each in known.once_live]
    for old, new in pairwise(live):
        new["diff"] = _diff_name(old["revision"], new["revision"])
    numbers = {each.pk: each.number for each in known.revisions}
    return {
        "article": known.article,
        "title": (known.once_live or known.revisions)[-1].title,
        "live": live,
        "steps": [{"transition": each, "number": numbers[each.revision_id]} for each in known.transitions],
        "comments": known.comments,
        "zone": timezone.get_current_timezone_name(),
    }


def _words(known: History, revision: Revision) -> dict[str, Any]:
    review = _review(known, revision)
    return {"article": known.article, "revision": revision, "review": review, "overview": "../index.html"}


def _change(known: History, old: Revision, new: Revision) -> dict[str, Any]:
    return {"article": known.article, "overview": "../index.html", **difference(old, new)}


def _review(known: History, revision: Revision) -> Any:
    return next((review for review in known.reviews if review.revision_id == revision.pk), None)


def _page(name: str, known: History, **context: Any) -> bytes:
    return render_to_string(f"evidence/{name}.html", {**context, "clinic_name": known.clinic}).encode()


def _diff_name(old: Revision, new: Revision) -> str:
    return f"diffs/{old.number:04}-{new.number:04}.html"
