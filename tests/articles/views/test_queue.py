"""/desk/reviews/: what waits for whom, since when, due when; filtered and sorted, and all of it in the address."""

import html as entities
import re

import pytest
import time_machine
from django.db import connection

from articles.domain import reviewing
from articles.domain.claiming import claim
from articles.domain.pool import standing_assignments
from articles.enums import SignOffKind
from articles.models import Assignment, Claim, Review
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    make_in_review,
    make_live,
    make_person,
    make_scheduled,
    make_signed_off,
    make_topic,
    make_update,
    sign,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    person = make_person(EDITOR)
    client.force_login(person)
    return person


def page(client, **query):
    return client.get("/desk/reviews/", query)


def titles(response):
    return re.findall(r'<th scope="row">\s*<a href="[^"]*">([^<]*)</a>', response.content.decode())


def listed(client, **query):
    return titles(page(client, **query))


def text(response):
    """What is read on the page, without its tags."""
    return " ".join(entities.unescape(re.sub(r"<[^>]*>", " ", response.content.decode())).split())


def test_a_row_says_what_waits_for_whom_since_when_and_due_when(client, editor):
    make_person(CLINICIAN, full_name="Ada Osei")
    with time_machine.travel("2026-11-25 12:00 -0700"):
        make_in_review("Feet", topic=make_topic("high", "Diabetes"))
        client.force_login(editor)

        row = text(page(client)).partition("For you")[2]

    shown = ["Feet", "Diabetes", "high", "1 editorial", f"waits for {editor}", "2 clinical", "waits for Ada Osei"]
    more = ["Nobody here can give this sign-off: ask an administrator.", "25 Nov 2026, 12:00 MST", "Mon 30 Nov 2026"]
    assert [each for each in shown + more if each not in row] == []


def test_what_is_overdue_is_marked_with_a_word(client, editor):
    with time_machine.travel("2026-11-25 12:00 -0700"):
        make_in_review("Late")
    with time_machine.travel("2026-12-02 12:00 -0700") as clock:
        client.force_login(editor)
        on_the_day = text(page(client))
        clock.move_to("2026-12-03 12:00 -0700")
        the_day_after = text(page(client)).partition("Filter and order")[2]

    assert on_the_day.count("Due today") == 1
    assert re.findall(r"Wed 2 Dec 2026 (Overdue|Due today)", the_day_after) == ["Overdue"]


def test_who_is_reading_it_is_said_to_the_others(client, editor):
    revision, doctor = make_in_review(), make_person(CLINICIAN, full_name="Ada Osei")
    with time_machine.travel("2026-11-25 12:00 -0700"):
        claim(revision, SignOffKind.CLINICAL, by=doctor)
        client.force_login(editor)

        assert text(page(client)).count("Ada Osei is reviewing this until 14:00 MST.") == 1


def test_an_update_of_live_words_is_compared_with_them_in_one_click(client, editor):
    update = make_update(make_live("Live"), summary="Newer.")
    reviewing.submit(update, by=update.saved_by, seen=update.state_token)
    make_in_review("Walking")

    links = re.findall(r'href="(/desk/articles/[^"]*)">Compare with what is live', page(client).content.decode())

    assert links == [f"/desk/articles/{update.article_id}/compare/?new={update.pk}"]
    assert client.get(links[0]).status_code == 200


# ---- Filters


def test_mine_is_what_waits_for_me_and_what_i_claimed(client, editor):
    make_in_review("Given to me")
    make_person(EDITOR)
    make_in_review("Given to the other one")
    claimed = make_in_review("Given to the first writer, claimed by me")
    assert listed(client, show="mine") == ["Given to me"]

    claim(claimed, SignOffKind.EDITORIAL, by=editor)

    assert listed(client, show="mine") == ["Given to me", "Given to the first writer, claimed by me"]


def test_what_i_can_sign_is_what_the_rules_would_let_me_sign(client, editor):
    doctor = make_person(CLINICIAN)
    make_in_review("Signable")
    make_in_review("Changed by me", by=editor)
    make_in_review("Written by me", author=editor)
    sign(make_in_review("Signed by me"), SignOffKind.EDITORIAL, editor)
    sign(make_in_review("Editorial given"), SignOffKind.EDITORIAL, make_person(EDITOR))
    sign(make_in_review("Clinical given"), SignOffKind.CLINICAL, doctor)
    update = make_update(make_live("Live", by=editor), author=make_person(EDITOR), summary="Newer.")
    reviewing.submit(update, by=update.saved_by, seen=update.state_token)

    everything, signable = page(client), page(client, show="can-sign")

    by_the_rules = [row["revision"].title for row in everything.context["rows"] if row["own"]["can_sign"]]
    assert titles(signable) == by_the_rules == ["Signable", "Clinical given", "Live"]


def test_a_clinician_can_sign_only_with_a_valid_credential(client):
    doctor = make_person(CLINICIAN)
    client.force_login(doctor)
    make_in_review("Feet")
    assert listed(client, show="can-sign") == ["Feet"]

    doctor.credentials.update(expires_on="2020-01-01")

    assert listed(client, show="can-sign") == []


def test_by_the_sign_off_that_is_missing(client, editor):
    sign(make_in_review("Clinical missing"), SignOffKind.EDITORIAL, make_person(EDITOR))
    sign(make_in_review("Editorial missing"), SignOffKind.CLINICAL, make_person(CLINICIAN))

    assert listed(client, kind="clinical") == ["Clinical missing"]
    assert listed(client, kind="editorial") == ["Editorial missing"]


def test_by_topic_by_risk_and_by_both(client, editor):
    make_in_review("Feet", topic=make_topic("high", "Diabetes"))
    make_in_review("Eyes", topic=make_topic("high", "Seeing"))
    make_in_review("Sleep")

    assert listed(client, topic="diabetes") == ["Feet"]
    assert listed(client, risk="high") == ["Feet", "Eyes"]
    assert listed(client, risk="standard") == ["Sleep"]
    assert listed(client, risk="standard", topic="diabetes") == []


def test_by_the_person_it_waits_for(client, editor):
    doctors = [make_person(CLINICIAN), make_person(CLINICIAN)]
    for title in ("First", "Second"):
        make_in_review(title)

    assert [listed(client, person=doctor.pk) for doctor in doctors] == [["First"], ["Second"]]


def test_by_due_date(client, editor):
    with time_machine.travel("2026-11-25 12:00 -0700"):
        make_in_review("Due Wednesday 2 December")
    with time_machine.travel("2026-12-03 12:00 -0700"):
        make_in_review("Due Thursday 10 December")
        make_in_review("Due Tuesday 8 December", topic=make_topic("high", "Diabetes"))
    with time_machine.travel("2026-12-07 12:00 -0700"):
        client.force_login(editor)

        assert listed(client, due="overdue") == ["Due Wednesday 2 December"]
        assert listed(client, due="this-week") == ["Due Tuesday 8 December", "Due Thursday 10 December"]


def test_by_state(client, editor):
    make_in_review("In review")
    make_signed_off("Signed off")
    make_scheduled("Scheduled")
    returned = make_in_review("Returned")
    reviewing.recall(returned, by=returned.saved_by, seen=returned.state_token)
    make_live("Live")

    shown = {state: listed(client, state=state) for state in ("", "in_review", "signed_off", "scheduled", "returned")}
    assert shown == {
        "": ["In review"],
        "in_review": ["In review"],
        "signed_off": ["Signed off"],
        "scheduled": ["Scheduled"],
        "returned": ["Returned"],
    }


@pytest.mark.parametrize(
    "query",
    [
        {"show": "nobody"},
        {"state": "published"},
        {"kind": "legal"},
        {"topic": "no-such-topic"},
        {"person": "99999999999999999999"},
        {"person": "me"},
        {"risk": "none"},
        {"due": "yesterday"},
        {"sort": "body"},
        {"sort": "--due"},
        {"page": "x"},
    ],
)
def test_a_value_that_means_nothing_is_ignored(client, editor, query):
    make_in_review("Feet")

    response = page(client, **query)

    assert (response.status_code, titles(response)) == (200, ["Feet"])


def test_where_nothing_is_like_that_the_page_says_so_and_offers_everything(client, editor):
    make_in_review("Feet")

    response = page(client, risk="high")

    assert text(response).count("No review matches. Show everything in review") == 1
    assert response.content.decode().count('<a href="/desk/reviews/">Show everything in review</a>') == 1


def test_the_page_says_how_many_there_are(client, editor):
    for number in range(31):
        make_in_review(f"Article {number}", by=User.objects.filter(groups__name=EDITOR).last())

    assert (text(page(client)).count("31 reviews"), len(listed(client)), len(listed(client, page=2))) == (1, 30, 1)


# ---- Order


@pytest.fixture
def three(editor):
    with time_machine.travel("2026-11-25 12:00 -0700"):
        make_in_review("banana", topic=make_topic("standard", "Zoonoses"))
    with time_machine.travel("2026-11-25 13:00 -0700"):
        make_in_review("Apple", topic=make_topic("high", "Medicines"))
    with time_machine.travel("2026-11-26 12:00 -0700"):
        make_in_review("cherry", topic=make_topic("standard", "Ageing"))


@pytest.mark.parametrize(("sort", "order"), [
    ("", ["Apple", "banana", "cherry"]),
    ("due", ["Apple", "banana", "cherry"]),
    ("-due", ["cherry", "banana", "Apple"]),
    ("since", ["banana", "Apple", "cherry"]),
    ("-since", ["cherry", "Apple", "banana"]),
    ("title", ["Apple", "banana", "cherry"]),
    ("-title", ["cherry", "banana", "Apple"]),
    ("topic", ["cherry", "Apple", "banana"]),
    ("-topic", ["banana", "Apple", "cherry"]),
    ("-risk", ["Apple", "banana", "cherry"]),
    ("risk", ["banana", "cherry", "Apple"]),
])  # fmt: skip
def test_every_column_sorts_both_ways(client, three, sort, order):
    assert listed(client, sort=sort) == order


def test_a_review_without_a_due_date_comes_last_both_ways(client, three):
    without_due_date("cherry")

    assert (listed(client, sort="due")[-1], listed(client, sort="-due")[-1]) == ("cherry", "cherry")


def without_due_date(title):
    """A review from the time before there were due dates; the guards let nobody make one now."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE articles_review SET due_on = NULL FROM articles_revision r WHERE r.id = revision_id AND title = %s",
            [title],
        )
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def headings(response):
    """By column: which way it is sorted, and where its link leads."""
    cells = re.findall(
        r'<th scope="col" ?(?:aria-sort="(\w+)")?>\s*<a href="([^"]*)">([^<]*)</a>', response.content.decode()
    )
    return {label: (way, entities.unescape(url)) for way, url, label in cells}


def test_a_column_says_which_way_it_is_sorted_and_leads_to_the_other_way(client, three):
    usual, titled = headings(page(client)), headings(page(client, sort="title", risk="high"))

    assert usual["Due"] == ("ascending", "?sort=-due")
    assert usual["Risk"] == ("", "?sort=-risk")
    assert titled["Title"] == ("ascending", "?risk=high&sort=-title")
    assert titled["Due"] == ("", "?risk=high")


def test_the_whole_choice_is_in_the_address_and_stays_over_pages_and_orders(client, editor):
    writer, topic = make_person(EDITOR), make_topic("high", "Diabetes")
    for number in range(31):
        make_in_review(f"Article {number}", by=writer, topic=topic)
    query = {"topic": "diabetes", "risk": "high", "kind": "editorial", "person": str(editor.pk), "sort": "-title"}

    first = page(client, **query)
    links = re.findall(r'rel="next" href="([^"]*)"', first.content.decode())
    chosen = dict(
        re.findall(r'<select name="(\w+)".*?<option value="([^"]*)" selected', first.content.decode(), re.DOTALL)
    )
    second = client.get("/desk/reviews/" + entities.unescape(links[0]))

    assert {name: chosen[name] for name in query} == query
    assert (len(titles(first)), len(titles(second))) == (30, 1)
    assert not set(titles(first)) & set(titles(second))


# ---- Claim, release, assign


def test_claiming_and_releasing_from_the_queue(client):
    revision, doctor = make_in_review("Feet"), make_person(CLINICIAN)
    client.force_login(doctor)
    here = {"HTTP_REFERER": "http://testserver/desk/reviews/?show=mine"}
    address = f"/desk/reviews/{revision.review.pk}"

    claimed = client.post(f"{address}/claim/", {"kind": "clinical"}, **here)
    shown = text(page(client))
    released = client.post(f"{address}/release/", **here)

    assert claimed["Location"] == released["Location"] == "/desk/reviews/?show=mine"
    assert (shown.count("You are reviewing this until"), shown.count("Release : Feet")) == (1, 1)
    assert Claim.objects.get().released_at is not None
    assert text(page(client)).count("Claim for 2 hours : Feet") == 1


def test_who_comes_second_reads_who_has_claimed_it(client):
    revision, second = make_in_review(), make_person(CLINICIAN)
    claim(revision, SignOffKind.CLINICAL, by=make_person(CLINICIAN, full_name="Ada Osei"))
    client.force_login(second)

    queue, screen = text(page(client)), client.get(f"/desk/revisions/{revision.pk}/").content.decode()
    client.post(f"/desk/reviews/{revision.review.pk}/claim/", {"kind": "clinical"})

    assert queue.count("Claim for 2 hours") == 0
    button = re.search(r'<button[^>]*disabled[^>]*aria-describedby="claim-refusal">Claim for 2 hours</button>', screen)
    assert button
    sentence = re.search(r'id="claim-refusal">([^<]*)<', screen)[1]
    assert sentence.startswith("Ada Osei is reviewing this until ")
    assert text(client.get("/desk/")).count("You can sign it off all the same.") == 1


def test_a_kind_that_does_not_exist_cannot_be_claimed(client):
    revision = make_in_review()
    client.force_login(make_person(CLINICIAN))

    assert client.post(f"/desk/reviews/{revision.review.pk}/claim/", {"kind": "legal"}).status_code == 404


def given(client, revision, before, to, note="On leave."):
    answers = {"kind": "clinical", "instead_of": before.pk if before else "", "to": to.pk if to else "", "note": note}
    return client.post(f"/desk/reviews/{revision.review.pk}/assign/", answers)


@pytest.fixture
def publisher(client):
    person = make_person(PUBLISHER, full_name="Linh Hartsfield")
    client.force_login(person)
    return person


def test_a_publisher_gives_a_sign_off_to_somebody_else_on_the_review_screen(client, publisher):
    before = make_person(CLINICIAN, full_name="Ada Osei")
    revision, after = make_in_review(), make_person(CLINICIAN, full_name="Bea Okoro")
    screen = client.get(f"/desk/revisions/{revision.pk}/").content.decode()
    offered = re.findall(rf'<option value="({before.pk}|{after.pk})">', screen)

    response = given(client, revision, Assignment.objects.get(person=before), after)

    shown = text(client.get(response["Location"]))
    assert offered == [str(after.pk)]
    assert shown.count("waits for Bea Okoro") == 1
    assert re.findall(r"clinical: Ada Osei, then Bea Okoro .*? · Linh Hartsfield (On leave\.)", shown) == ["On leave."]


def test_a_form_that_is_not_complete_comes_back_as_it_was(client, publisher):
    make_person(CLINICIAN)
    revision, after = make_in_review(), make_person(CLINICIAN)
    before = standing_assignments().get(kind="clinical")

    without_reason = given(client, revision, before, after, note=" ")
    without_person = given(client, revision, before, None, note="She asked for it.")

    assert (without_reason.status_code, without_person.status_code) == (422, 422)
    assert without_reason.content.decode().count("Please say why. The reason is kept with the article for ever.") == 1
    assert without_reason.content.decode().count(f'<option value="{after.pk}" selected>') == 1
    assert without_person.content.decode().count("She asked for it.</textarea>") == 1


def test_a_publisher_who_changed_the_words_is_told_that_another_one_has_to_choose(client, publisher):
    publisher.groups.add(*make_person(EDITOR).groups.all())
    make_person(CLINICIAN)
    revision = make_in_review(by=publisher)

    html = client.get(f"/desk/revisions/{revision.pk}/").content.decode()

    assert html.count("You changed these words, so another publisher has to choose who signs them off.") == 1
    assert html.count("Give it to them") == 0


def test_where_nobody_is_qualified_the_screen_says_whom_to_ask(client, publisher):
    revision = make_in_review()

    shown = text(client.get(f"/desk/revisions/{revision.pk}/"))

    assert shown.count("Nobody here can give this sign-off: ask an administrator.") == 1
    assert shown.count("Nobody else here can give it.") == 2


# ---- Cost


def copies(count):
    """So many more reviews in review, each like the first: rows alone, past the guards, to count queries over many."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, changes in (
            ("article", {"slug": "'copy-' || n", "live_revision_id": "NULL"}),
            ("revision", {"article_id": "article_id + n * 100000"}),
            ("review", {"revision_id": "revision_id + n * 100000"}),
            ("assignment", {"review_id": "review_id + n * 100000", "replaces_id": "NULL"}),
            ("contribution", {"revision_id": "revision_id + n * 100000"}),
        ):
            cursor.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position",
                [f"articles_{table}"],
            )
            columns = [name for (name,) in cursor.fetchall()]
            values = [{"id": "id + n * 100000", **changes}.get(name, name) for name in columns]
            cursor.execute(
                f"INSERT INTO articles_{table} ({', '.join(columns)})"
                f" SELECT {', '.join(values)} FROM articles_{table}, generate_series(1, {count}) n"
            )
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


@pytest.mark.parametrize("many", [9, 9_999])
def test_the_queue_and_the_desk_cost_the_same_for_10_and_for_10_000_articles(client, django_assert_num_queries, many):
    doctor = make_person(CLINICIAN)
    make_in_review("Feet", topic=make_topic("high"))
    copies(many)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the server does by itself, but not for rows that came a moment ago
    client.force_login(doctor)
    claim(Review.objects.first().revision, SignOffKind.CLINICAL, by=doctor)

    with django_assert_num_queries(18):
        found = page(client, show="can-sign", kind="clinical", sort="title")
    with django_assert_num_queries(16):
        home = client.get("/desk/")
    with django_assert_num_queries(52):
        screen = client.get(Review.objects.first().revision.get_absolute_url())

    assert found.context["page"].paginator.count == many + 1
    assert len(home.context["waiting"][0]["items"]) == 8
    assert screen.content.decode().count('<section class="sign-form"') == 1


@pytest.mark.parametrize(("address", "is_open"), [
    ("/desk/reviews/", False),
    ("/desk/reviews/?show=mine", False),
    ("/desk/reviews/?due=overdue", False),
    ("/desk/reviews/?kind=clinical", True),
    ("/desk/reviews/?show=mine&due=this-week", True),
])  # fmt: skip
def test_the_filters_are_open_only_where_one_is_set_that_no_quick_link_shows(client, address, is_open):
    client.force_login(make_person(EDITOR))

    assert client.get(address).context["is_narrowed"] == is_open
