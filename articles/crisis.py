"""The crisis block: help beside the first words about suicide or self-harm, in every article that has such words. Pure.

Editors may move the block, and it stays where they put it; they can't do without it. Its words are the clinic's crisis
lines, made anew at every save. What is put in here is sanitised after it, like everything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from django.utils.translation import gettext as _

from articles import richtext
from articles.checks.vocabulary import SUICIDE
from articles.enums import CrisisHelp
from articles.html_cost import TOKEN

ANYWHERE: Final = "https://findahelpline.com/"  # lists the lines of every country
_VETERANS: Final = re.compile(
    r"\bveterans?\b|\bmilitary\b|\bservice members?\b|\bveteran[oa]s?\b|\bmilitares\b", re.IGNORECASE
)
_VOID: Final = frozenset({"br", "hr", "img"})
_OPENS: Final = re.compile(r'<aside\b[^>]*\bclass="[^"]*\bcrisis-help\b')


@dataclass(frozen=True, slots=True)
class Line:
    """One crisis line as readers are told of it: numbers as they are written, and as they are dialled."""

    name: str
    hours: str
    phone: str = ""
    tel: str = ""
    then: str = ""
    sms_number: str = ""
    sms: str = ""
    sms_keyword: str = ""
    chat_url: str = ""


def mentions(*texts: str) -> bool:
    """Whether plain text speaks of suicide or self-harm, in the words that SAF-01 looks for."""
    return any(SUICIDE.search(text) for text in texts)


def is_for_veterans(text: str) -> bool:
    """Whether the words are about people who served, so that the veterans' line belongs to them."""
    return bool(_VETERANS.search(text))


def block(lines: Sequence[Line], number: str) -> str:
    """The block as HTML that may stand among the words. Without a line it leads to the lines of every country; `number`
    is what people call in an emergency, empty where nobody knows.
    """
    items = "".join(f"<li>{_told(line)}</li>" for line in lines) or f"<li>{_anywhere()}</li>"
    danger = _("If somebody is in danger now, call %(number)s.")
    if not number:
        danger = _("If somebody is in danger now, call your local emergency number.")
    heading = _("Are you thinking about suicide or hurting yourself? Somebody will listen to you now.")
    return (
        f'<aside class="crisis-help"><p><strong>{escape(heading)}</strong></p><ul>{items}</ul>'
        f"<p>{escape(danger) % {'number': _call(number, number)}}</p></aside>"
    )


def has_block(html: str) -> bool:
    return bool(_OPENS.search(html))


def with_block(html: str, block: str, *, mentioned_before: bool = False) -> str:
    """Cleaned words with the block where it belongs: where an editor has put it, or beside the first mention.

    `mentioned_before` says that the title or the summary mention it, so that the block comes first. A block that stands
    last, far from the mention, comes back beside it: a reader in danger does not read to the end. Words that mention
    nothing keep the block they have, made anew. What somebody wrote into the block after its list goes on after it.
    """
    spans = list(_blocks(html))
    words, place = _without(html, spans)
    beside = 0 if mentioned_before else _after_first_mention(words)
    if place is None and beside is None:
        return html
    if place is None or (beside is not None and _is_last_and_far(words, place, beside)):
        place = beside or 0
    return words[:place] + block + words[place:]


def what_happened(was: str, sent: str, saved: str) -> CrisisHelp:
    """What saving did about the block, from the words saved before, as they were sent (cleaned), and as they are."""
    before, after = _block_and_rest(sent), _block_and_rest(saved)
    if after is None:
        return CrisisHelp.NOTHING
    if before is None:
        return CrisisHelp.RETURNED if has_block(was) else CrisisHelp.ADDED
    if after[1] and not before[1]:
        return CrisisHelp.RETURNED
    return CrisisHelp.NOTHING if after[0] == before[0] else CrisisHelp.RENEWED


def _block_and_rest(html: str) -> tuple[str, bool] | None:
    """The first block, and whether any words come after it; None where there is no block."""
    found = next(_blocks(html), None)
    return (html[slice(*found)], bool(richtext.plain_text(html[found[1] :]))) if found else None


def _without(html: str, spans: list[tuple[int, int]]) -> tuple[str, int | None]:
    """The words without their blocks, and where the first one stood."""
    parts, at = [], 0
    for start, end in spans:
        parts += [html[at:start], _written_after(html[start:end])]
        at = end
    return "".join([*parts, html[at:]]), spans[0][0] if spans else None


def _after_first_mention(words: str) -> int | None:
    """Where the outermost element ends that mentions it first."""
    return next((end for start, end in _pieces(words) if mentions(richtext.plain_text(words[start:end]))), None)


def _is_last_and_far(words: str, place: int, beside: int) -> bool:
    between = words[min(place, beside) : max(place, beside)]
    return beside < place and bool(richtext.plain_text(between)) and not richtext.plain_text(words[place:])


def _pieces(html: str) -> Iterator[tuple[int, int]]:
    """Where each outermost element of cleaned words begins and ends, and what stands between two of them."""
    start = 0
    for tag_start, tag_end, depth_before, depth in _depths(html):
        if depth_before == 0 and html[start:tag_start].strip():
            yield start, tag_start
            start = tag_start
        if depth == 0:
            yield start, tag_end
            start = tag_end
    if start < len(html):
        yield start, len(html)


def _blocks(html: str) -> Iterator[tuple[int, int]]:
    """Where each crisis block begins and ends, however deep it stands; one inside another belongs to it."""
    opened = None
    for tag_start, tag_end, depth_before, depth in _depths(html):
        if opened is None and depth > depth_before and _OPENS.match(html, tag_start):
            opened = tag_start, depth_before
        elif opened is not None and depth == opened[1]:
            yield opened[0], tag_end
            opened = None


def _depths(html: str) -> Iterator[tuple[int, int, int, int]]:
    """Each tag of cleaned words: where it begins and ends, and how deep one is before it and after it."""
    depth = 0
    for token in TOKEN.finditer(html):
        tag = (token["tag"] or "").lower()
        if tag and tag not in _VOID:
            before, depth = depth, depth - 1 if token["closing"] else depth + 1
            yield token.start(), token.end(), before, depth


def _written_after(block: str) -> str:
    """What stands in a block after its list and the one paragraph below: somebody wrote it, and it is not lost."""
    _list, closed, rest = block.partition("</ul>")
    _danger, ended, more = rest.removesuffix("</aside>").partition("</p>")
    return _without(more, list(_blocks(more)))[0] if closed and ended else ""


def _told(line: Line) -> str:
    ways = []
    if line.phone:
        ways.append(
            _("call %(number)s") % {"number": _call(line.tel, line.phone)}
            + (f" {escape(line.then)}" if line.then else "")
        )
    if line.sms_number and line.sms_keyword:
        names = {"word": escape(line.sms_keyword), "number": _text(line.sms, line.sms_number)}
        ways.append(_("text %(word)s to %(number)s") % names)
    elif line.sms_number:
        ways.append(_("text %(number)s") % {"number": _text(line.sms, line.sms_number)})
    if line.chat_url:
        ways.append(f'<a href="{escape(line.chat_url)}">{escape(_("chat online"))}</a>')
    return f"<strong>{escape(line.name)}</strong>: {', '.join(ways)}. {escape(line.hours)}."


def _anywhere() -> str:
    return f'<a href="{ANYWHERE}">{escape(_("Find a helpline in your country"))}</a>'


def _call(tel: str, shown: str) -> str:
    return f'<a href="tel:{escape(tel)}">{escape(shown)}</a>'


def _text(sms: str, shown: str) -> str:
    return f'<a href="sms:{escape(sms)}">{escape(shown)}</a>'
