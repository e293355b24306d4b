"""What holds for the checks whatever the words."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.checks import check, field_text
from articles.checks.examples import FACTS
from articles.checks.readability import perspicuity, scores
from articles.checks.reading import read
from articles.richtext import TooLarge, clean

WORDS = st.sampled_from(
    """
    cures PTSD. ketamine Ketamine depression suicide suicidal commit committed safe and effective 6.8% ½ 1 in 5 half of
    people Call 988 1-800-273-8255 study found published in JAMA Psychiatry researchers recruited 41 adults ER IV (IV)
    you will feel better U.S. Dr. e.g. no not never side effects FDA-approved for [1] [9] non-addictive addict “quoted”
    cura TEPT. ketamina depresión segura y eficaz 6,8 % 1 de cada 5 la mitad de personas estudio encontró ¿Es «citado»
    quitarse la vida lastimarse no nunca si aprobada por la FDA para EE. UU. fueron tratados mejor que pastillas yo mi
    it’s \u2011 \u200b … ? ! ; — http://x.example é 你好 \U0001f600
    """.split()  # noqa: SIM905  a list of words reads best as words
)
TEXT = st.lists(WORDS, max_size=30).map(" ".join)
TAGS = (
    "p",
    "h2",
    "h3",
    "h4",
    "li",
    "ul",
    "blockquote",
    "table",
    "tr",
    "td",
    "th",
    "strong",
    "em",
    "sup",
    "div",
    "aside",
)
PIECE = st.one_of(
    TEXT,
    st.tuples(st.sampled_from(TAGS), TEXT).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"),
    st.sampled_from(
        [
            "<p>", "</p>", "<br>", "<table><tr><td>", "</table>", "<sup><a href='#ref-1'>1</a></sup>", "&nbsp;", "&#0;",
            "<a href='http://x.example'>here</a>", "<div class='off-label'>", "<aside class='from-our-clinic'>", "<",
            "<h1 style='color:red' onclick='x()'>", "<span class='MsoNormal'>", "</span>", "</div>", "<!-- note -->",
            "<script>cures</script>",
        ]
    ),
)  # fmt: skip
HTML = st.lists(PIECE, max_size=12).map("".join)


def cleaned(html):
    try:
        return clean(html)
    except TooLarge:
        return ""


@settings(deadline=None, max_examples=150)
@given(html=HTML, title=TEXT, summary=TEXT, interests=TEXT, language=st.sampled_from(["en", "es", "fr"]))
@example(html="", title="", summary="", interests="", language="en")
def test_whatever_the_words_every_quote_is_where_it_says(html, title, summary, interests, language):
    html = cleaned(html)
    facts = replace(FACTS, title=title, summary=summary, interests=interests, language=language)

    for found in check(html, facts):
        assert field_text(html, facts, found.field)[found.start : found.end] == found.quote
        assert 0 <= found.start <= found.end
        assert found.message


@settings(deadline=None, max_examples=100)
@given(html=st.one_of(HTML, st.text(max_size=300)))
def test_html_that_was_never_cleaned_is_checked_too(html):
    for found in check(html, FACTS):
        assert field_text(html, FACTS, found.field)[found.start : found.end] == found.quote


@settings(deadline=None, max_examples=75)
@given(html=HTML)
def test_the_same_words_always_yield_the_same(html):
    assert check(html, FACTS) == check(html, FACTS)


@settings(deadline=None, max_examples=75)
@given(html=HTML)
def test_cleaning_what_is_clean_changes_nothing(html):
    once = cleaned(html)

    assert check(once, FACTS) == check(cleaned(once), FACTS)


@settings(deadline=None, max_examples=75)
@given(words=st.lists(TEXT.filter(str.strip), min_size=1, max_size=6), data=st.data())
def test_what_cleaning_takes_away_no_finding_rested_on(words, data):
    """Styles, classes, comments and elements that are not ours change no word, and so no finding."""
    dressed = data.draw(
        st.sampled_from(
            [
                "<p style='margin:0'>{}</p>",
                "<p class='MsoNormal'><span lang='EN-US'>{}</span></p>",
                "<p><font face='Arial'>{}</font><!-- {} --></p>",
                "<section onclick='x()'><p>{}</p></section>",
            ]
        )
    )
    dirty = "".join(dressed.replace("{}", each) for each in words)

    assert (
        check(dirty, FACTS) == check(clean(dirty), FACTS) == check("".join(f"<p>{each}</p>" for each in words), FACTS)
    )


@settings(deadline=None, max_examples=75)
@given(html=HTML)
def test_scores_are_numbers_whatever_the_words(html):
    found = scores(html)

    assert found.grade == found.grade
    assert found.words >= found.sentences >= len(found.hardest[:1])


@settings(deadline=None, max_examples=75)
@given(html=HTML)
def test_so_are_the_indices_of_spanish_words(html):
    found = perspicuity(read(html, FACTS))

    assert found.index <= 206.835
    assert found.words >= found.sentences >= len(found.hardest[:1])
