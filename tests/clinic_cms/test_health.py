"""Whether the site can serve."""

import psycopg2
import pytest
from django.db import connection
from django.test import Client


def end_this_connection() -> None:
    """What the site sees when the database restarts: the line it holds is dead."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    other = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    other.autocommit = True
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])
    other.close()


@pytest.mark.django_db
def test_a_site_with_its_database_is_well(client: Client) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db(transaction=True)
def test_a_lost_database_is_503_without_detail_and_mends_itself(client: Client) -> None:
    end_this_connection()

    lost, next_time = client.get("/healthz"), client.get("/healthz")

    assert (lost.status_code, lost.content, next_time.status_code) == (503, b"unavailable\n", 200)


def test_it_only_answers_questions(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
