"""The page of results: what was found in its words, what helps where nothing was, and nothing of who asked."""

import re

import pytest

from tests.factories import BODY, make_live_article, make_topic

pytestmark = pytest.mark.django_db


def page(client, **asked):
    response = client.get("/search/", asked)
    return response, " ".join(re.sub(r"<(?!/?mark)[^>]*>", " ", response.content.decode()).split())


def test_results_show_the_words_and_nothing_that_was_typed_is_markup(client):
    make_live_article("Colds", body=BODY + "<p>A cough & fever <strong>pass</strong>.</p>")

    _response, text = page(client, q="cough")
    response, hostile = page(client, q='<script>alert(1)</script>"><mark>')

    assert ("1 article has “cough”" in text, "<mark>cough</mark> &amp; fever" in text) == (True, True)
    assert (response.status_code, response.content.decode().count("<script>"), hostile.count("<mark>")) == (200, 0, 0)


def test_nothing_found_is_helped_with_topics_and_a_better_word(client):
    make_live_article("Sleeping well", topic=make_topic(name="Sleep"), body=BODY + "<p>Sleep problems.</p>")

    response, text = page(client, q="sleap")

    assert "No article has “sleap”" in text
    assert re.findall(r'href="\?q=([^"]+)"', response.content.decode()) == ["sleep"]
    assert response.content.decode().count('href="/topics/sleep/"') == 1


def test_an_empty_search_offers_the_topics(client):
    make_live_article(topic=make_topic(name="Sleep"))

    _response, text = page(client)

    assert "Or choose a topic Sleep" in text


def test_pages_keep_the_question(client):
    for number in range(11):
        make_live_article(f"Cough {number}")

    first, _text = page(client, q="cough & cold -x", topic="everyday-health")
    numbers = [len(re.findall(r'class="result"', page(client, q="cough", page=n)[0].content.decode())) for n in "12"]

    assert numbers == [10, 1]
    assert first.content.decode().count("11 articles") == 0


@pytest.mark.parametrize("count", [1, 6])
def test_it_costs_the_same_for_one_result_and_for_six(client, count, django_assert_num_queries):
    for number in range(count):
        make_live_article(f"Cough {number}")

    with django_assert_num_queries(5):
        client.get("/search/?q=cough")


def test_equal_bytes_for_all_no_cookie_and_no_robot(client):
    make_live_article("Cough")

    response, _text = page(client, q="cough")

    assert response.content == page(client, q="cough")[0].content
    assert (response.cookies, response["Cache-Control"]) == ({}, "public, no-cache")
    assert response.content.decode().count('<meta name="robots" content="noindex">') == 1


@pytest.mark.parametrize("words", ["' OR 1=1", "\\", "((", "a:*&!", "é" * 500, "-", '"', "\ue000\ue001", "%", "\ud800"])
def test_no_question_breaks_it(client, words):
    make_live_article("Cough")

    assert client.get("/search/", {"q": words.encode("utf-8", "surrogatepass")}).status_code == 200
