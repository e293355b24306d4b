import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import follow_ups, publishing
from articles.enums import SignOffKind
from articles.models import FollowUp
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, PUBLISHER
from tests.factories import make_live, make_person, make_update, make_withdrawn

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def titles(client, show: str = "") -> list[str]:
    html = client.get("/desk/follow-ups/", {"show": show} if show else {}).content.decode()
    return re.findall(r'<a href="/desk/follow-ups/\d+/">([^<]*)</a>', html)


def close(follow_up):
    follow_ups.confirm(follow_up, SignOffKind.EDITORIAL, by=make_person(EDITOR), note="Seen.")
    follow_ups.confirm(follow_up, SignOffKind.CLINICAL, by=make_person(CLINICIAN), note="No harm.")


@pytest.fixture
def editor(client):
    editor = make_person(EDITOR)
    client.force_login(editor)
    return editor


def test_the_list_shows_what_is_open_overdue_or_closed(client, editor):
    with time_machine.travel(timezone.now() - timedelta(days=5)):
        make_withdrawn("Late")
        close(make_withdrawn("Done").follow_ups.get())
    make_withdrawn("Fresh")

    shown = {show: titles(client, show) for show in ("", "overdue", "closed", "nonsense")}
    assert shown == {"": ["Late", "Fresh"], "overdue": ["Late"], "closed": ["Done"], "nonsense": ["Late", "Fresh"]}


def test_what_is_overdue_is_marked_by_word_and_symbol(client, editor):
    with time_machine.travel(timezone.now() - timedelta(days=5)):
        make_withdrawn("Late")

    listed, home = text_of(client.get("/desk/follow-ups/")), text_of(client.get("/desk/"))
    assert (listed.count("! overdue"), home.count("! Overdue since")) == (1, 1)


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_costs_the_same_for_few_and_for_many(client, editor, django_assert_num_queries, count):
    for number in range(count):
        make_withdrawn(f"Words {number}")

    with django_assert_num_queries(9):
        client.get("/desk/follow-ups/")


def test_the_list_has_pages(client, editor):
    with time_machine.travel(timezone.now(), tick=False):
        live = make_withdrawn("Many")
    FollowUp.objects.bulk_create(
        FollowUp(article=live.article, revision=live, kind="withdrawal", opened_by=editor, due_on=timezone.localdate())
        for _each in range(30)
    )

    page = client.get("/desk/follow-ups/?show=open&page=2").content.decode()

    assert (page.count("Page 2 of 2"), page.count('href="?show=open&amp;page=1"')) == (1, 1)


def test_an_editor_closes_the_editorial_half_and_a_clinician_the_other(client, editor):
    follow_up = make_withdrawn().follow_ups.get()
    address = follow_up.get_absolute_url()

    first = client.post(address, {"kind": "editorial", "note": "Nobody saw the retraction."}, follow=True)
    client.force_login(make_person(CLINICIAN))
    second = client.post(address, {"kind": "clinical", "note": "No reader was at risk."}, follow=True)

    assert text_of(first).count("Kept. The other half is still open.") == 1
    assert text_of(second).count("Closed.") == 1
    assert [each.note for each in follow_up.confirmations.all()] == [
        "Nobody saw the retraction.",
        "No reader was at risk.",
    ]


def test_what_was_written_stays_when_somebody_was_faster(client, editor):
    follow_up = make_withdrawn().follow_ups.get()
    follow_ups.confirm(follow_up, SignOffKind.EDITORIAL, by=make_person(PUBLISHER, "faster"), note="Seen.")

    response = client.post(follow_up.get_absolute_url(), {"kind": "editorial", "note": "My long finding."})

    assert response.status_code == 422
    assert text_of(response).count("Faster has looked already, on") == 1
    assert text_of(response).count("My long finding.") == 1


def test_a_finding_is_asked_for(client, editor):
    follow_up = make_withdrawn().follow_ups.get()

    response = client.post(follow_up.get_absolute_url(), {"kind": "editorial", "note": ""})

    assert response.status_code == 422
    assert text_of(response).count("Please write what you found. It is kept for ever.") == 2


def test_who_may_not_close_it_reads_why(client):
    follow_up = make_withdrawn().follow_ups.get()
    client.force_login(make_person(ADMINISTRATOR))

    text = text_of(client.get(follow_up.get_absolute_url()))

    assert text.count("Only a clinician can close the clinical half.") == 1
    assert text.count("Only an editor or a publisher can close the editorial half.") == 1


def test_the_withdrawn_words_lead_to_their_follow_up(client, editor):
    gone = make_withdrawn()

    html = client.get(gone.get_absolute_url()).content.decode()

    assert html.count(f'href="{gone.follow_ups.get().get_absolute_url()}"') == 1


def test_an_update_says_that_the_words_readers_saw_were_withdrawn(client, editor):
    live = make_live()
    update = make_update(live, summary="New.")
    publishing.withdraw(live, by=make_person(CLINICIAN), seen=live.state_token, note="Wrong dose.")

    text = text_of(client.get(update.get_absolute_url()))

    assert text.count("The words readers saw were withdrawn") == 1
    assert text.count("Wrong dose.") == 2  # there, and in the history


def test_the_withdrawal_form_says_what_happens(client):
    client.force_login(make_person(CLINICIAN))

    text = text_of(client.get(make_live().get_absolute_url()))

    assert text.count("The moment you press the button:") == 1
