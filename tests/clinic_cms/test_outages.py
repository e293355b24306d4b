"""What a reader sees while the database is away."""

import pytest
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from clinic_cms.outages import server_error
from tests.clinic_cms.test_health import end_this_connection


def answer_to(error: Exception, request: HttpRequest) -> HttpResponse:
    try:
        raise error
    except Exception:
        return server_error(request)


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("connection already closed")])
def test_a_database_that_is_away_is_503_with_a_time_to_try_again(rf: RequestFactory, error: Exception) -> None:
    response = answer_to(error, rf.get("/"))

    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (503, "5", "no-store")
    assert b"We will be right back" in response.content


def test_any_other_error_is_the_usual_page(rf: RequestFactory) -> None:
    response = answer_to(ValueError("a mistake of ours"), rf.get("/"))

    assert (response.status_code, response.has_header("Retry-After")) == (500, False)


@pytest.mark.django_db(transaction=True)
def test_a_page_is_back_as_soon_as_the_database_is() -> None:
    client = Client(raise_request_exception=False)
    connection.ensure_connection()
    end_this_connection()

    away = client.get("/articles/").status_code
    close_old_connections()  # what the server does before each request, and the test client leaves out
    back = client.get("/articles/").status_code

    assert (away, back) == (503, 200)
