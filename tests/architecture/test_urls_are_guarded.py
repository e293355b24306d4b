"""Every address, as a stranger. What is public is listed here; everything else asks for a sign-in first."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from clinic_cms.models import User
from tests.factories import make_live
from tests.roles.desk import ADDRESSES, things
from tests.site_pages import make_live_page

pytestmark = pytest.mark.django_db

PUBLIC = {
    "home",
    "healthz",
    "logo",
    "look",
    "feedback",
    "feedback_thanks",
    "robots",
    "security",
    "sitemap",
    "articles:feed",
    "articles:index",
    "articles:json_feed",
    "articles:share_card",
    "articles:topic_feed",
    "articles:search",
    "articles:site_page",
    "articles:detail",
    "articles:topic",
    "articles:topics",
    "articles:version",
    "articles:versions",
    "articles:person",
    "pictures:picture",
    "pictures:file",
    "pictures:sized",
    "articles:preview",
    "articles:preview_advice",
    "articles:preview_code",
    "articles:preview_confirm",
    "articles:preview_remark",
    "comments:post",
    "comments:own",
    "comments:at",
    "comments:feed",
    "comments:report",
    "comments:reported",
    # whoever knows the signed address of a comment is its author
    "comments:appeal",
    "comments:correct",
    "comments:erase",
    "comments:export",
    "comments:withdraw",
}


# Public, but not for a stranger who knows nothing: a form that was posted, or a private address.
_BY_ADDRESS = (
    "comments:",
    "pictures:",
    "articles:preview",
    "articles:share",
    "logo",
    "look",
    "security",
    "articles:version",
)
NEEDS_MORE = {name for name in PUBLIC if name.startswith(_BY_ADDRESS)}


def addresses(patterns, space=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, pattern.namespace or space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{space}:{pattern.name}" if space else pattern.name, pattern


def all_names() -> set[str]:
    return {name for name, _pattern in addresses(get_resolver().url_patterns)}


def test_every_address_of_the_desk_is_in_the_table_of_roles():
    desk = {name.removeprefix("desk:") for name in all_names() if name.startswith("desk:")}

    assert {address.name for address in ADDRESSES} == desk


def test_every_address_outside_the_desk_is_public_by_intention():
    ours = {name for name in all_names() if not re.match(r"(desk|admin):|account_|mfa_", name)}

    assert ours == PUBLIC


def test_a_stranger_is_sent_to_sign_in_from_every_address_of_the_desk(client):
    made = things()

    for address in ADDRESSES:
        response = getattr(client, address.method)(address.url(made))
        assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/accounts/login/")


def test_a_stranger_cannot_reach_the_support_windows(client):
    response = client.get("/desk/support/articles/revision/")

    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/accounts/login/")


def test_nobody_signs_up(client):
    password = "correct-horse-9"

    response = client.post(
        "/accounts/signup/",
        {"email": "new@person.example", "username": "new", "password1": password, "password2": password},
    )

    assert response.status_code == 200
    assert User.objects.count() == 0


@pytest.mark.parametrize("name", sorted(PUBLIC - NEEDS_MORE))
def test_a_public_address_answers_a_stranger(client, name):
    article = make_live().article
    argument = {
        "articles:detail": article.slug,
        "feedback": article.slug,
        "feedback_thanks": article.slug,
        "articles:topic": article.live_revision.topic.slug,
        "articles:topic_feed": article.live_revision.topic.slug,
        "articles:site_page": make_live_page().article.site_page if name == "articles:site_page" else None,
        "articles:person": article.live_revision.author.slug,
    }.get(name)

    assert client.get(reverse(name, args=[argument] if argument else [])).status_code == 200
