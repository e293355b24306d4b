import pytest

from clinic_cms.shared.text import is_visible, lines, showable, tidy


@pytest.mark.parametrize(
    "nothing",
    [
        *("", " \n\t", "\u200b", "\ufeff", "\u3164", "\u115f\u1160", "\u2800", "\u00a0", "\u0301", "\ufe0f", "\u00ad"),
        *("\u202e", "\x00", "\ud800", "\U000e0041", "\ufff0"),
    ],
)
def test_text_that_draws_nothing_is_empty(nothing):
    assert tidy(nothing) == ""


@pytest.mark.parametrize("words", ["a", "é", "e\u0301", "Привет", "مرحبا", "你好", "👩‍⚕️", "\U0001fae9", "!"])
def test_anything_that_draws_is_kept_as_it_was_typed(words):
    assert tidy(words) == words


def test_directional_controls_cannot_disguise_words():
    assert tidy("good\u202ednab\u202c \u2066x\u2069") == "gooddnab x"


def test_control_characters_go_and_line_ends_stay():
    assert tidy("one\r\ntwo\rthree\x00\x1b\tfour") == "one\ntwo\nthree\tfour"


def test_edges_lose_spaces_and_marks_that_the_middle_keeps():
    assert tidy("\u200e \u200bMia\u200dTorres\u200f\u3000\ufeff") == "Mia\u200dTorres"


def test_a_line_end_is_one_character():
    assert len(lines("a\r\nb\rc\n")) == 6


def test_a_lone_surrogate_can_be_shown():
    assert showable("a\ud800b").encode() == b"a\xef\xbf\xbdb"


def test_a_joiner_between_letters_does_not_make_them_invisible():
    assert is_visible("\u200d\u200dx") is True
