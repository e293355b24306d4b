import pytest

from comments.marking import Piece, pieces
from comments.triage import Signal

TEXT = "Call Anna on 555."


@pytest.mark.parametrize(
    ("signals", "found"),
    [
        ([], [Piece(TEXT)]),
        ([Signal("link", 5, 9)], [Piece("Call "), Piece("Anna", "link"), Piece(" on 555.")]),
        (
            [Signal("link", 5, 12), Signal("personal_data", 10, 17)],
            [
                Piece("Call "),
                Piece("Anna ", "link"),
                Piece("on", "link, personal detail"),
                Piece(" 555.", "personal detail"),
            ],
        ),
        ([Signal("link", 5, 99), Signal("link", 9, 5)], [Piece(TEXT)]),
        ([Signal("spam", 0, len(TEXT)), Signal("check_failed", 0, len(TEXT))], [Piece(TEXT)]),
        ([Signal("personal_data", 0, len(TEXT))], [Piece(TEXT, "personal detail")]),
    ],
)
def test_words_that_were_found_are_pieces_with_what_they_are(signals, found):
    assert pieces(TEXT, signals) == found


def test_no_words_are_no_pieces():
    assert pieces("", [Signal("link", 0, 3)]) == []
