import pytest

from articles.comparison import Words, compare
from articles.comparison.comparing import Fate
from articles.comparison.pieces import Mark, changed_links

LONG = "<p>Most people sleep better after a short walk in the evening.</p>"
TABLE = "<table><tbody><tr><th>Drug A</th><td>5 mg</td></tr><tr><th>Drug B</th><td>5 mg</td></tr></tbody></table>"


def body(old: str, new: str):
    return compare(Words(body=old), Words(body=new)).field("body").blocks


def marked(old: str, new: str):
    """What became of each block that did not stay, and its pieces that did not."""
    return [
        (block.fate, [(piece.mark, piece.text) for piece in block.pieces if piece.mark is not Mark.SAME])
        for block in body(old, new)
        if block.fate is not Fate.SAME
    ]


def test_a_link_that_leads_elsewhere_is_marked_with_both_targets():
    blocks = body('<p>See <a href="/old/">this page</a>.</p>', '<p>See <a href="/new/">this page</a>.</p>')

    pieces = [piece for piece in blocks[0].pieces if piece.mark is not Mark.SAME]
    assert [(each.mark, each.text, each.old.href, each.new.href) for each in pieces] == [
        (Mark.RESTYLED, "this page", "/old/", "/new/")
    ]


def test_bold_that_became_italic_is_marked():
    blocks = body("<p>Take <strong>care</strong>.</p>", "<p>Take <em>care</em>.</p>")

    pieces = [piece for piece in blocks[0].pieces if piece.mark is not Mark.SAME]
    assert [(each.text, each.old.marks, each.new.marks) for each in pieces] == [("care", ("strong",), ("em",))]


def test_a_heading_taken_out_before_a_list_is_marked_and_the_list_is_not():
    items = "<ul><li>one thing</li><li>another</li></ul>"

    assert marked(f"{LONG}<h2>Risks</h2>{items}", LONG + items) == [(Fate.DELETED, [(Mark.DELETED, "Risks")])]


def test_a_list_that_became_paragraphs_is_marked():
    blocks = body("<ul><li>One thing</li><li>Another</li></ul>", "<p>One thing</p><p>Another</p>")

    assert [(block.fate, block.rebuilt, block.reworded) for block in blocks] == [(Fate.CHANGED, True, False)] * 2


def test_a_bulleted_list_that_became_a_numbered_one_is_marked():
    assert [block.rebuilt for block in body("<ul><li>x</li></ul>", "<ol><li>x</li></ol>")] == [True]


def test_another_level_of_a_heading_is_marked():
    assert [block.rebuilt for block in body("<h2>Risks</h2>", "<h3>Risks</h3>")] == [True]


def test_words_that_left_their_box_are_marked():
    old = f'<div class="care-card care-card--emergency">{LONG}</div>'

    assert [block.rebuilt for block in body(old, LONG)] == [True]


def test_another_text_for_a_picture_is_marked():
    blocks = body('<p><img src="/a.png" alt="A cat"></p>', '<p><img src="/a.png" alt="A dog"></p>')

    assert [(each.mark, each.old.alt, each.new.alt) for each in blocks[0].pieces] == [(Mark.RESTYLED, "A cat", "A dog")]


def test_another_picture_with_the_same_text_is_marked():
    blocks = body('<p><img src="/a.png" alt="A cat"></p>', '<p><img src="/b.png" alt="A cat"></p>')

    assert [(each.mark, each.old.src, each.new.src) for each in blocks[0].pieces] == [
        (Mark.RESTYLED, "/a.png", "/b.png")
    ]


def test_a_paragraph_that_was_moved_is_shown_as_moved():
    others = "<p>Start with ten minutes today.</p><p>Stop walking if it hurts you.</p>"

    fates = [(block.fate, block.move, block.reworded) for block in body(LONG + others, others + LONG)]

    assert fates == [(Fate.LEFT, 1, True), (Fate.SAME, 0, False), (Fate.SAME, 0, False), (Fate.MOVED, 1, False)]


def test_a_digit_that_changed_in_a_moved_paragraph_is_marked_there():
    old, new = (
        "<p>Adults take 0.5 mg of it before going to bed.</p>",
        "<p>Adults take 5 mg of it before going to bed.</p>",
    )
    others = "<p>Start with ten minutes today, or with twenty.</p><p>Stop walking if it hurts you, and call us.</p>"

    moved = [block for block in body(old + others, others + new) if block.fate is Fate.MOVED]

    assert [[each.text for each in block.pieces if each.mark is not Mark.SAME] for block in moved] == [["0.5", "5"]]


def test_one_table_cell_is_marked_and_no_other():
    new = TABLE.replace("Drug B</th><td>5 mg", "Drug B</th><td>15 mg")

    assert marked(TABLE, new) == [(Fate.CHANGED, [(Mark.DELETED, "5"), (Mark.INSERTED, "15")])]


def test_a_cell_that_slipped_into_another_row_is_marked():
    new = TABLE.replace("</td></tr><tr><th>Drug B</th>", "</td><th>Drug B</th></tr><tr>")

    assert [block.regrouped for block in body(TABLE, new)] == [False, False, True, True]


def test_an_emptied_cell_is_marked():
    new = TABLE.replace("Drug B</th><td>5 mg", "Drug B</th><td>")

    assert marked(TABLE, new) == [(Fate.CHANGED, [(Mark.DELETED, "5 mg")])]


def test_one_digit_is_marked_and_nothing_else():
    assert marked("<p>Take 10 mg at night.</p>", "<p>Take 40 mg at night.</p>") == [
        (Fate.CHANGED, [(Mark.DELETED, "10"), (Mark.INSERTED, "40")])
    ]


def test_a_raised_digit_that_came_down_is_marked():
    assert marked("<p>10<sup>9</sup> cells</p>", "<p>109 cells</p>") == [(Fate.CHANGED, [(Mark.RESTYLED, "9")])]


def test_a_word_that_came_is_marked_alone():
    assert marked("<p>You can take it.</p>", "<p>You can't take it.</p>") == [
        (Fate.CHANGED, [(Mark.DELETED, "can"), (Mark.INSERTED, "can't")])
    ]


@pytest.mark.parametrize(
    "name", ["title", "summary", "interests", "disclaimer", "byline", "topic", "correction_said", "correction_says"]
)
def test_every_other_field_is_compared_too(name):
    found = compare(Words(**{name: "Sleep well"}), Words(**{name: "Sleep badly"}))

    assert [field.name for field in found.fields if field.changed] == [name]


REFERENCE = (("kind", "book"), ("title", "Sleep"), ("year", "2023"), ("doi", "10.1/a"))
SECOND = (("kind", "book"), ("title", "Walking"), ("year", "2020"), ("doi", "10.1/b"))


def references(old, new):
    found = compare(Words(references=old), Words(references=new))
    return [
        (each.old_position, each.new_position, each.moved, each.fields) for each in found.references if each.changed
    ]


def test_a_changed_field_of_a_reference_is_told_with_both_values():
    new = (("kind", "book"), ("title", "Sleep"), ("year", "2024"), ("doi", "10.1/a"))

    assert references((REFERENCE,), (new,)) == [(1, 1, False, (("year", "2023", "2024"),))]


def test_a_reference_that_came_or_went_is_told():
    assert [each[:2] for each in references((REFERENCE,), (REFERENCE, SECOND))] == [(0, 2)]
    assert [each[:2] for each in references((REFERENCE, SECOND), (SECOND,))] == [(1, 0)]


def test_references_in_another_order_are_told():
    assert [each[:3] for each in references((REFERENCE, SECOND), (SECOND, REFERENCE))] == [(2, 1, True)]


def test_what_no_mark_can_show_is_said():
    found = compare(Words(body="<p>x</p>"), Words(body="<p>x </p>"))

    assert (found.changed, found.unseen) == (False, True)


def pathological(words: int) -> tuple[str, str]:
    """Long paragraphs of few words in ever other orders: no word stands once, nearly every place differs."""
    old = "".join(f"<p>{'take one not two ' * 100}</p>" for _each in range(words // 400))
    new = "".join(f"<p>{'two not take ' * 70}{'one two ' * 100}</p>" for _each in range(words // 400))
    return old, new


@pytest.mark.parametrize("words", [3_000, 12_000, 24_000])
def test_the_work_is_bounded_and_the_page_can_say_that_marks_are_rough(words):
    old, new = pathological(words)

    found = compare(Words(body=old), Words(body=new), most_work=100_000)

    assert found.work <= 100_000
    assert found.coarse
    assert " ".join(found.field("body").reads_new()).split() == new.replace("<p>", " ").replace("</p>", " ").split()


def test_many_places_that_each_differ_much_are_marked_roughly_once_the_work_is_spent():
    """Each of them alone would still be weighed word by word."""

    def words(side: str) -> str:
        return "".join(
            f"<h2>Part {part}</h2>" + "".join(f"<p>{side}{part} {side}{at} one two three</p>" for at in range(40))
            for part in range(60)
        )

    found = compare(Words(body=words("a")), Words(body=words("b")), most_work=100_000)

    assert (found.work <= 100_000, found.coarse, found.changed) == (True, True, True)


def test_words_that_changed_inside_a_link_are_no_change_of_where_it_leads():
    one = body('<p>See <a href="/a/">teh page</a>.</p>', '<p>See <a href="/a/">the page</a>.</p>')
    other = body('<p>See <a href="/a/">teh page</a>.</p>', '<p>See <a href="/b/">the page</a>.</p>')

    assert (changed_links(one[0].pieces), changed_links(other[0].pieces)) == (frozenset(), {"/a/", "/b/"})
