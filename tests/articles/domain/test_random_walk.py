"""Random people take random steps on random articles, from pages that may be stale. The promises hold all the same."""

import pytest

from tests.articles.domain.walks.coming_and_going import ComingAndGoing
from tests.articles.domain.walks.desk import take_walks
from tests.articles.domain.walks.promises import Promises
from tests.articles.domain.walks.stepping import Stepping
from tests.articles.domain.walks.talking import Talking
from tests.articles.domain.walks.waiting import Waiting
from tests.articles.domain.walks.writing import Writing


class WholeDesk(Writing, Stepping, Waiting, Talking, ComingAndGoing, Promises):
    """Everything that people can do, with everything that has to hold after each step and at the end."""


@pytest.mark.django_db
def test_no_random_walk_breaks_a_promise():
    """Forty walks of up to fifty steps; enough of each kind comes about for the promises to mean something."""
    seen = take_walks(WholeDesk, seeds=4, steps=50)

    assert seen["steps"] > 1_500
    rare = ("supersede", "recall", "request_changes", "reopen", "discard")
    assert [action for action in rare if not seen[action]] == []
