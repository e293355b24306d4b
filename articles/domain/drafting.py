"""Writing: start an article, start an update of a live one, save the words of a draft."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles import richtext
from articles.domain import autosaving
from articles.domain.addresses import new_article
from articles.domain.citing import REFERENCE_FIELDS as REFERENCE_FIELDS
from articles.domain.citing import cite, copy_references
from articles.domain.crisis_help import with_crisis_help
from articles.domain.picture_uses import settle_lead, with_true_sizes
from articles.domain.presence import all_saved
from articles.domain.replaced import keep_replaced
from articles.domain.transitions import advance, lock, refuse_stale
from articles.enums import Action, ArticleKind, SitePage, Status
from articles.kinds import template
from articles.models import Article, Contribution, Revision, Topic
from articles.site_pages import frame, slug_of
from articles.workflow import WRITE
from clinic_cms.profile import clinic
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

CORRECTION = ("correction_said", "correction_says")
LEAD = ("lead_picture", "lead_alt", "lead_decorative", "lead_caption")
# What the article is for: told to colleagues, never to readers.
BRIEF = ("kind", "audience", "need", "main_message", "ai_assistance")
WORDS = ("title", "summary", "topic", "author", "body", "interests", "change_note", *BRIEF, *CORRECTION, *LEAD)
COPIED = (*WORDS, "byline", "disclaimer", "word_count", "translated_from")


@transaction.atomic
def start_article(
    *,
    by: "User",
    title: str,
    topic: Topic,
    slug: str = "",
    kind: str = "",
    site_page: SitePage | None = None,
    language: str = settings.LANGUAGE_CODE,
    translates: Revision | None = None,
    **brief: str,
) -> Revision:
    """Create an article with a first draft: empty, or with the sections that its kind starts with.

    With `site_page` it is that page of the site instead; with `translates` it is a translation of these words. Refuses
    who may not write, or an address that is taken or leads to another article.
    """
    _refuse_unless_writer(by)
    slug = slug_of(site_page, language) if site_page else slug or slugify(title)[:120].strip("-")
    if not slug:
        raise Refusal(_("Use at least one letter or digit in the title; the article's address is made from it."))
    article = new_article(slug, site_page, language=language, translation_of=translates.article if translates else None)
    with translation.override(language):
        body = richtext.clean(frame(site_page) if site_page else template(ArticleKind(kind)) if kind else "")
        interests = _("None") if site_page else ""
    revision = Revision.objects.create(
        article=article,
        number=1,
        title=title,
        topic=topic,
        kind=kind,
        **{name: brief.get(name, "") for name in BRIEF if name != "kind"},
        body=body,
        word_count=richtext.word_count(body),
        author=by,
        byline=byline_of(by, language),
        interests=interests,
        translated_from=translates,
        disclaimer=_disclaimer_of(article),
        created_by=by,
        saved_by=by,
    )
    _contributed(revision, by)
    return revision


@transaction.atomic
def start_revision(article: Article, *, by: "User", unchanged: bool = False) -> Revision:
    """Open a draft that continues from the article's last words. Refuses while another revision is open.

    `unchanged` keeps a public correction that is live already, which an update leaves behind.
    """
    _refuse_unless_writer(by)
    article = Article.objects.locked().get(pk=article.pk)
    revisions = Revision.objects.filter(article=article)
    if revisions.open().exists():
        raise Refusal(_("This article is being worked on already. Open the revision that is under way."))
    source = article.live_revision or revisions.order_by("-number").first()
    if source is None:
        raise Refusal(_("This article has no words yet."))
    return continue_from(source, by=by, corrects=unchanged or source.published_at is None)


def continue_from(source: Revision, *, by: "User", corrects: bool = True) -> Revision:
    """A new draft with the same words and references. Called under the article's lock, once the source has ended or
    while it is live. Copying is not contributing: only a saved change makes somebody a contributor.

    `corrects` keeps the source's public correction: where the draft takes its place, not where it updates it.
    """
    left_out = {"change_note", *(() if corrects else CORRECTION)}
    revision = Revision.objects.create(
        article_id=source.article_id,
        number=Revision.objects.filter(article=source.article_id).latest("number").number + 1,
        based_on=source,
        created_by=by,
        saved_by=by,
        **{name: getattr(source, name) for name in COPIED if name not in left_out},
    )
    copy_references(source, revision)
    return revision


@transaction.atomic
def save_draft(
    revision: Revision,
    *,
    by: "User",
    seen: str,
    words: Mapping[str, Any],
    references: Iterable[Mapping[str, Any]] | None = None,
    window: autosaving.Window | None = None,
) -> Revision:
    """Save the words of a draft, cleaned, and record the person as a contributor.

    `references`, where given, replace the whole list, which always stands in the order in which the words cite it.
    What was autosaved from the `window` goes away.
    Refuses who may not write, words that are frozen, words too large to clean, and a stale form (naming who saved in
    between).
    """
    fresh = lock_to_write(revision, by=by, seen=seen)
    write(fresh, by=by, words=words, references=references)
    if window is not None:
        autosaving.nothing_unsaved(fresh, by=by, window=window)
    return fresh


def lock_to_write(revision: Revision, *, by: "User", seen: str) -> Revision:
    """The draft read afresh and locked, for somebody who may write and has seen its last words; or the refusal."""
    _refuse_unless_writer(by)
    fresh = lock(revision)
    refuse_stale(fresh, seen)
    if fresh.status != Status.DRAFT:
        raise Refusal(
            _("These words are %(status)s, so they can't be changed.") % {"status": fresh.get_status_display()}
        )
    return fresh


def write(
    draft: Revision, *, by: "User", words: Mapping[str, Any], references: Iterable[Mapping[str, Any]] | None = None
) -> None:
    """Lay words over a draft and save it. Only under the article's lock, and after asking whether they may change."""
    keep_replaced(draft, WORDS, REFERENCE_FIELDS)
    lay(draft, words)
    draft.body = richtext.clean(cite(draft, references, body=draft.body, by=by))
    draft.word_count = richtext.word_count(draft.body)
    draft.words_version += 1
    draft.saved_by, draft.saved_at = by, timezone.now()
    draft.save(update_fields=[*WORDS, "byline", "disclaimer", "word_count", "words_version", "saved_by", "saved_at"])
    _contributed(draft, by)
    all_saved(draft, by)


def lay(draft: Revision, words: Mapping[str, Any]) -> None:
    """Put typed words into a draft, cleaned, with all that follows from them. Nothing is saved by it."""
    for name in WORDS:
        if name in words:
            setattr(draft, name, words[name])
    _refuse_half_a_correction(draft)
    with translation.override(draft.article.language):  # whatever the language of who writes: readers get these words
        draft.body = with_true_sizes(with_crisis_help(draft.title, draft.summary, richtext.clean(draft.body)))
    settle_lead(draft)
    draft.word_count = richtext.word_count(draft.body)
    draft.byline, draft.disclaimer = byline_of(draft.author, draft.article.language), _disclaimer_of(draft.article)


@transaction.atomic
def discard(revision: Revision, *, by: "User", seen: str, note: str = "") -> Revision:
    """Give a draft up. Its words stay in the history; what this person typed and did not save goes away."""
    discarded = advance(revision, Action.DISCARD, by=by, seen=seen, note=note)
    autosaving.nothing_unsaved_at_all(discarded, by=by)
    return discarded


def byline_of(author: "User", language: str) -> str:
    """The line readers see, frozen with the words and in their language: "Sam Rivera, health writer"."""
    return ", ".join(part for part in (author.display_name, author.job_title_in(language)) if part)


def _disclaimer_of(article: Article) -> str:
    """What health articles say of their limits, in their language. A page about the site has no such words."""
    with translation.override(article.language):
        return "" if article.site_page else clinic().disclaimer


def _refuse_half_a_correction(revision: Revision) -> None:
    if not (revision.correction_said or revision.correction_says):
        return
    if not (revision.correction_said.strip() and revision.correction_says.strip()):
        raise Refusal(_("A correction says both: what the article said, and what it says now."))
    if not revision.article.revisions.filter(published_at__isnull=False).exists():
        raise Refusal(_("Only words that readers have seen can be corrected. Leave the correction empty."))


def _contributed(revision: Revision, by: "User") -> None:
    Contribution.objects.get_or_create(revision=revision, person=by)


def _refuse_unless_writer(by: "User") -> None:
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can write articles."))
