"""What is missing before an article can be reviewed, as sentences that say what to do."""

from collections.abc import Iterator
from itertools import pairwise

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import richtext
from articles.domain.checking import Checked, look, sentence_of
from articles.domain.picture_uses import problems_with_pictures
from articles.headings import headings_without_words
from articles.kinds import missing_sections
from articles.models import Reference, Revision
from clinic_cms.shared.languages import quoted

FEWEST_WORDS = 50
WHERE_TO_FIND_IT = ("doi", "pmid", "url")


def problems(revision: Revision, checked: Checked | None = None, *, signed_clinically: bool | None = None) -> list[str]:
    """The sentences shown to the editor; an empty list means the words can be submitted, or go live.

    What the clinical checks find is told once nothing is missing: what is missing, they find too. `checked` is what
    they found, where the caller knows it already.
    """
    return missing(revision) or open_findings(checked or look(revision, signed_clinically=signed_clinically))


def open_findings(checked: Checked) -> list[str]:
    """What the clinical checks find that stops the words, and that no clinician has let stand."""
    return [sentence_of(finding) for finding in checked.open_blocking]


def missing(revision: Revision) -> list[str]:
    """What has to be there before anybody reviews the words."""
    return [
        *_in_the_fields(revision),
        *_in_the_words(revision),
        *problems_with_pictures(revision),
        *_in_the_references(revision),
    ]


def unprepared(revision: Revision) -> list[str]:
    """What colleagues have to know before words are reviewed for the first time: the kind of article, and its brief.

    Asked when a draft is submitted, and never of words that readers have had before there were briefs; nor of pages
    about the site.
    """
    if revision.article.site_page or revision.article.revisions.filter(published_at__isnull=False).exists():
        return []
    return list(_in_the_brief(revision))


def advice(revision: Revision) -> list[str]:
    """What would make the article better and stops nobody: sections its kind usually has, a brief that is missing."""
    told = list(_in_the_brief(revision)) if not unprepared(revision) and not revision.article.site_page else []
    with translation.override(revision.article.language):
        missing = [str(section.heading) for section in missing_sections(revision.kind, revision.body)]
    if missing:
        told.append(
            _("Articles about %(kind)s usually have these sections too: %(sections)s.")
            % {"kind": revision.get_kind_display(), "sections": ", ".join(map(quoted, missing))}
        )
    return told


def _in_the_brief(revision: Revision) -> Iterator[str]:
    if not revision.kind:
        yield _("Say what kind of article this is, under Settings.")
    if not (revision.audience.strip() and revision.need.strip() and revision.main_message.strip()):
        yield _("Fill in the brief under Settings: who reads this, what they need, and the main message.")
    if not revision.ai_assistance:
        yield _("Say under Settings whether a machine helped with the words.")


def _in_the_fields(revision: Revision) -> Iterator[str]:
    if not revision.title.strip():
        yield _("Give the article a title.")
    if not revision.summary.strip():
        yield _("Write a summary: one or two sentences that say what a reader will learn.")
    if not revision.interests.strip():
        yield _("State conflicts of interest. If there are none, write “None”.")
    if not revision.author.job_title.strip():
        yield _("The byline needs a role. Ask an administrator to fill in the author's role at the clinic.")


def _in_the_words(revision: Revision) -> Iterator[str]:
    if revision.word_count < FEWEST_WORDS:
        yield _("Write the article: it has %(count)d words, and %(least)d is the least.") % {
            "count": revision.word_count,
            "least": FEWEST_WORDS,
        }
        return
    for heading in headings_without_words(revision.body):
        yield _("Nothing stands under “%(heading)s”. Write it, or take the heading out.") % {"heading": heading}
    levels = richtext.heading_levels(revision.body)
    if not levels:
        yield _("Add headings, so that readers find their way.")
    elif levels[0] != 2 or any(after > before + 1 for before, after in pairwise(levels)):
        yield _("Use headings in order: a Heading 3 belongs under a Heading 2, a Heading 4 under a Heading 3.")


def _in_the_references(revision: Revision) -> Iterator[str]:
    references = list(revision.references.order_by("position"))
    if not references and not revision.article.site_page:
        yield _("Add at least one reference.")
        return
    cited = set(richtext.citation_numbers(revision.body))
    unknown = sorted(number for number in cited if number > len(references))
    if unknown:
        yield ngettext(
            "The words cite reference %(numbers)s, which is not in the list.",
            "The words cite references %(numbers)s, which are not in the list.",
            len(unknown),
        ) % {"numbers": ", ".join(map(str, unknown))}
    if 0 in cited:
        yield _("A marker in the words shows “?”: its source is not in the list. Cite the source again, or remove it.")
    first: dict[object, int] = {}
    for position, reference in enumerate(references, start=1):
        same = [first[name] for name in _names(reference) if name in first]
        first |= {name: position for name in _names(reference) if name not in first}
        if not reference.title:
            yield _("Reference %(position)d needs a title.") % {"position": position}
        if same:
            yield _("References %(first)d and %(second)d are the same source. Remove one of them.") % {
                "first": min(same),
                "second": position,
            }
        elif position not in cited:
            yield _("Reference %(position)d is not cited in the words. Cite it or remove it.") % {"position": position}
        if not any(getattr(reference, name) for name in WHERE_TO_FIND_IT):
            yield _("Reference %(position)d needs a DOI, a PubMed number or a web address.") % {"position": position}


def _names(reference: Reference) -> list[tuple[str, object]]:
    """What says that two rows are the same source."""
    names = {"source": reference.source_id, "doi": reference.doi.lower(), "pmid": reference.pmid}
    return [(name, value) for name, value in names.items() if value]
