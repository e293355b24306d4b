"""Help stands in every article that speaks of suicide, wherever it does, as soon as its words are saved."""

import pytest

from articles.crisis import has_block
from tests.factories import BODY, make_draft

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ({}, False),
        ({"title": "After a suicide attempt"}, True),
        ({"summary": "How to talk about suicide."}, True),
        ({"body": BODY + "<p>Some think of suicide.</p>"}, True),
    ],
)
def test_the_crisis_block_is_inserted_wherever_the_words_are(words, stands):
    assert has_block(make_draft(**words).body) == stands


def test_it_comes_first_where_the_title_speaks_of_it():
    assert make_draft("After a suicide attempt").body.startswith('<aside class="crisis-help">')
