"""HTM: what the page itself does to readers."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish
from articles.checks.facts import Facts
from articles.checks.reading import BODY, Reading
from articles.checks.rule import BOTH, EVERY, Hit, Rule, example
from articles.checks.text import IMAGE
from articles.enums import Severity

_FILE_NAME: Final = re.compile(
    r"\S{1,200}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)|(?:img|dsc|image|photo)[-_ ]?\d{1,8}", re.IGNORECASE
)
_VAGUE: Final = re.compile(
    r"\W{0,3}(?:(?:please )?(?:click|see|go|read|tap|look)? ?(?:here|more|this|on)|(?:learn|find out|discover|see"
    r"|read|know) more(?: here| about (?:this|it))?"
    r"|(?:this |the |our )?(?:link|website|web ?site|page|article|site|source|study|post)|details|info(?:rmation)?"
    r"|continue(?: reading)?|more info(?:rmation)?"
    rf"|{spanish.VAGUE_LINKS}"
    r"|download|https?://\S{1,300}|www\.\S{1,300})\W{0,3}",
    re.IGNORECASE,
)


def _levels(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if not facts.title.strip():
        yield Hit("title", 0, 0, _("Give the article a title: it is the page's main heading."))
    before = 1
    for heading in reading.headings:
        place = (BODY, heading.start, heading.start + len(heading.title))
        if heading.level == 1:
            yield Hit(*place, _("Only the title is a main heading. Make this a Heading 2."))
        elif heading.level > before + 1:
            values = {"found": heading.level, "wanted": before + 1}
            yield Hit(*place, _("This Heading %(found)d skips a level. Make it a Heading %(wanted)d.") % values)
        before = heading.level


def _pictures(reading: Reading, facts: Facts) -> Iterator[Hit]:
    decorative = {each.src for each in facts.pictures if each.decorative}
    for image in reading.images:
        if image.alt is None and image.src not in decorative:
            message = _("Describe this picture for people who can't see it, or mark it as decorative.")
            yield Hit(BODY, image.start, image.start + 1, message, basis=image.src)
        elif image.alt and _FILE_NAME.fullmatch(image.alt.strip()):
            message = _("“%(alt)s” is a file's name. Say what the picture shows.") % {"alt": image.alt}
            yield Hit(BODY, image.start, image.start + 1, message, basis=image.src)


def _link_words(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for link in reading.links:
        words = reading.body.text[link.start : link.end]
        if link.href.startswith(("mailto:", "tel:", "sms:")) or IMAGE in words:
            continue
        if not words.strip() or _VAGUE.fullmatch(words.strip()):
            yield Hit(
                BODY,
                link.start,
                link.end,
                _("“%(words)s” does not say where the link leads. Name the page, so that it can be read on its own.")
                % {"words": words},
                gettext_lazy("How we write and review health articles"),
            )


def _addresses(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for link in reading.links:
        if link.href in facts.dead_links:
            message = _("This link leads nowhere any more. Find the page's new address, or take the link out.")
            yield Hit(BODY, link.start, link.end, message, severity=Severity.BLOCK, basis=link.href)
        elif link.href.lower().startswith("http://"):
            message = _("This link is not encrypted. Use the https address.")
            yield Hit(
                BODY,
                link.start,
                link.end,
                message,
                f"https{link.href[4:]}",
                severity=Severity.WARN,
                basis=link.href,
            )


def _third_parties(reading: Reading, facts: Facts) -> Iterator[Hit]:
    loaded = [(each.names[0], each.address, each.start, each.start) for each in reading.embeds]
    loaded += [("img", each.src, each.start, each.start + 1) for each in reading.images]
    for name, address, start, end in loaded:
        host = _host(address)
        if host and host not in {each.lower() for each in facts.own_hosts}:
            values = {"what": name, "host": host}
            message = _("This page would load %(what)s from %(host)s, and tell it who reads here. Take it out.")
            yield Hit(BODY, start, end, message % values, basis=address)


def _host(address: str) -> str:
    try:
        return (urlsplit(address.strip()).hostname or "").lower()
    except ValueError:
        return address  # what can't be read is nobody's own


def _tables(reading: Reading, facts: Facts) -> Iterator[Hit]:
    heads = sorted(box.start for box in reading.boxes_of("th"))
    for box in reading.boxes_of("table"):
        if box.end > box.start and bisect_left(heads, box.start) == bisect_left(heads, box.end):
            yield Hit(BODY, box.start, box.end, _("Give this table header cells, so that it can be read aloud."))


RULES: Final = (
    Rule(
        id="HTM-01",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("Headings that skip a level, or a second main heading"),
        why=gettext_lazy("People who can't see the page find their way by its headings."),
        source="WCAG 2.2, 1.3.1; NHS accessibility content",
        find=_levels,
        must=(
            example("<h3>Too deep</h3><p>Words.</p>"),
            example("<h1>Again</h1><p>Words.</p>"),
            example("<h2>One</h2><h4>Too deep</h4>"),
            example("Words.", title=""),
        ),
        must_not=(example("<h2>One</h2><h3>Two</h3><h2>Three</h2>"), example("Words.")),
    ),
    Rule(
        id="HTM-02",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("A picture without a description"),
        why=gettext_lazy("Who can't see the picture must learn what it shows, or that it does not matter."),
        source="WCAG 2.2, 1.1.1",
        find=_pictures,
        must=(
            example("<p><img src='/a.jpg' alt='IMG_1.JPG'></p>"),
            example("<p><img src='/a.jpg'></p>"),
            example("<p>One <img src='/a.jpg' alt='dsc 0042'></p>"),
        ),
        must_not=(example("<p><img src='/a.jpg' alt=''></p>"), example("<p><img src='/a.jpg' alt='A knee, bent'></p>")),
    ),
    Rule(
        id="HTM-03",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("A link that does not say where it leads"),
        why=gettext_lazy("Links are read one by one, without the words around them."),
        source="WCAG 2.2, 2.4.4; NHS accessibility content",
        find=_link_words,
        must=(
            example("<p><a href='/about/'>Learn More</a></p>"),
            example("<p>To book, <a href='/x/'>click <strong>here</strong></a>.</p>"),
            example("<p><a href='https://nih.gov/'>https://nih.gov/</a></p>"),
        ),
        must_not=(
            example("<p><a href='/about/'>Learn more about our editorial policy</a></p>"),
            example("<p>Call <a href='tel:988'>988</a>. It helps [1].</p>"),
        ),
    ),
    Rule(
        id="HTM-04",
        languages=EVERY,
        severity=Severity.BLOCK,
        lighter=Severity.WARN,
        title=gettext_lazy("A link that is dead, or not encrypted"),
        why=gettext_lazy("A dead link is a source nobody can check; an open one shows others what is read."),
        source="NHS content style; OWASP",
        find=_addresses,
        must=(
            example("<p><a href='http://nih.gov'>The NIH</a></p>"),
            example("<p><a href='https://nih.gov/old'>The NIH</a></p>", dead_links=("https://nih.gov/old",)),
        ),
        must_not=(
            example("<p><a href='https://nih.gov'>The NIH</a></p>"),
            example("<p><a href='/http://'>Ours</a></p>"),
        ),
    ),
    Rule(
        id="HTM-05",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("Something loaded from somebody else's server"),
        why=gettext_lazy("It tells others who reads about which illness."),
        source="OCR tracking bulletin; FTC v. GoodRx; Washington My Health My Data Act",
        find=_third_parties,
        must=(
            example("<iframe src='https://www.youtube.com/embed/x'></iframe>"),
            example("<p><img src='//www.facebook.com/tr?id=1' alt=''></p>"),
            example("<script src='https://cdn.example.net/a.js'></script>"),
            example("<link rel='stylesheet' href='https://fonts.example.net/a.css'>"),
        ),
        must_not=(
            example("<script src='/static/a.js'></script>"),
            example("<p><img src='https://clinic.example/a.jpg' alt=''><a href='https://nih.gov'>The NIH</a></p>"),
        ),
    ),
    Rule(
        id="HTM-06",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("A table without header cells"),
        why=gettext_lazy("Read aloud, a table without headers is a heap of numbers."),
        source="WCAG 2.2, 1.3.1",
        find=_tables,
        must=(example("<table><tr><td>Dose</td><td>5 mg</td></tr></table>"),),
        must_not=(example("<table><tr><th>Dose</th><td>5 mg</td></tr></table>"),),
    ),
)
