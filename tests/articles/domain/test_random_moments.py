"""The random walk again, with a clock: people schedule, plan, change and cancel at random, and time goes on."""

import pytest

from tests.articles.domain.walks.coming_and_going import ComingAndGoing
from tests.articles.domain.walks.desk import take_walks
from tests.articles.domain.walks.in_time import InTime
from tests.articles.domain.walks.promises import Promises
from tests.articles.domain.walks.talking import Talking
from tests.articles.domain.walks.waiting import Waiting
from tests.articles.domain.walks.writing import Writing


class WholeDeskInTime(Writing, InTime, Waiting, Talking, ComingAndGoing, Promises):
    """Everything that people and the clock can do, with everything that has to hold."""


@pytest.mark.django_db
def test_no_random_walk_through_time_breaks_a_promise():
    """Forty walks of up to fifty steps more; the clock takes some of them."""
    seen = take_walks(WholeDeskInTime, seeds=4, steps=50)

    assert seen["steps"] > 1_500
    assert seen["clock"] > 0
