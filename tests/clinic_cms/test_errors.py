"""Pages for what is refused."""

import re

import pytest

from tests.factories import make_in_review, make_live_article

pytestmark = pytest.mark.django_db


def told(response):
    html = response.content.decode()
    assert int(response["Content-Length"]) == len(response.content)  # or a server sends nothing of it
    return re.search(r"<h1>(.*?)</h1>", html)[1], re.search(r'class="button" href="(.*?)"', html)[1]


@pytest.mark.parametrize(
    ("prefix", "heading", "leads_to"),
    [("", "This is a step, not a page", "/desk/"), ("/es", "Esto es un paso, no una página", "/es/desk/")],
)
def test_the_address_of_a_button_on_the_desk_says_that_it_is_one(client, prefix, heading, leads_to):
    revision = make_in_review()
    client.force_login(revision.saved_by)

    response = client.get(f"{prefix}/desk/revisions/{revision.pk}/publish/")

    assert (response.status_code, response["Allow"], *told(response)) == (405, "POST", heading, leads_to)


def test_and_so_does_one_of_the_readers_site(client):
    response = client.post(make_live_article().get_absolute_url())

    assert (response.status_code, *told(response)) == (405, "This is a step, not a page", "/")


def test_it_asks_the_database_nothing_for_it(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.post("/articles/")
