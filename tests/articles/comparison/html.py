"""Makes allow-listed words for property tests, and reads them in another way than the comparison does."""

from hypothesis import strategies as st

from articles import richtext

WORDS = [
    "sleep",
    "well",
    "can't",
    "0.5",
    "mg",
    "take",
    "not",
    "5",
    "2-4",
    "weeks",
    "½",
    "&amp;",
    "Ärzte",
    ".",
    ",",
    "\u00a0",
]
plain = st.lists(st.sampled_from([*WORDS, "<br>", '<img src="/a.png" alt="cat">']), min_size=0, max_size=6).map(
    " ".join
)
LOOKS = [
    "{}", "<strong>{}</strong>", "<em>{}</em>", "<sup>{}</sup>", "<sub>{}</sub>", '<a href="/articles/sleep/">{}</a>',
    '<a href="https://www.cdc.gov/">{}</a>', '<sup><a href="#ref-1">{}</a></sup>', '<abbr title="milligram">{}</abbr>',
]  # fmt: skip
inline = st.lists(st.builds(str.format, st.sampled_from(LOOKS), plain), max_size=4).map("".join)


def inside(tag, content, opening=""):
    return content.map(lambda html: f"<{opening or tag}>{html}</{tag}>")


paragraph = st.one_of(*(inside(tag, inline) for tag in ("p", "p", "h2", "h3", "h4")), st.just("<hr>"))


def containers(children):
    some = st.lists(children, min_size=1, max_size=3).map("".join)
    item = st.one_of(inside("li", inline), inside("li", some))
    items = st.lists(item, min_size=1, max_size=3).map("".join)
    cells = st.lists(st.one_of(inside("td", inline), inside("th", inline)), min_size=1, max_size=3).map("".join)
    rows = st.lists(inside("tr", cells), min_size=1, max_size=3).map("".join)
    terms = st.lists(st.one_of(inside("dt", inline), inside("dd", inline)), min_size=1, max_size=3).map("".join)
    return st.one_of(
        inside("ul", items),
        inside("ol", items),
        inside("blockquote", some),
        inside("dl", terms),
        rows.map(lambda html: f"<table><caption>Doses</caption><tbody>{html}</tbody></table>"),
        *(inside("div", some, f'div class="{name}"') for name in sorted(richtext.CLASSES["div"])),
        inside("section", some, 'section class="risks"'),
    )


block = st.recursive(paragraph, containers, max_leaves=6)
bodies = st.lists(block, max_size=6).map("".join)


def letters(html: str) -> str:
    """The text of some words without any whitespace, by the reader of `articles.richtext`."""
    return "".join(richtext.plain_text(html).split())
