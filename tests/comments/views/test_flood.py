"""A flood from fifty networks: readers are answered meanwhile, nothing that was accepted is lost, rows are bounded."""

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from comments import tokens
from comments.models import Comment, Dropped, Flow, Signal
from comments.own_page import public_id_of
from tests.comments.domain.test_floods import NOON
from tests.factories import make_live_article

POSTS, NETWORKS, POSTERS = 1_500, 50, 6


def flood(articles, number):
    """One sixth of the flood: the status and the address of each answer."""
    client, answers = Client(raise_request_exception=False), []
    for at in range(number, POSTS, POSTERS):
        article = articles[at % len(articles)]
        fields = {"comment": f"Comment number {at}", "name": "Max", "token": tokens.issue(article.pk, timezone.now())}
        path = f"/articles/{article.slug}/comments/"
        response = client.post(path, fields, REMOTE_ADDR=f"198.18.{at % NETWORKS}.{at % 200}")
        answers.append((response.status_code, response.headers.get("Location", "")))
    connection.close()
    return answers


def read(article, over):
    """Somebody who reads the article again and again until the flood is over: what came back, and how late."""
    client, answers = Client(), []
    while not over.wait(0.05):
        start = time.perf_counter()
        status = client.get(article.get_absolute_url()).status_code
        answers.append((status, time.perf_counter() - start))
    connection.close()
    return answers


@pytest.mark.django_db(transaction=True)
def test_a_flood_from_fifty_networks_loses_nothing_and_leaves_readers_alone():
    with time_machine.travel(NOON, tick=False), ThreadPoolExecutor(POSTERS + 1) as pool:
        articles, over = [make_live_article(f"Article {number}") for number in range(6)], threading.Event()
        reader = pool.submit(read, articles[0], over)
        try:
            parts = [pool.submit(flood, articles, number) for number in range(POSTERS)]
            answers = [answer for part in parts for answer in part.result()]
        finally:
            over.set()
        pages = reader.result()

    accepted = [location for status, location in answers if status == 303]
    kept = {public_id_of(location.split("/")[2]) for location in accepted}
    assert Counter(status for status, _location in answers) == {303: 300, 429: POSTS - 300}
    assert set(Comment.objects.values_list("public_id", flat=True)) == kept
    assert Flow.objects.get(kind="all").number == len(kept) == 300
    assert Flow.objects.count() <= 2 * NETWORKS + len(articles) + 1
    assert sum(Dropped.objects.values_list("number", flat=True)) == POSTS - 300
    assert (Signal.objects.count(), Dropped.objects.count() <= 4) == (0, True)
    assert len(pages) > 5
    assert {status for status, _took in pages} == {200}
    assert max(took for _status, took in pages) < 5  # seconds, on any machine; nobody waits for the flood to end
