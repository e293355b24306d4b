"""Whatever the allow-list lets people write comes back byte for byte: every element, attribute, class, in any nesting.

The grammar is made of the allow-list itself, so what is added to it is tried without a new test.
"""

import time

import pytest
from django.utils.text import slugify
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import richtext
from tests.articles.test_richtext import forbidden

# A value that each attribute may have.
VALUES = {
    "lang": ["en", "es-MX", "zh-Hant-TW"],
    "dir": ["ltr", "rtl", "auto"],
    "start": ["3", "120"],
    "scope": ["row", "col", "rowgroup", "colgroup"],
    "colspan": ["2", "12"],
    "rowspan": ["3"],
    "title": ["into a vein", "5 &lt; 10 &amp; more", "it’s"],
    "href": [
        *("https://www.cdc.gov/x?a=1&amp;b=2#c", "http://a.example", "mailto:a@clinic.example", "tel:+1-303-555-0100"),
        *("sms:988", "/articles/sleep/", "#ref-3", "#w-what-helps"),
    ],
    "data-source": ["0123456789"],
    "src": ["/pictures/0123456789abcdef0123456789abcdef/"],
    "alt": ["", "A nurse &amp; a child"],
    "width": ["640"],
    "height": ["480"],
}
NEEDED = {"a": ["href"], "abbr": ["title"], "img": ["src", "alt"]}
TEXT = st.text(st.sampled_from("aé漢 µ≤½–“’1&<>"), min_size=1, max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
_counter = iter(range(10**9))


@st.composite
def opened(draw, tag: str) -> str:
    """A start tag with some of the attributes and classes it may have."""
    names = sorted(richtext.ATTRIBUTES.get(tag, frozenset()) - {"id"})
    chosen = [name for name in names if name in NEEDED.get(tag, ()) or draw(st.booleans())]
    parts = [f' {name}="{draw(st.sampled_from(VALUES[name]))}"' for name in chosen]
    classes = sorted(richtext.CLASSES.get(tag, ()))
    if classes and draw(st.booleans()):
        parts.append(f' class="{draw(st.sampled_from(classes))}"')
    return f"<{tag}{''.join(parts)}>"


@st.composite
def element(draw, tag: str, inside: st.SearchStrategy[str]) -> str:
    return f"{draw(opened(tag))}{draw(inside)}</{tag}>"


def several(inside: st.SearchStrategy[str], least: int = 1, most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(inside, min_size=least, max_size=most).map("".join)


PLAIN = st.recursive(
    TEXT | st.just("<br>"),
    lambda inner: st.sampled_from(["strong", "em", "sub", "sup", "abbr"]).flatmap(lambda tag: element(tag, inner)),
    max_leaves=4,
)
INLINE = several(PLAIN | element("a", PLAIN))


@st.composite
def heading(draw) -> str:
    """A heading with the id that its words give it; no two have the same words."""
    words = f"Dose {next(_counter)}"
    tag = draw(st.sampled_from(richtext.HEADINGS))
    language = draw(st.sampled_from(["", ' lang="es"', ' dir="rtl"', ' lang="en" dir="ltr"']))
    return f'<{tag}{language} id="w-{slugify(words)}">{words}</{tag}>'


CELL = st.sampled_from(["td", "th"]).flatmap(lambda tag: element(tag, INLINE))
ROWS = several(element("tr", several(CELL)))
TABLE = element(
    "table",
    st.builds("{}<thead>{}</thead><tbody>{}</tbody>".format, st.just("") | element("caption", INLINE), ROWS, ROWS),
)
TERMS = several(st.builds("{}{}".format, element("dt", INLINE), element("dd", INLINE)))
LEAF = st.one_of(element("p", INLINE), heading(), st.just("<hr>"), TABLE, element("dl", TERMS), opened("img"))


def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    box = st.sampled_from(["blockquote", *richtext.CLASSES])
    lists = st.sampled_from(["ul", "ol"])
    caption = element("figcaption", INLINE)
    figure = element("figure", st.builds("{}{}".format, element("blockquote", inner), caption))
    return st.one_of(
        box.flatmap(lambda tag: element(tag, several(inner))),
        lists.flatmap(lambda tag: element(tag, several(element("li", INLINE | inner)))),
        figure,
    )


WORDS = several(st.recursive(LEAF, around, max_leaves=5), most=4)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(WORDS)
def test_what_is_allowed_comes_back_byte_for_byte(html):
    assert richtext.clean(html) == html
    assert forbidden(html) == []


def test_the_grammar_knows_every_attribute_there_is():
    assert set().union(*richtext.ATTRIBUTES.values()) - {"id"} == set(VALUES)


NESTS = {
    "deep": lambda size: ("<div>" * 90 + "x" + "</div>" * 90) * (size // 1_000),
    "lists": lambda size: ("<ul><li>" * 45 + "x" + "</li></ul>" * 45) * (size // 850),
    "never closed": lambda size: ("<div>" * 20 + "</div>" * 20 + "<b>" * 5 + "</b>" * 5) * (size // 260),
    "styled": lambda size: ('<span style="font-weight:700">' * 30 + "x" + "</span>" * 30) * (size // 1_200),
    "headings": lambda size: "<h2>Dose</h2>" * (size // 30),
    "links": lambda size: '<a href="javascript:x">x</a>' * (size // 30),
    "entities": lambda size: "&#x202e;" * (size // 10),
    "half a tag": lambda size: "<a href=" * (size // 10),
}


@pytest.mark.parametrize("kind", NESTS)
def test_twice_as_much_takes_about_twice_as_long_or_is_refused_at_once(kind):
    """Not a benchmark: quadratic cleaning would take minutes here, and the limit is far from what linear needs."""
    start = time.process_time()
    for size in (50_000, 100_000, 190_000):
        try:
            richtext.clean(NESTS[kind](size))
        except richtext.TooLarge:
            continue
    assert time.process_time() - start < 8
