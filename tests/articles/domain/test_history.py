from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection

from articles.chain import FIRST
from articles.domain import publishing
from articles.domain.history import broken_chains
from articles.models import Transition
from clinic_cms.roles import PUBLISHER
from tests.factories import make_live, make_person, make_withdrawn

pytestmark = pytest.mark.django_db


def tamper(sql: str, *parameters: object) -> None:
    """As somebody who can switch the guards off."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, parameters)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def chain(article) -> list[Transition]:
    return list(Transition.objects.filter(article=article).order_by("pk"))


def test_each_transition_follows_the_one_before_it():
    links = chain(make_withdrawn().article)

    assert [link.previous_hash for link in links] == [FIRST, *(link.hash for link in links[:-1])]
    assert len({link.hash for link in links}) == 5


def test_two_articles_have_chains_of_their_own():
    first, second = make_live("First").article, make_live("Second").article

    assert [chain(article)[0].previous_hash for article in (first, second)] == [FIRST, FIRST]
    assert list(broken_chains()) == []


def test_nobody_chooses_a_hash():
    revision = make_live()
    last = revision.transitions.first()

    forged = Transition.objects.create(
        article=revision.article, revision=revision, action="publish", from_status="published",
        to_status="published", hash="f" * 64, previous_hash="e" * 64,
    )  # fmt: skip

    forged.refresh_from_db()
    assert forged.previous_hash == last.hash
    assert forged.hash != "f" * 64


@pytest.mark.parametrize(
    "change",
    [
        "note = 'Nothing happened.'",
        "by_name = 'Somebody else'",
        "by_id = NULL",
        "at = at - interval '1 microsecond'",
        "to_status = 'published'",
        "action = 'recall'",
        "notice = 'x'",
    ],
)
def test_a_changed_row_is_found_and_named(change):
    second = chain(make_withdrawn().article)[1]

    tamper(f"UPDATE articles_transition SET {change} WHERE id = %s", second.pk)

    assert [(each.transition_id, each.why) for each in broken_chains()] == [(second.pk, "it was changed")]


def test_a_row_taken_out_is_found_at_the_one_that_followed_it():
    links = chain(make_withdrawn().article)

    tamper("DELETE FROM articles_transition WHERE id = %s", links[2].pk)

    assert [(each.transition_id, each.why) for each in broken_chains()] == [
        (links[3].pk, "it does not follow the one before it")
    ]


def test_a_row_taken_off_the_end_is_found():
    links = chain(make_withdrawn().article)

    tamper("DELETE FROM articles_transition WHERE id = %s", links[-1].pk)

    assert [(each.transition_id, each.why) for each in broken_chains()] == [
        (links[-2].pk, "what came after it was taken out")
    ]


@pytest.mark.django_db(transaction=True)
def test_a_step_that_is_taken_while_history_is_read_is_no_break():
    """Between reading the transitions and reading where the revisions stand, somebody withdraws the words."""
    live, publisher = make_live(), make_person(PUBLISHER)
    told = {"by": publisher, "seen": live.state_token, "note": "Harm.", "notice": "Taken down."}
    somebody = Thread(target=run_and_close, args=[lambda: publishing.withdraw(live, **told)])

    def step_in(execute, sql, params, many, context):
        if 'FROM "articles_revision"' in sql and not somebody.ident:
            somebody.start()
            somebody.join(timeout=2)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(step_in):
        found = list(broken_chains())
    somebody.join()

    live.refresh_from_db()
    assert (found, live.status) == ([], "withdrawn")
    assert list(broken_chains()) == []


def run_and_close(act):
    act()
    connection.close()


def test_the_command_says_that_every_chain_holds(capsys):
    make_withdrawn()

    call_command("verify_history")

    assert capsys.readouterr().out == "history: 5 transitions, every chain holds\n"


def test_the_command_names_the_first_broken_row_and_fails(capsys):
    link = chain(make_live().article)[0]
    tamper("UPDATE articles_transition SET note = 'x' WHERE id = %s", link.pk)

    with pytest.raises(SystemExit) as stopped:
        call_command("verify_history")

    assert stopped.value.code == 1
    assert capsys.readouterr().err == f"walking-and-mood: transition {link.pk}: it was changed\n"
