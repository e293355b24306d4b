"""The words' HTML: what is allowed, cleaning anything down to it, and reading facts off it. Pure: no database.

The allow-list is the defence, not the editor in the browser. Sanitising is always the last thing that happens to the
words: heading ids are set before it, and nothing is added after.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from html.parser import HTMLParser
from typing import Final

import nh3

from articles import picture_html
from articles.foreign import in_our_elements
from articles.headings import HEADING as HEADING
from articles.headings import ID_PREFIX, with_heading_ids
from articles.headings import Heading as Heading
from articles.headings import heading_id as heading_id
from articles.headings import heading_levels as heading_levels
from articles.headings import outline as outline
from articles.html_cost import MOST_CHARACTERS as MOST_CHARACTERS
from articles.html_cost import TOKEN, refuse_too_long, refuse_too_nested, too_nested
from articles.html_cost import TooLarge as TooLarge
from clinic_cms.shared.text import BIDI_CONTROLS

MOST_PASSES: Final = 4  # two are usual: one cleans, one finds nothing more to clean

CLASSES: Final[dict[str, frozenset[str]]] = {
    "div": frozenset(
        {"key-points", "care-card", "care-card--non-urgent", "care-card--urgent", "care-card--emergency", "off-label"}
    ),
    "section": frozenset({"risks", "other-options", "not-known"}),
    "aside": frozenset({"from-our-clinic", "crisis-help"}),
    "figure": frozenset({"picture", "quotation"}),
}
HEADINGS: Final = ("h2", "h3", "h4")
_BLOCKS: Final = ("p", *HEADINGS, "ul", "ol", "li", "blockquote", "table", "td", "th", "figcaption", *CLASSES)
TAGS: Final = frozenset(
    {
        *_BLOCKS, "br", "hr", "strong", "em", "sub", "sup", "a", "abbr", "caption", "thead", "tbody", "tr",
        "dl", "dt", "dd", "img",
    }
)  # fmt: skip
ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    **{tag: frozenset({"lang", "dir"}) for tag in _BLOCKS},
    **{tag: frozenset({"lang", "dir", "id"}) for tag in HEADINGS},
    "ol": frozenset({"lang", "dir", "start"}),
    "th": frozenset({"lang", "dir", "scope", "colspan", "rowspan"}),
    "td": frozenset({"lang", "dir", "colspan", "rowspan"}),
    "a": frozenset({"href", "data-source"}),
    "abbr": frozenset({"title"}),
    "img": picture_html.ATTRIBUTES,
}
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "sms"})

_VALUES: Final = {
    "dir": re.compile(r"ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "start": re.compile(r"\d{1,4}"),
    "colspan": re.compile(r"[1-9]\d?"),
    "rowspan": re.compile(r"[1-9]\d?"),
    **picture_html.VALUES,
    "data-source": re.compile(r"[0-9a-f]{10}"),  # which source a marker cites (articles.citing.markers)
    "id": re.compile(rf"{ID_PREFIX}[a-z0-9-]{{1,80}}"),
    "href": re.compile(
        r"https?://[^/\\\s][^\\\s]*|mailto:[^\s]+|(?:tel|sms):\+?[0-9().\-]+|/(?![/\\])[^\\\s]*|#ref-\d{1,3}|#w-[a-z0-9-]{1,80}"
    ),
}
# What goes away with all its text. Struck-out words are not words of the article: "<s>50 mg</s> 5 mg" is 5 mg.
_DROPPED: Final = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "title", "textarea", "s", "strike", "del"}
)
_INVISIBLE: Final = BIDI_CONTROLS | dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]
)


def clean(html: str) -> str:
    """The same words with nothing but what is allowed; what is struck out goes away with its text. Cleaning what is
    clean changes nothing.

    Refuses (TooLarge) what is too long, too deep or too full of attributes, before any costly step: nh3 takes minutes
    for a megabyte of nested elements. Also refuses what grows too long or does not settle while it is cleaned.
    """
    refuse_too_long(html)
    text = html.encode("utf-8", "ignore").decode()
    for _each in range(MOST_PASSES):
        before = text
        text = before.translate(_INVISIBLE)  # in each pass: "&#x202e;" only becomes one in the first
        refuse_too_nested(text)
        text = _sanitise(with_heading_ids(picture_html.without_foreign(_sanitise(in_our_elements(text)))))
        refuse_too_long(text)
        if text == before:
            return text
    raise too_nested()


def clean_for_readers(html: str) -> str:
    """Cleaned words with what `articles.pictures` and `articles.source_notes` have added for browsers, and nothing
    else: the last step to a page.
    """
    return _sanitise(html, for_readers=True)


def bare_text(html: str) -> str:
    """The words of HTML that may not be clean, without its tags; linear, and not HTML any more."""
    return unescape(TOKEN.sub(" ", html))


def plain_text(html: str) -> str:
    """The words alone; blocks end with a newline."""
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts).strip()


def word_count(html: str) -> int:
    return len(plain_text(html).split())


def citation_numbers(html: str) -> list[int]:
    """The N of every link to `#ref-N`, in the order of the words."""
    return [int(number) for number in re.findall(r'<a\b[^<>]*\bhref="#ref-(\d{1,3})"', html)]


def _sanitise(html: str, *, for_readers: bool = False) -> str:
    names = _FOR_READERS if for_readers else _ATTRIBUTES_WITH_CLASS
    with _panics_refused():
        return nh3.clean(
            html,
            tags=set(TAGS | _NOTES.keys() if for_readers else TAGS),
            attributes={tag: set(each) for tag, each in names.items()},
            attribute_filter=_allowed_for_readers if for_readers else _allowed_value,
            url_schemes=set(SCHEMES),
            clean_content_tags=set(_DROPPED),
            link_rel=None,
            strip_comments=True,
        )


@contextmanager
def _panics_refused() -> Iterator[None]:
    """A panic inside nh3 is a BaseException, of a class nobody can import: it must not get past `except Exception`."""
    try:
        yield
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        raise too_nested() from problem


_ATTRIBUTES_WITH_CLASS: Final = {
    "*": frozenset[str](),  # without this line nh3 lets `lang` and `title` stand on every element
    **{tag: ATTRIBUTES.get(tag, frozenset()) | ({"class"} if tag in CLASSES else frozenset()) for tag in TAGS},
}
# What opens a source where it is cited (articles.source_notes): in no words, only on a page.
_NOTES: Final = {"span": frozenset({"id", "class"}), "button": frozenset({"type", "popovertarget", "aria-label"})}
_NOTE_VALUES: Final = {
    "id": re.compile(r"cite-\d{1,3}"),
    "class": re.compile(r"cite-next"),
    "type": re.compile(r"button"),
    "popovertarget": re.compile(r"note-\d{1,3}"),
    "aria-label": re.compile(r"[^\n]{1,200}"),
}
_FOR_READERS: Final = {
    **_ATTRIBUTES_WITH_CLASS,
    **_NOTES,
    "img": _ATTRIBUTES_WITH_CLASS["img"] | picture_html.FOR_READERS,
}


def _allowed_value(tag: str, name: str, value: str) -> str | None:
    """The value as it may stand, or None to drop the attribute. Must never raise: nh3 would drop it silently."""
    if name == "class":
        kept = [each for each in value.split() if each in CLASSES.get(tag, ())]
        return " ".join(kept) or None
    if name in ("title", "alt"):
        return value
    pattern, value = _VALUES.get(name), value.strip()
    return value if pattern and pattern.fullmatch(value) else None


def _allowed_for_readers(tag: str, name: str, value: str) -> str | None:
    values = {"img": picture_html.VALUES_FOR_READERS, **dict.fromkeys(_NOTES, _NOTE_VALUES)}.get(tag, {})
    pattern = values.get(name)
    return (value if pattern.fullmatch(value) else None) if pattern else _allowed_value(tag, name, value)


class _TextReader(HTMLParser):
    """Collects the text of cleaned HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in ("dt", "dd", "caption", "tr"):
            self.parts.append("\n")
