import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import richtext
from articles.crisis import Line, block, has_block, is_for_veterans, mentions, what_happened, with_block
from articles.enums import CrisisHelp

LIFELINE = Line(
    name="988 Suicide & Crisis Lifeline", hours="At any hour", phone="988", tel="988", sms_number="988", sms="988",
    chat_url="https://988lifeline.org/chat/",
)  # fmt: skip
SHOUT = Line(name="Shout", hours="At any hour", sms_number="85258", sms="85258", sms_keyword="SHOUT")
BLOCK = richtext.clean(block([LIFELINE], "911"))
MENTION = "<p>Some people think about suicide.</p>"
OTHER = "<p>Walks help.</p>"


def placed(html: str, **options: bool) -> str:
    return richtext.clean(with_block(richtext.clean(html), BLOCK, **options))


def test_words_that_mention_nothing_stay_as_they_are():
    assert placed(OTHER) == OTHER


def test_the_block_comes_right_after_the_first_mention():
    assert placed(OTHER + MENTION + OTHER + MENTION) == OTHER + MENTION + BLOCK + OTHER + MENTION


@pytest.mark.parametrize("words", [
    "<p>Some people <em>self</em>-harm.</p>",
    "<h2 id=\"w-suicidal-thoughts\">Suicidal thoughts</h2>",
    "<ul><li>Low mood</li><li>Wanting to die</li></ul>",
    "<table><tbody><tr><td>Thoughts of suicide</td></tr></tbody></table>",
])  # fmt: skip
def test_it_stands_beside_the_mention_whatever_that_stands_in(words):
    assert placed(OTHER + words + OTHER) == OTHER + words + BLOCK + OTHER


def test_it_comes_first_where_the_title_mentions_it():
    assert placed(OTHER + OTHER, mentioned_before=True) == BLOCK + OTHER + OTHER


def test_words_outside_any_element_are_words_too():
    assert placed("Suicide is discussed." + OTHER) == "Suicide is discussed." + BLOCK + OTHER


@pytest.mark.parametrize("html", [
    BLOCK + OTHER + MENTION + OTHER,
    OTHER + BLOCK + OTHER + MENTION + OTHER,
    OTHER + MENTION + OTHER + BLOCK + OTHER,
    f'<div class="key-points"><p>Help exists.</p>{BLOCK}</div>{MENTION}{OTHER}',
    MENTION + BLOCK,
])  # fmt: skip
def test_an_editor_moves_it_and_it_stays_there(html):
    assert placed(html) == html


def test_at_the_very_end_and_far_from_the_mention_it_comes_back():
    assert placed(MENTION + OTHER + BLOCK) == MENTION + BLOCK + OTHER


def test_it_cannot_be_removed():
    assert placed(placed(MENTION + OTHER).replace(BLOCK, "")) == MENTION + BLOCK + OTHER


def test_its_words_are_the_lines_of_today():
    old = richtext.clean(block([SHOUT], "999"))

    assert placed(OTHER + old + MENTION + OTHER) == OTHER + BLOCK + MENTION + OTHER


def test_of_two_blocks_the_first_stays():
    assert placed(MENTION + BLOCK + OTHER + BLOCK + OTHER) == MENTION + BLOCK + OTHER + OTHER


def test_what_somebody_wrote_into_it_goes_on_after_it():
    written = BLOCK.replace("</aside>", "<p>Our desk is open too.</p></aside>")

    assert placed(MENTION + written + OTHER) == MENTION + BLOCK + "<p>Our desk is open too.</p>" + OTHER


def test_a_block_in_words_that_no_longer_mention_it_is_made_anew_where_it_stands():
    old = richtext.clean(block([SHOUT], "999"))

    assert placed(OTHER + old + OTHER) == OTHER + BLOCK + OTHER


def test_its_links_call_and_text():
    found = re.findall(r'href="([^"]*)"', BLOCK)

    assert found == ["tel:988", "sms:988", "https://988lifeline.org/chat/", "tel:911"]


def test_it_says_what_to_text_where():
    assert 'text SHOUT to <a href="sms:85258">85258</a>' in block([SHOUT], "999")


def test_without_a_line_it_leads_to_those_of_every_country():
    made = richtext.clean(block([], ""))

    assert re.findall(r'href="([^"]*)"', made) == ["https://findahelpline.com/"]
    assert "your local emergency number" in made


def test_it_is_clean_as_it_is():
    assert richtext.clean(BLOCK) == BLOCK
    assert has_block(BLOCK)


@pytest.mark.parametrize(
    ("text", "told"), [("Veterans and PTSD", True), ("He served in the military.", True), ("Sleep", False)]
)
def test_words_about_those_who_served_are_for_veterans(text, told):
    assert is_for_veterans(text) == told


def test_a_mention_is_what_the_rules_take_for_one():
    assert (mentions("Suicide prevention"), mentions("She felt hopeless.", "He was sad.")) == (True, False)


@pytest.mark.parametrize(("was", "sent", "told"), [
    (OTHER, MENTION, CrisisHelp.ADDED),
    (MENTION + BLOCK, MENTION, CrisisHelp.RETURNED),
    (MENTION + BLOCK, MENTION + BLOCK, CrisisHelp.NOTHING),
    (OTHER, OTHER, CrisisHelp.NOTHING),
    (OTHER, MENTION + richtext.clean(block([SHOUT], "999")), CrisisHelp.RENEWED),
    (MENTION + BLOCK + OTHER, MENTION + OTHER + BLOCK, CrisisHelp.RETURNED),
])  # fmt: skip
def test_whoever_saves_is_told_what_happened(was, sent, told):
    assert what_happened(was, sent, placed(sent)) == told


PIECES = st.lists(
    st.sampled_from([
        MENTION, OTHER, BLOCK, "<h2>Help</h2>", "<ul><li>self-harm</li></ul>", "<blockquote>", "</div>", "bare ",
        "<aside class='crisis-help'>",
    ]),
    max_size=12,
)  # fmt: skip


@given(PIECES, st.booleans())
def test_placing_it_again_changes_nothing_and_no_mention_is_without_it(pieces, mentioned_before):
    once = placed("".join(pieces), mentioned_before=mentioned_before)

    assert placed(once, mentioned_before=mentioned_before) == once
    assert has_block(once) or not (mentioned_before or mentions(richtext.plain_text(once)))
