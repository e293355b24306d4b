"""Readers look around without a script: the first page, the list with its filters, the topics from A to Z."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import ReadCount
from articles.views import browsing
from tests.factories import make_draft, make_live, make_live_article, make_topic

pytestmark = pytest.mark.django_db


def titles(response):
    return re.findall(r'<h3><a href="/articles/[^"]*">(.*?)</a>', response.content.decode())


def topics(response):
    return re.findall(r'<a href="/topics/[^"]+/">(.*?)</a>', response.content.decode())


def read(article, number, *, days_ago=0, host=""):
    day = timezone.localdate() - timedelta(days=days_ago)
    ReadCount.objects.create(article=article, day=day, host=host, number=number)


def test_the_first_page_shows_the_topics_that_were_read_most_in_four_weeks(client):
    sleep = make_live_article("Naps", topic=make_topic(name="Sleep"))
    heart = make_live_article("Pulse", topic=make_topic(name="Heart"))
    for title in ("Back", "Knee"):
        make_live(title, topic=make_topic(name="Bones"))
    before = topics(client.get("/"))

    read(sleep, 3)
    read(heart, 2, days_ago=27)
    read(heart, 50, host="other.example")  # counted already, among everybody
    read(heart, 50, days_ago=28)
    make_live("Toes", topic=make_topic(name="Feet"))

    assert before == ["Bones", "Heart", "Sleep"]
    assert topics(client.get("/")) == ["Sleep", "Heart", "Bones", "Feet"]


def test_the_list_is_narrowed_by_topic_and_by_kind_and_says_how_many(client):
    sleep = make_topic(name="Sleep")
    make_live("Naps", topic=sleep, kind="condition")
    make_live("Pills", topic=sleep, kind="treatment")
    make_live("Pulse", kind="treatment")

    def asked(query):
        return titles(client.get(f"/articles/?{query}"))

    assert asked("topic=sleep") == ["Pills", "Naps"]
    assert asked("kind=treatment") == ["Pulse", "Pills"]
    assert asked("topic=sleep&kind=treatment") == ["Pills"]
    assert asked("kind=nonsense&topic=") == ["Pulse", "Pills", "Naps"]
    html = client.get("/articles/?topic=sleep&kind=treatment").content.decode()
    assert re.findall(r"<option value=\"(\w+)\" selected>", html) == ["sleep", "treatment"]
    assert html.count("1 article\n") == 1
    assert html.count('<meta name="robots" content="noindex, follow">') == 1


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("topic=sleep&kind=news", "There is no article on Sleep about news or new evidence yet."),
        ("kind=news", "There is no article about news or new evidence here yet."),
        ("topic=gone", "There is no article on this topic now."),
    ],
)
def test_where_nothing_fits_the_list_says_so_and_what_to_do(client, query, sentence):
    make_live("Naps", topic=make_topic(name="Sleep"))

    html = client.get(f"/articles/?{query}").content.decode()

    assert html.count(sentence) == 1
    assert html.count("Search by words</a>") == 1
    assert html.count("Please come back soon") == 0


def test_an_empty_library_offers_no_filters(client):
    assert [
        client.get(path).content.decode().count("Please come back soon") for path in ("/articles/", "/topics/")
    ] == [
        1,
        1,
    ]
    assert client.get("/articles/").content.decode().count("<select") == 0


def test_a_long_list_has_pages_with_plain_links_that_keep_the_filters(client, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(browsing, "PER_PAGE", 2)
    for number in range(5):
        make_live(f"Nap {number}", topic=make_topic(name="Sleep"))

    with django_assert_num_queries(5):
        first = client.get("/articles/?topic=sleep")
    last = client.get("/articles/?topic=sleep&page=99")

    assert titles(first) == ["Nap 4", "Nap 3"]
    assert re.findall(r'<a rel="next" href="(.*?)"', first.content.decode()) == ["?topic=sleep&amp;page=2"]
    assert titles(last) == ["Nap 0"]
    canonical = re.findall(r'<link rel="canonical" href="(.*?)"', last.content.decode())
    assert canonical == ["http://testserver/articles/?topic=sleep&amp;page=3"]


@pytest.mark.parametrize("count", [1, 5])
def test_looking_around_costs_the_same_for_one_topic_and_for_many(client, django_assert_num_queries, count):
    for number in range(count):
        read(make_live_article(f"Article {number}", topic=make_topic(name=f"Topic {number}")), 1)

    with django_assert_num_queries(4):
        client.get("/")
    with django_assert_num_queries(2):  # the clinic is known by now
        client.get("/topics/")


def test_topics_stand_under_their_letter_accents_or_none(client):
    for name in ("sleep", "Épilepsie", "Eczema", "5 a day"):
        make_live(f"On {name}", topic=make_topic(name=name) if name.isascii() else named(name, "epilepsie"))
    make_draft("Hidden", topic=make_topic(name="Asthma"))

    response = client.get("/topics/")

    assert topics(response) == ["Eczema", "Épilepsie", "sleep", "5 a day"]
    html = response.content.decode()
    anchors = re.findall(r'<h2 id="(.*?)">', html)
    assert anchors == ["letter-e", "letter-s", "letter-other"]
    assert re.findall(r'href="#(letter.*?)"', html) == anchors


def named(name, slug):
    topic = make_topic(name=slug)
    topic.name = name
    topic.save(update_fields=["name"])
    return topic
