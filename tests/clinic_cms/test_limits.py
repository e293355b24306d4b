"""Refused before anything is read."""

from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from clinic_cms.limits import RefuseBeforeReading

TOO_LARGE = 2_621_441


def test_a_body_that_is_announced_too_large_is_refused_without_reading_it(rf: RequestFactory) -> None:
    body = BytesIO(b"x" * 10)
    request = rf.generic("POST", "/", CONTENT_LENGTH=str(TOO_LARGE))
    request.META["wsgi.input"] = body

    response = RefuseBeforeReading(lambda request: pytest.fail("it went through"))(request)

    assert (response.status_code, body.tell()) == (413, 0)


def test_the_refusal_says_what_to_do(client: Client) -> None:
    response = client.post("/", data=b"x" * TOO_LARGE, content_type="text/plain")

    assert response.status_code == 413
    assert b"That was too large for us" in response.content


@pytest.mark.parametrize(
    ("path", "signed_in", "status"),
    [
        ("/desk/revisions/1/edit/", True, 302),
        ("/desk/revisions/1/edit/", False, 413),
        ("/desk/revisions/1/edit/more/", True, 413),
        ("/articles/x/comments/", True, 413),
    ],
)
def test_only_the_page_where_words_are_written_takes_more(
    client: Client, path: str, signed_in: bool, status: int
) -> None:
    if signed_in:
        client.cookies["sessionid"] = "a-session-that-ended"
    request = RequestFactory().generic("POST", path, CONTENT_LENGTH=str(TOO_LARGE))
    request.COOKIES = {name: cookie.value for name, cookie in client.cookies.items()}

    assert RefuseBeforeReading(lambda request: HttpResponse(status=302))(request).status_code == status


@pytest.mark.parametrize("announced", ["-1", "many", "1e3", "\u0663"])
def test_a_length_that_is_no_number_is_a_bad_request(client: Client, announced: str) -> None:
    assert client.get("/healthz", CONTENT_LENGTH=announced).status_code == 400


@pytest.mark.parametrize("path", ["/%00", "/search/?q=%00", "/articles/a%00b/"])
def test_a_nul_in_an_address_is_a_bad_request(client: Client, path: str) -> None:
    assert client.get(path).status_code == 400


def test_a_nul_in_a_cookie_is_a_bad_request(client: Client) -> None:
    assert client.get("/", HTTP_COOKIE="a=\0").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/%ED%A0%80", "/articles/%ED%A0%80/", "/articles/%zz/", "/%FF%FE"])
def test_a_broken_encoding_is_an_unknown_address_and_no_error(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_large_number_of_fields_is_a_bad_request(client: Client) -> None:
    body = "&".join(f"field{number}=" for number in range(1001))

    response = client.post("/accounts/login/", data=body, content_type="application/x-www-form-urlencoded")

    assert response.status_code == 400
