import logging
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from comments import tokens
from comments.models import Comment
from comments.own_page import key_of
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_draft, make_live_article, make_withdrawn

pytestmark = pytest.mark.django_db

BOTH = ["Please enter your comment!", "Please enter your name here"]
NOT_OURS = "We could not tell that this came from our page. Your text is still here: post it again."


@pytest.fixture
def article():
    return make_live_article()


def post(client, article, headers=None, **typed):
    token = tokens.issue(article.pk, timezone.now())
    fields = {"comment": "It helped me.", "name": "Mia", "token": token, **typed}
    return client.post(f"/articles/{article.slug}/comments/", fields, headers=headers)


def errors(response) -> list[str]:
    """The sentences of the summary at the top of the form, in order."""
    summary = re.search(r'role="alert".*?</div>', response.content.decode(), re.DOTALL)
    return [re.sub(r"<[^>]+>", "", item) for item in re.findall(r"<li>(.*?)</li>", summary[0] if summary else "")]


def test_a_comment_is_held_and_its_author_sees_it_as_awaiting_moderation(client, article):
    response = post(client, article)

    own = client.get(response["Location"])
    assert response.status_code == 303
    assert Comment.objects.get().status == "pending"
    assert own.content.count(b"It helped me.") == 1
    assert own.content.count(b"It is awaiting moderation") == 1


@pytest.mark.parametrize("nothing", ["", "   \n\t ", "\u200b", "\u3164", "\u2800 \u00a0", "\ufeff", "\u0301", "\u202e"])
def test_an_empty_form_comes_back_with_both_sentences_in_order(client, article, nothing):
    response = post(client, article, comment=nothing, name=nothing)

    assert response.status_code == 422
    assert errors(response) == BOTH
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("field", ["comment", "name"])
def test_each_error_stands_beside_its_field_and_is_tied_to_it(client, article, field):
    html = post(client, article, comment="", name="").content.decode()

    tag = re.search(rf'<(?:textarea|input)[^>]*name="{field}"[^>]*>', html)[0]
    described_by = re.search(r'aria-describedby="([^"]*)"', tag)[1]
    assert tag.count('aria-invalid="true"') == 1
    assert html.count(f'id="{described_by}"') == 1


def test_what_was_typed_survives_an_error(client, article):
    response = post(client, article, comment="Line one\n  <b>two</b>", name="")

    assert errors(response) == BOTH[1:]
    assert response.content.decode().count("Line one\n  &lt;b&gt;two&lt;/b&gt;</textarea>") == 1


def test_nothing_but_a_comment_and_a_name_is_asked(client, article):
    html = client.get(article.get_absolute_url()).content.decode()

    form = re.search(r'<form class="comment-form".*?</form>', html, re.DOTALL)[0]
    asked = re.findall(r'<(?:textarea|input|select)[^>]*name="(\w+)"', form)
    assert asked == ["token", "comment", "name", "website"]
    assert form.count('autocomplete="name"') == 1


@pytest.mark.parametrize(("field", "most"), [("comment", 5000), ("name", 60)])
def test_too_long_is_refused_and_never_cut(client, article, field, most):
    response = post(client, article, **{field: "x" * (most + 1)})

    assert errors(response) == [f"This is {most + 1:,} characters long. The most is {most:,}; nothing was cut."]
    assert response.content.decode().count("x" * (most + 1)) == 1


def test_a_form_left_open_for_a_day_still_works(client, article):
    token = tokens.issue(article.pk, timezone.now() - timedelta(hours=24))

    assert post(client, article, token=token).status_code == 303


def test_a_form_left_open_for_days_comes_back_with_the_text_and_works_the_second_time(client, article):
    response = post(client, article, token=tokens.issue(article.pk, timezone.now() - timedelta(days=3)))

    fresh = re.search(r'name="token" value="([^"]*)"', response.content.decode())[1]
    assert response.status_code == 422
    assert errors(response) == [
        "This page was open for a long time. Your text is still here. Press Post comment again."
    ]
    assert response.content.count(b"It helped me.</textarea>") == 1
    assert post(client, article, token=fresh).status_code == 303


@pytest.mark.parametrize("token", ["", "forged", "W10:x", "é"])
def test_a_forged_token_is_refused_with_the_text_kept(client, article, token):
    response = post(client, article, token=token)

    assert response.status_code == 403
    assert errors(response) == [NOT_OURS]
    assert response.content.count(b"It helped me.</textarea>") == 1
    assert Comment.objects.count() == 0


def test_another_articles_token_is_refused(client, article):
    other = make_live_article("Another")

    assert post(client, article, token=tokens.issue(other.pk, timezone.now())).status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, 303),
        ({"Origin": "http://testserver"}, 303),
        ({}, 303),
    ],
)
def test_a_form_sent_by_another_site_is_refused(client, article, headers, status):
    assert post(client, article, headers=headers).status_code == status


def test_a_form_sent_by_another_site_keeps_the_text(client, article):
    response = post(client, article, headers={"Sec-Fetch-Site": "cross-site"})

    assert response.content.count(b"It helped me.</textarea>") == 1


def test_a_filled_trap_loses_nothing_a_person_typed(client, article):
    response = post(client, article, website="http://spam.example")

    assert response.status_code == 422
    assert errors(response) == ["Leave the field “Website” empty."]
    assert response.content.count(b"It helped me.</textarea>") == 1


def test_posting_twice_makes_one_comment(client, article):
    first, second = post(client, article), post(client, article)

    assert first["Location"] == second["Location"]
    assert Comment.objects.count() == 1


def test_no_page_of_a_comment_sets_a_cookie(client, article):
    pages = [client.get(article.get_absolute_url()), post(client, article, name=""), post(client, article)]
    pages.append(client.get(pages[-1]["Location"]))

    assert [page.status_code for page in pages] == [200, 422, 303, 200]
    assert [dict(page.cookies) for page in pages] == [{}, {}, {}, {}]


def test_an_article_page_is_the_same_bytes_for_two_readers(client, article):
    first, second = (client.get(article.get_absolute_url()) for _reader in range(2))

    assert first.content == second.content


def test_a_comment_appears_in_no_log_and_no_address(client, article, caplog):
    caplog.set_level(logging.DEBUG)
    failed = post(client, article, comment="quinceañera-canary", name="")
    posted = post(client, article, comment="quinceañera-canary", name="canary")
    client.get(posted["Location"])

    said = " ".join([caplog.text, posted["Location"], *(str(record.__dict__) for record in caplog.records)])
    assert failed.status_code == 422
    assert said.count("canary") == 0


@pytest.mark.parametrize(("make", "status"), [(make_draft, 404), (make_withdrawn, 410)])
def test_an_article_that_is_not_live_takes_no_comments(client, make, status):
    article = make().article

    assert post(client, article).status_code == status
    assert Comment.objects.count() == 0


def test_an_unknown_article_takes_no_comments(client):
    assert client.post("/articles/no-such/comments/", {}).status_code == 404


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_a_comment_is_taken_by_post_only(client, article, method):
    assert getattr(client, method)(f"/articles/{article.slug}/comments/").status_code == 405


def test_ten_megabytes_are_too_large(client, article):
    assert post(client, article, comment="x" * 10_000_000).status_code == 413


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (make_comment, "It is awaiting moderation: a person reads it before it appears."),
        (make_approved, "A person read it, and everybody can see it."),
        (make_rejected, "It reads like advertising, so we did not publish it."),
    ],
)
def test_the_author_reads_what_became_of_the_comment(client, make, sentence):
    html = client.get(f"/comments/{key_of(make('Mine <i>').public_id)}/").content.decode()

    assert html.count(sentence) == 1
    assert html.count("Mine &lt;i&gt;") == 1


def test_the_own_page_is_kept_by_nobody(client):
    response = client.get(f"/comments/{key_of(make_comment().public_id)}/")

    cached = {part.strip() for part in response["Cache-Control"].split(",")}
    assert cached == {"max-age=0", "no-cache", "no-store", "must-revalidate", "private"}
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex", "no-referrer")


@pytest.mark.parametrize("key", ["x", "1:2", "00000000-0000-0000-0000-000000000000~x", "é"])
def test_a_key_we_did_not_give_out_opens_nothing(client, key):
    assert client.get(f"/comments/{key}/").status_code == 404
