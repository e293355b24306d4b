"""What the rules look at: text with offsets, sentences, sections, citations and boxes."""

from articles.checks import field_text
from articles.checks.examples import FACTS
from articles.checks.reading import read


def body(html):
    return read(html, FACTS).body


def sentences(html):
    reading = read(html, FACTS)
    return [reading.body.text[each.start : each.end].strip() for each in reading.body.sentences]


def cited(html):
    return [each.cited for each in read(html, FACTS).body.sentences]


def test_blocks_and_line_breaks_are_set_apart_and_white_space_is_collapsed():
    html = "<h2> A  heading</h2>\n<p>One\n two<br>three</p><ul><li>four</li><li> <strong>five</strong> six</li></ul>"

    assert body(html).text == "A heading\nOne two\nthree\nfour\nfive six"


def test_entities_are_read_as_characters_and_a_no_break_space_stays():
    assert body("<p>6.8&nbsp;% &lt; 7&#8209;day &amp; &frac12;</p>").text == "6.8\u00a0% < 7\u2011day & ½"


def test_a_picture_is_one_character():
    reading = read("<p>Look <img src='/a.jpg' alt='A knee'> here.</p>", FACTS)

    assert reading.body.text == "Look \ufffc here."
    assert [(image.start, image.src, image.alt) for image in reading.images] == [(5, "/a.jpg", "A knee")]


def test_citations_are_blank_in_what_the_rules_read_and_stay_in_the_text():
    passage = body('<p>It helps<sup><a href="#ref-1">1</a>, <a href="#ref-12">12</a></sup>. Often.</p>')

    assert passage.text == "It helps1, 12. Often."
    assert passage.masked == "It helps     . Often."


def test_a_marker_typed_by_hand_counts_as_a_citation():
    assert cited("<p>It helps [1, 3]. Often.</p>") == [(1, 3), ()]


def test_a_marker_behind_the_full_stop_belongs_to_the_sentence_before_it():
    assert cited('<p>It helps.<sup><a href="#ref-2">2</a></sup> Often.</p>') == [(2,), ()]


def test_a_row_of_a_table_shares_its_citations():
    html = "<table><tr><th>A [1]</th><td>5%</td></tr><tr><td>B</td><td>6%</td></tr></table><p>C</p>"

    assert cited(html) == [(1,), (1,), (), (), ()]


def test_a_sentence_ends_at_its_sign_and_at_its_block():
    assert sentences("<p>One. Two! Three? “Four.” (Five.) Six…</p><ul><li>seven</li><li>eight</li></ul>") == [
        "One.", "Two!", "Three?", "“Four.”", "(Five.)", "Six…", "seven", "eight",
    ]  # fmt: skip


def test_a_full_stop_within_a_number_an_abbreviation_or_a_name_ends_nothing():
    for words in (
        "About 6.8% of adults have it.",
        "Dr. Lee and Mr. J. Smith saw it, e.g. in St. Louis, vs. others.",
        "The U.S. Food and Drug Administration said no.",
        "It costs approx. 3 dollars, i.e. little.",
        "Feder et al. 2014 is No. 5 of vol. 3.",
        "See www.nih.gov/x.html for more.",
    ):
        assert sentences(f"<p>{words}</p>") == [words]


def test_an_abbreviation_may_end_a_sentence_where_another_one_begins():
    assert sentences("<p>It is common in the U.S. It is rare elsewhere. The answer is no. Try again.</p>") == [
        "It is common in the U.S.", "It is rare elsewhere.", "The answer is no.", "Try again.",
    ]  # fmt: skip


def test_a_line_break_ends_a_sentence_only_where_another_one_begins():
    assert sentences("<p>One line<br>goes on.<br>Another<br>Third line</p>") == [
        "One line\ngoes on.", "Another", "Third line",
    ]  # fmt: skip


def test_soft_hyphens_are_part_of_no_word():
    assert body("<p>electro&shy;cardio\u200bgram</p>").text == "electrocardiogram"


def test_a_sentence_goes_on_through_inline_tags():
    assert sentences("<p>It <strong>can</strong> <em>hel<sub>p</sub></em>. <a href='/x'>Read</a> on.</p>") == [
        "It can help.", "Read on.",
    ]  # fmt: skip


def test_what_is_too_long_for_a_sentence_is_cut_without_losing_a_character():
    reading = read(f"<p>{'word ' * 2_000}</p>", FACTS)
    pieces = [reading.body.text[each.start : each.end] for each in reading.body.sentences]

    assert "".join(pieces) == reading.body.text
    assert max(map(len, pieces)) <= 1_200


def test_a_section_ends_where_the_next_of_its_level_begins():
    reading = read("<p>a</p><h2>One</h2><p>b</p><h3>In one</h3><p>c</p><h2>Two</h2><p>d</p>", FACTS)
    text = reading.body.text

    assert [(each.title, text[each.start : each.end]) for each in reading.headings] == [
        ("One", "One\nb\nIn one\nc\n"), ("In one", "In one\nc\n"), ("Two", "Two\nd"),
    ]  # fmt: skip
    assert [reading.section_at(text.index(letter)).title for letter in "abcd"] == ["", "One", "In one", "Two"]


def test_boxes_and_links_say_where_their_words_stand():
    reading = read("<div class='off-label x'><p>An <a href='/y'> off-label </a> use</p></div><p>End</p>", FACTS)

    assert [reading.body.text[box.start : box.end] for box in reading.boxes_of("off-label")] == ["An off-label use"]
    assert [(reading.body.text[link.start : link.end], link.href) for link in reading.links] == [("off-label", "/y")]


def test_broken_html_is_read_as_far_as_it_goes():
    assert body("<p>One <b>two</i> three</div><p").text == "One two three"
    assert body("").text == ""
    assert body("<!-- a --><p>b<script>c</script>").text == "b"


def test_a_field_without_words_has_an_empty_text():
    assert field_text("<p>a</p>", FACTS, "next_review_due") == ""
    assert field_text("<p>a</p>", FACTS, "byline") == FACTS.byline
    assert field_text("<p>a</p>", FACTS, "references").startswith("1. A trial of 158 people · Neuropsychopharmacology")
