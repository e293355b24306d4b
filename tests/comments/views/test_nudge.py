"""Words with personal details come back once, before anything is kept."""

import re

import pytest
from django.utils import timezone

from comments import tokens
from comments.models import Comment
from tests.factories import make_live_article

pytestmark = pytest.mark.django_db

WORDS = "I felt the same. Call me on 202 555 0143 if you like."


@pytest.fixture
def article():
    return make_live_article()


def post(client, article, **typed):
    fields = {"comment": WORDS, "name": "Mia", "token": tokens.issue(article.pk, timezone.now()), **typed}
    return client.post(f"/articles/{article.slug}/comments/", fields)


def field(response, name: str) -> str:
    html = response.content.decode()
    pattern = rf'name="{name}"[^>]*>\n?(.*?)</textarea>' if name == "comment" else rf'name="{name}" value="([^"]*)"'
    return re.search(pattern, html, re.DOTALL)[1]


def buttons(response) -> list[tuple[str, str]]:
    form = re.search(r'<form class="comment-form".*?</form>', response.content.decode(), re.DOTALL)[0]
    return [(each[0], each[1].strip()) for each in re.findall(r"<button([^>]*)>(.*?)</button>", form, re.DOTALL)]


def test_a_first_post_with_a_phone_number_comes_back_with_the_text_and_the_part_marked(client, article):
    response = post(client, article)

    html = response.content.decode()
    assert response.status_code == 422
    assert Comment.objects.count() == 0
    assert field(response, "comment") == WORDS
    assert html.count("<li><q>202 555 0143</q>: A phone number.</li>") == 1
    assert html.count("Call me on <mark>202 555 0143</mark> if you like.") == 1
    assert [words for _attributes, words in buttons(response)] == ["Remove these parts", "Post anyway for review"]


def test_removing_shows_the_rest_and_posts_nothing_yet(client, article):
    response = post(client, article, personal="remove")

    assert response.status_code == 422
    assert Comment.objects.count() == 0
    assert field(response, "comment") == "I felt the same. Call me on if you like."
    assert response.content.decode().count("We took these parts out. Read your comment once more, then post it.") == 1
    assert [words for _attributes, words in buttons(response)] == ["Post comment"]
    assert post(client, article, comment=field(response, "comment")).status_code == 303
    assert Comment.objects.get().get_lane_display() == "Routine"


def test_posting_anyway_holds_it_among_the_personal_details(client, article):
    assert post(client, article, personal="keep").status_code == 303

    comment = Comment.objects.get()
    assert (comment.body, comment.status, comment.get_lane_display()) == (WORDS, "pending", "Personal details")


def test_a_name_that_is_an_address_is_pointed_out_and_its_removal_asks_for_another(client, article):
    first = post(client, article, comment="Thank you.", name="mia.l@example.org")
    second = post(client, article, comment="Thank you.", name="mia.l@example.org", personal="remove")

    assert first.content.decode().count("<mark>mia.l@example.org</mark>") == 1
    assert second.content.decode().count("mia.l@example.org") == 0
    assert post(client, article, comment="Thank you.", name="").status_code == 422


@pytest.mark.parametrize("name", ["Dr Anna Smith", "Mia", "Mia Torres"])
def test_ones_own_name_is_ones_own_to_tell(client, article, name):
    assert post(client, article, comment="Thank you.", name=name).status_code == 303


def test_a_phone_number_that_is_put_back_is_pointed_out_again(client, article):
    post(client, article, personal="remove")

    assert post(client, article).status_code == 422


def test_what_is_pointed_out_is_never_markup(client, article):
    response = post(client, article, comment="<b>x</b> call 202 555 0143 <script>ran(1)</script>")

    html = response.content.decode()
    assert html.count("&lt;b&gt;x&lt;/b&gt; call <mark>202 555 0143</mark> &lt;script&gt;") == 1
    assert html.count("<script>ran") == 0


def test_a_helpline_is_no_personal_detail(client, article):
    assert post(client, article, comment="Call 988. They were kind to me.").status_code == 303


def test_the_page_with_the_parts_is_kept_by_nobody_and_sets_no_cookie(client, article):
    response = post(client, article)

    assert "no-store" in response["Cache-Control"]
    assert dict(response.cookies) == {}


def test_a_missing_name_is_asked_for_before_the_personal_details_are(client, article):
    response = post(client, article, name="")

    assert response.content.decode().count("<mark>") == 0
    assert response.content.decode().count("Please enter your name here") >= 1


def test_words_of_somebody_in_crisis_are_taken_in_at_once_and_never_sent_back(client, article):
    response = post(client, article, comment="I want to end my life. Call me on 202 555 0143.")

    assert response.status_code == 303
    assert Comment.objects.get().get_lane_display() == "Crisis"
