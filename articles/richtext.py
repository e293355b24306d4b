"""The words' HTML: what is allowed, cleaning anything down to it, and reading facts off it. Pure: no database.

The allow-list is the defence, not the editor in the browser. Sanitising is always the last thing that happens to the
words: heading ids are set before it, and nothing is added after.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

import nh3
from django.utils.text import slugify
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal
from clinic_cms.shared.text import BIDI_CONTROLS

MOST_CHARACTERS: Final = 200_000  # about 30,000 words
DEEPEST: Final = 100
MOST_ATTRIBUTES: Final = 50
ID_PREFIX: Final = "w-"

CLASSES: Final[dict[str, frozenset[str]]] = {
    "div": frozenset(
        {"key-points", "care-card", "care-card--non-urgent", "care-card--urgent", "care-card--emergency", "off-label"}
    ),
    "section": frozenset({"risks"}),
    "aside": frozenset({"from-our-clinic"}),
}
HEADINGS: Final = ("h2", "h3", "h4")
_BLOCKS: Final = ("p", *HEADINGS, "ul", "ol", "li", "blockquote", "table", "td", "th", *CLASSES)
TAGS: Final = frozenset(
    {
        *_BLOCKS, "br", "hr", "strong", "em", "sub", "sup", "a", "abbr", "caption", "thead", "tbody", "tr",
        "dl", "dt", "dd",
    }
)  # fmt: skip
ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    **{tag: frozenset({"lang", "dir"}) for tag in _BLOCKS},
    **{tag: frozenset({"lang", "dir", "id"}) for tag in HEADINGS},
    "ol": frozenset({"lang", "dir", "start"}),
    "th": frozenset({"lang", "dir", "scope", "colspan", "rowspan"}),
    "td": frozenset({"lang", "dir", "colspan", "rowspan"}),
    "a": frozenset({"href"}),
    "abbr": frozenset({"title"}),
}
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

_VALUES: Final = {
    "dir": re.compile(r"ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "start": re.compile(r"\d{1,4}"),
    "colspan": re.compile(r"[1-9]\d?"),
    "rowspan": re.compile(r"[1-9]\d?"),
    "id": re.compile(rf"{ID_PREFIX}[a-z0-9-]{{1,80}}"),
    "href": re.compile(
        r"https?://[^/\\\s][^\\\s]*|mailto:[^\s]+|tel:\+?[0-9().\-]+|/(?![/\\])[^\\\s]*|#ref-\d{1,3}|#w-[a-z0-9-]{1,80}"
    ),
}
_RENAMED: Final = {"b": "strong", "i": "em"}
# Elements that are empty, or that the next one of their kind closes: without an end tag they do not nest.
_NEVER_NESTS: Final = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"),
    ]
)
_CONTROLS: Final = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF], None)
_TAG_START: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)")
_HEADING: Final = re.compile(r"<(h[234])((?:\s[^<>]*)?)>(.*?)</\1>", re.DOTALL)


class TooLarge(Refusal):
    """The words are too long or too deeply nested to be cleaned in good time."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    id: str


def clean(html: str) -> str:
    """The same words with nothing but what is allowed; cleaning twice changes nothing more.

    Refuses (TooLarge) what is too long, too deep or too full of attributes, before any costly step: nh3 takes minutes
    for a megabyte of nested elements.
    """
    _refuse_too_large(html)
    text = html.encode("utf-8", "ignore").decode().translate(_CONTROLS).translate(BIDI_CONTROLS)
    return _sanitise(_with_heading_ids(_sanitise(_renamed(text))))


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
    return [int(number) for number in re.findall(r'<a href="#ref-(\d{1,3})"', html)]


def outline(html: str) -> list[Heading]:
    """The headings of cleaned words, for a list of contents."""
    found = []
    for tag, attributes, inner in _HEADING.findall(html):
        name = re.search(r'\bid="([^"]*)"', attributes)
        found.append(Heading(int(tag[1]), " ".join(plain_text(inner).split()), name[1] if name else ""))
    return found


def heading_levels(html: str) -> list[int]:
    return [heading.level for heading in outline(html)]


def _refuse_too_large(html: str) -> None:
    """One linear pass. Tags hidden inside attribute values can mislead the count, so the length is what bounds the
    cost for certain: the deepest nesting that MOST_CHARACTERS can hold takes nh3 a third of a second.
    """
    if len(html) > MOST_CHARACTERS:
        raise TooLarge(
            _("These words are too long: %(length)s characters, and %(most)s is the most. Make two articles of them.")
            % {"length": f"{len(html):,}", "most": f"{MOST_CHARACTERS:,}"}
        )
    depth = 0
    for closing, tag, rest in _TAG_START.findall(html):
        if tag.lower() not in _NEVER_NESTS and not rest.endswith("/"):
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST or len(rest.split()) > MOST_ATTRIBUTES * 4 or rest.count("=") > MOST_ATTRIBUTES:
            raise TooLarge(_("The formatting of these words is too deeply nested. Paste them again as plain text."))


def _renamed(html: str) -> str:
    return re.sub(
        r"<(/?)(b|i)(?=[\s>])", lambda match: f"<{match[1]}{_RENAMED[match[2].lower()]}", html, flags=re.IGNORECASE
    )


def _sanitise(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES_WITH_CLASS.items()},
        attribute_filter=_allowed_value,
        url_schemes=set(SCHEMES),
        clean_content_tags={"script", "style", "template", "noscript", "iframe", "object", "title", "textarea"},
        link_rel=None,
        strip_comments=True,
    )


_ATTRIBUTES_WITH_CLASS: Final = {
    tag: ATTRIBUTES.get(tag, frozenset()) | ({"class"} if tag in CLASSES else frozenset()) for tag in TAGS
}


def _allowed_value(tag: str, name: str, value: str) -> str | None:
    """The value as it may stand, or None to drop the attribute. Must never raise: nh3 would drop it silently."""
    if name == "class":
        kept = [each for each in value.split() if each in CLASSES.get(tag, ())]
        return " ".join(kept) or None
    if name == "title":
        return value
    pattern, value = _VALUES.get(name), value.strip()
    return value if pattern and pattern.fullmatch(value) else None


def _with_heading_ids(html: str) -> str:
    """Every heading gets an id made of its words, unique in the article. Runs before the last sanitising."""
    taken: dict[str, int] = {}

    def with_id(match: re.Match[str]) -> str:
        tag, attributes, inner = match.groups()
        base = ID_PREFIX + (slugify(plain_text(inner))[:60].strip("-") or "section")
        taken[base] = taken.get(base, 0) + 1
        name = base if taken[base] == 1 else f"{base}-{taken[base]}"
        others = re.sub(r'\s+id="[^"]*"', "", attributes)
        return f'<{tag}{others} id="{name}">{inner}</{tag}>'

    return _HEADING.sub(with_id, html)


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
