import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Topic
from clinic_cms.management.commands.bench_comments import Measured


def test_it_is_asked_for_more_than_what_it_is_compared_with():
    with pytest.raises(CommandError, match="Choose a number above 10000"):
        call_command("bench_comments", number=10_000)


@pytest.mark.django_db
def test_an_account_that_may_not_switch_triggers_off_is_told_so_before_anything_is_built():
    """A plain account of the test's own server, for the length of this test."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE bench_nobody; SET LOCAL ROLE bench_nobody")
        try:
            with pytest.raises(CommandError, match="This account may not switch triggers off"):
                call_command("bench_comments", number=20_000)
        finally:
            cursor.execute("RESET ROLE")


@pytest.mark.django_db
def test_each_round_is_undone_and_the_databases_part_is_told():
    def work():
        Topic.objects.create(name="Never kept", slug="never-kept")

    whole, part = Measured("a topic", 1, work).milliseconds()

    assert Topic.objects.count() == 0
    assert 0 < part <= whole
