"""The building blocks of an article: what each is called, what it is for, and the words it starts with. Pure.

Every class and element used here is in the allow-list of `articles.richtext`; a test inserts each block and saves it.
The crisis block is not among them: it comes by itself where suicide is mentioned.
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_LIST: Final = "<ul><li></li><li></li></ul>"
_PARAGRAPH: Final = "<p></p>"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the menu. `frame` holds `%(heading)s` where it has a heading, and empty places to write in."""

    key: str
    name: Promise
    help: Promise
    frame: str
    heading: Promise | str = ""

    @property
    def html(self) -> str:
        """The block as it is inserted."""
        return self.frame % {"heading": escape(str(self.heading), quote=False)}


BLOCKS: Final = (
    Block(
        "key-points",
        _("Key points"),
        _("The main message in three to five lines, before the first heading."),
        f'<div class="key-points"><h2>%(heading)s</h2>{_LIST}</div>',
        _("Key points"),
    ),
    Block(
        "care-card--non-urgent",
        _("Care card: not urgent"),
        _("When to make an appointment."),
        f'<div class="care-card care-card--non-urgent"><h3>%(heading)s</h3>{_LIST}</div>',
        _("Not urgent: talk with your doctor if"),
    ),
    Block(
        "care-card--urgent",
        _("Care card: urgent"),
        _("When to get help today."),
        f'<div class="care-card care-card--urgent"><h3>%(heading)s</h3>{_LIST}</div>',
        _("Urgent: get help today if"),
    ),
    Block(
        "care-card--emergency",
        _("Care card: emergency"),
        _("When to call the emergency number at once."),
        f'<div class="care-card care-card--emergency"><h3>%(heading)s</h3>{_LIST}</div>',
        _("Emergency: call for help now if"),
    ),
    Block(
        "risks",
        _("Risks and side effects"),
        _("What can go wrong, how often, and who should take care."),
        f'<section class="risks"><h2>%(heading)s</h2>{_PARAGRAPH}{_LIST}</section>',
        _("Risks and side effects"),
    ),
    Block(
        "other-options",
        _("Other options"),
        _("What else people can do, and what happens if they do nothing."),
        f'<section class="other-options"><h2>%(heading)s</h2>{_PARAGRAPH}</section>',
        _("Other options"),
    ),
    Block(
        "not-known",
        _("What we don't know yet"),
        _("Where the evidence is thin, mixed or missing."),
        f'<section class="not-known"><h2>%(heading)s</h2>{_PARAGRAPH}</section>',
        _("What we don't know yet"),
    ),
    Block(
        "off-label",
        _("Off-label notice"),
        _("Says plainly that a medicine is not approved for this use."),
        f'<div class="off-label"><h3>%(heading)s</h3>{_PARAGRAPH}</div>',
        _("This is an off-label use"),
    ),
    Block(
        "quotation",
        _("Quotation with its source"),
        _("Somebody's exact words, and who said them where."),
        f'<figure class="quotation"><blockquote>{_PARAGRAPH}</blockquote><figcaption></figcaption></figure>',
    ),
    Block(
        "table",
        _("Table with headings"),
        _("A caption, a heading for each column and for each row."),
        '<table><caption></caption><thead><tr><th scope="col"></th><th scope="col"></th></tr></thead>'
        '<tbody><tr><th scope="row"></th><td></td></tr><tr><th scope="row"></th><td></td></tr></tbody></table>',
    ),
    Block(
        "from-our-clinic",
        _("From our clinic"),
        _("What we offer and what we earn with it. The only place for promotion."),
        f'<aside class="from-our-clinic"><h2>%(heading)s</h2>{_PARAGRAPH}</aside>',
        _("From our clinic"),
    ),
)
# What is said of a block that a person writes in, by the class it is known by.
NAMES: Final[dict[str, Promise]] = {
    **{block.key: block.name for block in BLOCKS if block.key != "table"},
    "care-card": _("Care card"),
    "picture": _("Picture"),
    "crisis-help": _("Help in a crisis"),
}

# What the menu and the abbreviation's small window say.
WORDS: Final[dict[str, Promise]] = {
    "insert": _("Insert a block"),
    "here": _("You are in a block: %s"),
    "leave": _("Go on after it"),
    "before": _("Write before it"),
    "unwrap": _("Remove the box, keep the words"),
    "remove": _("Delete it with its words"),
    "figure": _("Figure"),
    "close": _("Close"),
    "abbreviation": _("Abbreviation"),
    "short": _("Abbreviation, as it stands in the words"),
    "meaning": _("What it stands for"),
    "meaning_hint": _("Write it out in the words too, at its first use: a touch screen shows no explanation."),
    "save": _("Explain it"),
    "drop": _("Remove the explanation"),
    "missing": _("Give both: the abbreviation, and what it stands for."),
}


def menu() -> list[dict[str, str]]:
    """The menu as the browser is told it."""
    return [
        {"key": block.key, "name": str(block.name), "help": str(block.help), "html": block.html} for block in BLOCKS
    ]
