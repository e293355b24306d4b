"""Which parts of a comment are taken out: what a detector found and a moderator ticked, and what was typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from clinic_cms.shared.text import lines, tidy
from comments import triage
from comments.domain.lanes import signals_of
from comments.domain.redacting import ORIGINAL, redact
from comments.models import Comment
from comments.triage.signal import Source

if TYPE_CHECKING:
    from clinic_cms.models import User

MOST_TYPED: Final = 20
CHOSEN: Final = frozenset({"personal_data"})  # ticked before anybody looks
OFFERED: Final = ("personal_data", "unsafe_detail", "link", "abuse", "drug_selling")
PERSONAL: Final = (
    "phone", "email", "address", "birth_date", "ssn", "nhs_number", "card", "record_number", "social_handle",
    "third_person",
)  # fmt: skip
KINDS: Final = ("removed", *PERSONAL, "unsafe_detail", "link")  # what a moderator calls what they typed
NAME: Final = "name"


@dataclass(frozen=True, slots=True)
class Part:
    """One tick on the page: what it takes out, what stands there then. `fixed` was taken out before."""

    key: str
    quote: str
    label: str
    chosen: bool = False
    fixed: bool = False


def offered(comment: Comment, *, by: "User") -> list[Part]:
    """What can be ticked. What was taken out before stays out, unseen, for whoever may not see the original."""
    before = taken_out(comment)
    sees = by.has_perm(ORIGINAL)
    parts = [
        Part(_key(each), _quote(comment, each) if sees else "", triage.label(each.code, each.detail), True, not sees)
        for each in before
        if each.source == "body"
    ]
    found = [each for each in signals_of(comment) if each.code in OFFERED and each.source == "body"]
    return parts + [
        Part(_key(each), _quote(comment, each), triage.label(each.code, each.detail), each.code in CHOSEN)
        for each in found
        if not any(_overlap(each, other) for other in before)
    ]


@transaction.atomic
def take_out(
    comment: Comment, keys: Iterable[str], *, typed: str, kind: str, name: bool, by: "User", seen: int, after: int
) -> Comment:
    """Take out what was ticked (`keys`) and typed, one part a line; `name` takes out the name.

    Refuses as `redact` does, words that are not in the comment, and a page on which a newer redaction than `after` is
    not to be seen: nothing that somebody took out comes back by accident.
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    last = fresh.redactions.select_related("by").last()
    if (last.pk if last else 0) != after:
        who = last.by.display_name if last else _("Somebody")
        raise StaleRefusal(_("%(name)s took parts out while you had it open. Nothing was changed.") % {"name": who})
    return redact(fresh, wanted(fresh, keys, typed=typed, kind=kind, name=name, by=by), by=by, seen=seen)


def wanted(
    comment: Comment, keys: Iterable[str], *, typed: str, kind: str, name: bool, by: "User"
) -> list[triage.Signal]:
    """The parts as `redact` takes them, from left to right, those that overlap made one."""
    parts = [each for each in map(_from_key, keys) if each is not None]
    before = taken_out(comment)
    if not by.has_perm(ORIGINAL):
        parts += [each for each in before if each.source == "body"]
        name = name or any(each.source == NAME for each in before)
    parts += _typed(comment, typed, kind, before)
    joined = _joined(each for each in parts if each.source == "body" and each.end <= len(comment.body))
    if name:
        joined.append(triage.Signal("personal_data", 0, len(comment.name), "third_person", NAME))
    if not joined and not before:
        raise Refusal(_("Tick or type what is to be taken out."))
    return joined


def taken_out(comment: Comment) -> list[triage.Signal]:
    """What the newest redaction took out, as signals with the same label; nothing where its author wrote anew since."""
    last = comment.redactions.last() if comment.redacted_body or comment.redacted_name else None
    return [_kept(*span) for span in last.spans] if last else []


def _kept(source: str, start: int, end: int, said: str) -> triage.Signal:
    where: Source = "name" if source == NAME else "body"
    if said in PERSONAL:
        return triage.Signal("personal_data", start, end, said, where)
    if said in ("method", "dose", "hoarding", "stopping"):
        return triage.Signal("unsafe_detail", start, end, said, where)
    if said in ("url", "domain"):
        return triage.Signal("link", start, end, said, where)
    return triage.Signal(said, start, end, "", where)


def _typed(comment: Comment, typed: str, kind: str, before: list[triage.Signal]) -> list[triage.Signal]:
    """Every place where the typed words stand, in small letters or capitals."""
    code, detail = ("personal_data", kind) if kind in PERSONAL else (kind if kind in KINDS else "removed", "")
    found: list[triage.Signal] = []
    for words in [each for line in tidy(lines(typed)).split("\n") if (each := line.strip())][:MOST_TYPED]:
        places = [match.span() for match in re.finditer(re.escape(words), comment.body, re.IGNORECASE)]
        parts = [triage.Signal(code, start, end, detail) for start, end in places]
        open_parts = [each for each in parts if not any(_overlap(each, other) for other in before)]
        if not open_parts:
            raise Refusal(_("“%(words)s” does not stand in the comment. Copy it as it is written.") % {"words": words})
        found += open_parts
    return found


def _joined(parts: Iterable[triage.Signal]) -> list[triage.Signal]:
    """Overlapping parts as one, called what the widest is called."""
    joined: list[triage.Signal] = []
    for part in sorted(parts, key=lambda each: (each.start, -each.end)):
        last = joined[-1] if joined else None
        if last is None or part.start >= last.end:
            joined.append(part)
            continue
        widest = max(last, part, key=lambda each: each.end - each.start)
        joined[-1] = replace(widest, start=last.start, end=max(last.end, part.end))
    return joined


def _overlap(one: triage.Signal, other: triage.Signal) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def _quote(comment: Comment, part: triage.Signal) -> str:
    return comment.body[part.start : part.end]


def _key(part: triage.Signal) -> str:
    return f"{part.start}.{part.end}.{part.code}.{part.detail}"


def _from_key(key: str) -> triage.Signal | None:
    found = re.fullmatch(r"(\d{1,5})\.(\d{1,5})\.([a-z_]{1,20})\.([a-z_]{0,24})", key, re.ASCII)
    return triage.Signal(found[3], int(found[1]), int(found[2]), found[4]) if found else None
