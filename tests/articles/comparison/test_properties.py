"""What holds for all words: equal ones have no mark, and both sides can be read off the marks, letter for letter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles import richtext
from articles.comparison import Words, compare
from articles.comparison.comparing import Fate
from articles.comparison.pieces import Mark
from articles.comparison.reading import IMAGE
from tests.articles.comparison.html import bodies, letters


def read(blocks: list[str]) -> str:
    return "".join("".join(blocks).replace(IMAGE, "").split())


@settings(max_examples=150, deadline=None)
@given(bodies)
def test_equal_words_have_no_mark(body):
    words = Words(title="Sleep", body=body, references=((("title", "Sleep"), ("year", "2024")),))

    found = compare(words, Words(title="Sleep", body=body, references=words.references))

    assert (found.changed, found.unseen, found.numbers) == (False, False, ())
    assert {block.fate for field in found.fields for block in field.blocks} <= {Fate.SAME}
    assert {piece.mark for field in found.fields for block in field.blocks for piece in block.pieces} <= {Mark.SAME}


@settings(max_examples=150, deadline=None)
@given(bodies)
def test_words_cleaned_once_more_have_no_mark(body):
    once = richtext.clean(body)

    assert not compare(Words(body=once), Words(body=richtext.clean(once))).changed


@settings(max_examples=250, deadline=None)
@given(bodies, bodies, st.sampled_from([300_000, 300, 0]))
def test_both_sides_can_be_read_off_the_marks(old, new, most_work):
    found = compare(Words(body=old), Words(body=new), most_work=most_work).field("body")

    assert (read(found.reads_old()), read(found.reads_new())) == (letters(old), letters(new))


@settings(max_examples=250, deadline=None)
@given(bodies, bodies)
def test_whatever_a_reader_could_see_is_marked(old, new):
    found = compare(Words(body=old), Words(body=new))

    assert found.changed or letters(old) == letters(new)
    assert found.changed == compare(Words(body=new), Words(body=old)).changed


@settings(max_examples=150, deadline=None)
@given(bodies, bodies, bodies)
def test_what_stands_around_a_change_is_not_marked(before, after, body):
    """Two marked paragraphs differ; everything around them stays as it is."""
    old = f"<p>Nobody wrote this.</p>{body}" if body else "<p>Nobody wrote this.</p>"
    found = compare(Words(body=before + old + after), Words(body=before + old + after + "<p>Somebody did.</p>"))

    marked = [block for block in found.field("body").blocks if block.fate is not Fate.SAME]
    assert [block.new.text for block in marked] == ["Somebody did."]


@settings(max_examples=200, deadline=None)
@given(bodies, bodies)
def test_a_number_is_never_said_to_change_into_itself(old, new):
    for change in compare(Words(body=old), Words(body=new)).numbers:
        assert (change.old and change.old.value) != (change.new and change.new.value)
