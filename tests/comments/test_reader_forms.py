import pytest
from django.utils import timezone

from comments import tokens
from comments.models import Comment
from comments.reader_forms import CommentForm
from tests.factories import make_live_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_live_article()


def form_with(article, **typed):
    token = tokens.issue(article.pk, timezone.now())
    return CommentForm(article, {"comment": "It helped me.", "name": "Mia", "token": token, **typed})


def test_a_line_end_counts_once_though_browsers_send_two_characters(article):
    form = form_with(article, comment="\r\n".join(["x" * 99] * 50))

    assert form.is_valid()
    assert len(form.cleaned_data["comment"]) == 4999


def test_a_name_is_one_line(article):
    form = form_with(article, name="  Mia\r\nthe   moderator ")

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Mia the moderator"


def test_fields_that_were_not_asked_are_ignored(article):
    form = form_with(article, status="approved", email="mia@example.org")

    assert form.is_valid()
    assert sorted(form.cleaned_data) == ["comment", "name", "personal", "reply", "token", "website"]


def test_a_nul_is_refused_and_the_text_is_kept(article):
    form = form_with(article, comment="before\x00after")

    assert list(form.errors) == ["comment"]
    assert form["comment"].value() == "before\x00after"


@pytest.mark.parametrize("charset", ["utf-8", "unicode_escape"])
def test_a_lone_surrogate_never_ends_in_a_fault(client, article, charset):
    body = '--b\r\nContent-Disposition: form-data; name="comment"\r\n\r\nhello \\ud800\r\n--b--\r\n'
    kind = f"multipart/form-data; boundary=b; charset={charset}"

    response = client.generic("POST", f"/articles/{article.slug}/comments/", body.encode(), content_type=kind)

    assert response.status_code == 403
    assert response.content.count(b">\nhello ") == 1
    assert Comment.objects.count() == 0
