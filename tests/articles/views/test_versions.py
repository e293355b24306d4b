"""The public history of an article: corrections, and earlier versions at addresses of their own."""

import pytest
from django.test import Client

from articles.domain import publishing, reviewing
from articles.models import Article, Revision
from clinic_cms.roles import EDITOR, PUBLISHER
from tests.articles.domain.test_corrections import RIGHT, WRONG, corrected, publish
from tests.factories import (
    BODY,
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_signed_off,
    make_update,
)

pytestmark = pytest.mark.django_db

FIRST = BODY.replace("hurts", "hurts badly")


def page(address: str) -> tuple[int, str]:
    response = Client().get(address)
    return response.status_code, response.content.decode()


def version(article: Article, number: int) -> str:
    return f"/articles/{article.slug}/versions/{number}/"


def test_an_article_shows_its_corrections_with_their_day():
    live = corrected(make_live())

    _status, html = page(live.article.get_absolute_url())

    assert [html.count(each) for each in ("<dd>Take 5 mg a day.</dd>", "<dd>Take 0.5 mg a day.</dd>")] == [1, 1]
    assert html.count("Earlier versions and corrections") == 1


def test_an_article_without_a_past_says_nothing_of_versions():
    _status, html = page(make_live().article.get_absolute_url())

    assert [html.count(each) for each in ("Earlier versions and corrections", "Corrections")] == [0, 0]


def test_an_earlier_version_is_readable_at_its_own_address_marked_and_not_to_be_listed():
    live = corrected(make_live(body=FIRST), body=BODY)

    response = Client().get(version(live.article, 1))

    html = response.content.decode()
    assert (response.status_code, response["X-Robots-Tag"]) == (200, "noindex")
    assert html.count('<meta name="robots" content="noindex">') == 1
    assert html.count(f'<link rel="canonical" href="{live.article.get_absolute_url()}">') == 1
    assert html.count("Stop if it hurts badly.") == 1
    assert html.count("Earlier version.") == 1
    assert [html.count(f"It said: {WRONG}"), html.count(f"It says now: {RIGHT}")] == [1, 1]
    assert [html.count("Last reviewed"), html.count('id="comments"')] == [0, 0]
    assert response.cookies == {}


def test_the_number_of_the_current_version_leads_to_the_article():
    live = make_live()

    response = Client().get(version(live.article, 1))

    assert (response.status_code, response["Location"]) == (302, live.article.get_absolute_url())


def started(live: Revision) -> Revision:
    return make_update(live, body=FIRST)


def test_what_was_never_live_has_no_version():
    live = make_live()
    update = started(live)

    assert [page(version(live.article, number))[0] for number in (update.number, 99)] == [404, 404]


@pytest.mark.parametrize("make", [make_draft, make_in_review, make_signed_off])
def test_an_article_that_was_never_live_has_no_history(make):
    article = make().article

    assert [page(f"/articles/{article.slug}/versions/")[0], page(version(article, 1))[0]] == [404, 404]


def withdraw(revision: Revision) -> None:
    publishing.withdraw(
        revision, by=make_person(PUBLISHER), seen=revision.state_token, note="Harm.", notice="It was wrong."
    )


def test_a_withdrawn_article_shows_no_version_but_its_notice_and_corrections():
    live = corrected(make_live(body=FIRST), body=BODY)
    withdraw(live)

    pages = [page(address) for address in (f"/articles/{live.article.slug}/versions/", version(live.article, 1))]

    assert [status for status, _html in pages] == [410, 410]
    assert [html.count("hurts badly") for _status, html in pages] == [0, 0]
    assert [(html.count("It was wrong."), html.count(WRONG)) for _status, html in pages] == [(1, 1), (1, 1)]


def test_after_a_withdrawal_the_versions_up_to_it_stay_closed():
    live = make_live(body=FIRST)
    withdraw(live)
    draft = make_update(live, by=make_person(EDITOR), body=BODY)
    submitted = submit(draft)
    again = publish(give_sign_offs(submitted))

    status, html = page(version(again.article, 1))
    _list_status, listed = page(f"/articles/{again.article.slug}/versions/")

    assert (status, html.count("hurts badly")) == (410, 0)
    assert (listed.count("Version 1, no longer shown"), listed.count(version(again.article, 1))) == (1, 0)


def submit(draft: Revision) -> Revision:
    return reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)


def test_the_history_lists_every_version_with_its_days_and_signers():
    live = corrected(make_live(body=FIRST), body=BODY)
    signers = [each.signer_name for each in live.review.sign_offs.all()]

    status, html = page(f"/articles/{live.article.slug}/versions/")

    assert status == 200
    assert (html.count(version(live.article, 1)), html.count("Current version")) == (1, 1)
    assert [html.count(name) for name in signers] == [1, 1]


def test_the_history_costs_the_same_for_few_and_for_many(django_assert_num_queries):
    live = make_live()
    for number in range(3):
        live = corrected(live, correction_said=f"Said {number}.")

    with django_assert_num_queries(7):
        page(f"/articles/{live.article.slug}/versions/")


def test_the_page_of_a_corrected_article_costs_as_little_as_any(django_assert_num_queries):
    live = make_live()
    for number in range(3):
        live = corrected(live, correction_said=f"Said {number}.")

    with django_assert_num_queries(4):
        page(live.article.get_absolute_url())
