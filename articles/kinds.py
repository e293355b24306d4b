"""What each kind of article starts with: its sections, what belongs under each, and how they are found again. Pure.

A prompt says what to write in a section. It is shown in the editor in an empty place and is never part of the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from articles.enums import ArticleKind
from articles.headings import outline

_PARAGRAPH: Final = "<p></p>"
_LIST: Final = "<ul><li></li></ul>"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading, its prompt, the frame around both, and the class by which the frame is known."""

    heading: Promise
    prompt: Promise
    frame: str = f"<h2>%s</h2>{_PARAGRAPH}"
    known_by: str = ""

    @property
    def html(self) -> str:
        return self.frame % escape(str(self.heading)).replace("&#x27;", "'")


_KEY_POINTS: Final = Section(
    _("Key points"),
    _("The main message first, in three to five short lines."),
    f'<div class="key-points"><h2>%s</h2>{_LIST}</div>',
    "key-points",
)
_RISKS: Final = Section(
    _("Risks and side effects"),
    _("What can go wrong, how often, and who should take care. Name at least three."),
    f'<section class="risks"><h2>%s</h2>{_PARAGRAPH}</section>',
    "risks",
)
_OTHER_OPTIONS: Final = Section(
    _("Other options"),
    _("What else people can do, with what is good and bad about each."),
    f'<section class="other-options"><h2>%s</h2>{_PARAGRAPH}</section>',
    "other-options",
)
_NOT_KNOWN: Final = Section(
    _("What we don't know yet"),
    _("Where the evidence is thin, mixed or missing."),
    f'<section class="not-known"><h2>%s</h2>{_PARAGRAPH}</section>',
    "not-known",
)
_NOTHING: Final = Section(_("If you do nothing"), _("What usually happens without this, and how soon."))
_GET_HELP: Final = Section(
    _("When to get help"),
    _("When to make an appointment, when to come today, when to call the emergency number. Use care cards."),
    known_by="care-card",
)

SECTIONS: Final[dict[ArticleKind, tuple[Section, ...]]] = {
    ArticleKind.TREATMENT: (
        _KEY_POINTS,
        Section(_("What it is"), _("What is done or taken, in plain words, and how it works.")),
        Section(_("Who it may help"), _("For whom it is approved or studied, and for whom not.")),
        Section(_("Benefits"), _("How many people get better and by how much, with the source of each number.")),
        _RISKS,
        _OTHER_OPTIONS,
        _NOTHING,
        _NOT_KNOWN,
        _GET_HELP,
    ),
    ArticleKind.CONDITION: (
        _KEY_POINTS,
        Section(_("What it is"), _("What happens in the body or mind, and how common it is.")),
        Section(_("Signs and symptoms"), _("What people notice, and what is often mistaken for it.")),
        Section(_("What helps"), _("What people can do, and which treatments there are.")),
        _NOTHING,
        _NOT_KNOWN,
        _GET_HELP,
    ),
    ArticleKind.NEWS: (
        _KEY_POINTS,
        Section(_("What is new"), _("What was found or decided, by whom, and when.")),
        Section(_("What it means for you"), _("What changes for patients now, and what does not.")),
        Section(_("How sure we are"), _("How many people were studied, for how long, and who paid for it.")),
        _NOT_KNOWN,
    ),
    ArticleKind.SERVICE: (
        _KEY_POINTS,
        Section(_("What it is"), _("What happens here, step by step, and how long it takes.")),
        Section(_("Who it is for"), _("Whom it helps, and who should not have it.")),
        _RISKS,
        _OTHER_OPTIONS,
        Section(
            _("From our clinic"),
            _("What we offer, what it costs, and what we earn with it. Promotion stands only here."),
            f'<aside class="from-our-clinic"><h2>%s</h2>{_PARAGRAPH}</aside>',
            "from-our-clinic",
        ),
        _GET_HELP,
    ),
}


def template(kind: ArticleKind) -> str:
    """The words an article of this kind starts with: headings, and an empty place under each."""
    return "\n".join(section.html for section in SECTIONS[kind])


def missing_sections(kind: str, html: str) -> Iterator[Section]:
    """The sections an article of this kind usually has and this one has not, by heading or by the box around them."""
    headings = {heading.text.casefold() for heading in outline(html)}
    for section in SECTIONS[ArticleKind(kind)] if kind in ArticleKind.values else ():
        boxed = section.known_by and f'class="{section.known_by}' in html
        if not boxed and str(section.heading).casefold() not in headings:
            yield section


def prompts() -> dict[str, str]:
    """The prompt of each heading, for the editor. Where kinds differ, the first one counts."""
    told: dict[str, str] = {}
    for sections in SECTIONS.values():
        for section in sections:
            told.setdefault(str(section.heading), str(section.prompt))
    return told
