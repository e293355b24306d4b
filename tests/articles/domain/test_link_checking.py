"""Links of live articles: looked at by the queue where the clinic wants it, and called dead only after two looks."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain.checking import look
from articles.domain.link_checking import keep_answer, look_at, queue_looks
from articles.domain.links import dead_links, links_of
from articles.models import CheckedLink, Notice
from articles.source_enums import LinkState
from tests.factories import BODY, make_draft, make_live
from tests.notice_queue import run_the_queue

pytestmark = pytest.mark.django_db

OLD = "https://www.nih.example/old/"
LINKED = f'{BODY}<p><a href="{OLD}">What the NIH says of sleep</a></p>'


@pytest.fixture
def switched_on(settings):
    settings.LINK_CHECKS, settings.LINK_CHECK_SECONDS = True, 1


def gone_twice() -> CheckedLink:
    link = CheckedLink.objects.create(address=OLD, listed_at=timezone.now())
    for _each in range(2):
        keep_answer(link, LinkState.GONE)
    return link


def test_nothing_is_asked_unless_the_clinic_says_so():
    make_live(body=LINKED)
    gone_twice()
    CheckedLink.objects.all().update(asked_at=None)

    assert (queue_looks(), dead_links(LINKED)) == (0, ())


def test_the_links_of_live_articles_are_queued_once_a_week(switched_on):
    make_live(body=LINKED)
    make_draft("Not live", body=LINKED.replace("/old/", "/draft/"))

    assert (queue_looks(), queue_looks()) == (1, 0)
    assert list(CheckedLink.objects.values_list("address", flat=True)) == [OLD]
    for days, count in ((6, 0), (8, 1)):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            assert queue_looks() == count


def test_what_was_gone_is_looked_at_again_the_next_day(switched_on):
    make_live(body=LINKED)
    queue_looks()
    keep_answer(CheckedLink.objects.get(), LinkState.GONE)

    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1), tick=False):
        assert queue_looks() == 1


def test_what_no_live_article_links_to_any_more_is_left_alone(switched_on):
    CheckedLink.objects.create(address=OLD, listed_at=timezone.now() - timedelta(days=3))

    assert queue_looks() == 0


def test_few_are_asked_in_one_round(switched_on):
    links = "".join(f'<p><a href="https://www.nih.example/{number}/">Page {number}</a></p>' for number in range(12))
    make_live(body=BODY + links)

    assert [queue_looks(), queue_looks(), queue_looks()] == [10, 2, 0]


def test_the_queue_looks_and_a_server_that_cannot_be_found_is_not_called_dead(switched_on):
    link = CheckedLink.objects.create(address="http://127.0.0.1/", listed_at=timezone.now())
    look_at.enqueue(link.pk)

    run_the_queue()

    link.refresh_from_db()
    assert (link.state, link.times_gone, link.looked_at is not None) == ("unknown", 0, True)


def test_a_link_is_dead_after_two_looks_and_lives_after_one(switched_on):
    link = CheckedLink.objects.create(address=OLD, listed_at=timezone.now())
    told = []
    for state in (LinkState.GONE, LinkState.UNKNOWN, LinkState.GONE, LinkState.FINE):
        keep_answer(link, state)
        told.append(dead_links(LINKED))

    assert told == [(), (), (OLD,), ()]


def test_a_dead_link_stops_the_words(switched_on):
    draft = make_draft(body=LINKED)
    assert [finding.rule for finding in look(draft).open_blocking] == []

    gone_twice()

    assert [(finding.rule, finding.quote) for finding in look(draft).open_blocking] == [
        ("HTM-04", "What the NIH says of sleep")
    ]


def test_only_web_addresses_of_others_count():
    others = ("tel:988", "mailto:a@b.org", "/about/", "#ref-1", "http://testserver/x", f"https://x.org/{'a' * 1_000}")
    words = "".join(f'<p><a href="{href}">words</a></p>' for href in (OLD, *others))

    assert links_of(words) == {OLD}


def test_a_link_that_died_is_told_once_to_whoever_keeps_a_live_article_with_it(switched_on):
    live = make_live(body=LINKED)
    make_live("Without it")
    link = gone_twice()
    keep_answer(link, LinkState.GONE)

    told = Notice.objects.filter(event__startswith="dead_link:")
    assert [(each.person, each.article, each.heading) for each in told] == [
        (live.author, live.article, f"A link leads nowhere: {live.title}")
    ]
    assert told[0].sentence.count(OLD) == 1
