import re

import pytest

from articles.models import Article, TopicWithdrawal
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import make_live, make_person, make_topic

pytestmark = pytest.mark.django_db
WORDS = {"note": "The tablets were recalled.", "notice": "The maker has recalled these tablets.", "read": "on"}


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def address(client):
    client.force_login(make_person(CLINICIAN))
    return f"/desk/topics/{make_topic(name='Sleep tablets').pk}/withdraw/"


def make_two() -> str:
    topic = make_topic(name="Sleep tablets")
    return ",".join(str(make_live(title, topic=topic).pk) for title in ("One", "Two"))


def test_the_page_lists_what_would_come_down(client, address):
    make_two()
    make_live("Other words", topic=make_topic(name="Feet"))

    text = text_of(client.get(address))

    assert (text.count("One"), text.count("Two"), text.count("Other words")) == (1, 1, 0)
    assert text.count("I have read the list: 2 articles come down") == 1


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_costs_the_same_for_few_and_for_many(client, address, django_assert_num_queries, count):
    for number in range(count):
        make_live(f"Words {number}", topic=make_topic(name="Sleep tablets"))

    with django_assert_num_queries(10):
        client.get(address)


def test_one_post_takes_them_all_down_and_says_how_many(client, address):
    seen = make_two()

    response = client.post(address, {**WORDS, "seen": seen}, follow=True)

    assert text_of(response).count("2 articles were withdrawn. Readers find a notice in place of each.") == 1
    assert [client.get(each.get_absolute_url()).status_code for each in Article.objects.all()] == [410, 410]
    assert text_of(client.get("/articles/one/")).count("The maker has recalled these tablets.") == 1


@pytest.mark.parametrize("missing", ["note", "notice", "read"])
def test_without_a_reason_a_notice_and_the_tick_nothing_comes_down(client, address, missing):
    seen = make_two()

    response = client.post(address, {**WORDS, "seen": seen, missing: ""})

    assert (response.status_code, Article.objects.live().count()) == (422, 2)


def test_a_list_that_has_changed_has_to_be_read_again(client, address):
    seen = make_two()
    make_live("Late", topic=make_topic(name="Sleep tablets"))

    response = client.post(address, {**WORDS, "seen": seen, "note": ""})

    html = response.content.decode()
    assert (response.status_code, html.count("checked"), html.count("The list has changed.")) == (422, 0, 1)
    assert html.count("The maker has recalled these tablets.</textarea>") == 1


def test_who_comes_second_reads_who_was_faster_and_keeps_their_words(client, address):
    seen = make_two()
    client.post(address, {**WORDS, "seen": seen})

    response = client.post(address, {**WORDS, "seen": seen})

    assert (response.status_code, TopicWithdrawal.objects.count()) == (409, 1)
    assert text_of(response).count("withdrew every article on “Sleep tablets” on") == 1
    assert text_of(response).count("The tablets were recalled.") == 1


def test_a_clinician_finds_it_on_the_withdrawal_form_and_a_publisher_beside_the_topics(client, address):
    live = make_live(topic=make_topic(name="Sleep tablets"))

    form = client.get(live.get_absolute_url()).content.decode()
    client.force_login(make_person(PUBLISHER))
    topics = client.get("/desk/topics/").content.decode()

    assert (form.count(f'href="{address}"'), topics.count(f'href="{address}"')) == (1, 1)


def test_an_editor_is_not_let_in(client, address):
    client.force_login(make_person(EDITOR))

    assert client.get(address).status_code == 403
