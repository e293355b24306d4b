import csv
import re
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine

from articles.domain import follow_ups, publishing, reviewing
from articles.domain.claiming import claim
from articles.domain.coming_down import withdraw_as_planned
from articles.domain.due import do_what_is_due
from articles.enums import ChangeClass, SignOffKind
from articles.views.report_table import as_text
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    BODY,
    give_sign_offs,
    make_in_review,
    make_live,
    make_person,
    make_plan,
    make_topic,
    make_update,
    make_withdrawn,
    sign,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _march():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def desk(client):
    client.force_login(make_person(CLINICIAN, "looker"))
    return client


def table(response, key):
    return next(each for each in response.context["tables"] if each.key == key)


def look_again(follow_up, kind, *, by):
    follow_ups.confirm(follow_up, kind, by=by, note="Looked at.")


def read(response):
    return list(csv.reader(StringIO(response.content.decode(), newline="")))


def test_without_a_period_it_is_the_last_six_months(desk):
    response = desk.get("/desk/reports/")

    assert response.context["period"] == {"first": "2025-10", "last": "2026-03"}
    assert [row.name for row in table(response, "throughput").rows] == [
        "October 2025",
        "November 2025",
        "December 2025",
        "January 2026",
        "February 2026",
        "March 2026",
    ]


def test_the_period_stands_in_the_address(desk):
    response = desk.get("/desk/reports/?from=2026-01&to=2026-02")

    assert [row.name for row in table(response, "throughput").rows] == ["January 2026", "February 2026"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=March", "Enter a month such as 2026-03."),
        ("from=2026-13", "Enter a month such as 2026-03."),
        ("to=1066-10", "Enter a month such as 2026-03."),
        ("to=%F0%9D%9F%98", "Enter a month such as 2026-03."),
        ("from=2026-03&to=2026-02", "The first month comes after the last one. Turn them round."),
        ("from=2020-01&to=2026-02", "Choose three years at most."),
    ],
)
def test_what_is_no_period_is_told_and_what_was_typed_stays(desk, query, sentence):
    response = desk.get(f"/desk/reports/?{query}")

    assert (response.status_code, response.context["refusal"]) == (422, sentence)


def test_a_clinic_that_has_just_opened_finds_sentences_in_place_of_tables(desk):
    html = desk.get("/desk/reports/").content.decode()

    assert (html.count('class="plot"'), html.count('class="plot plot--bars"')) == (0, 0)
    for sentence in (
        "No step ended in this period.",
        "Nothing was done in this period.",
        "Everything that was planned has been done.",
        "No live article is overdue for its review.",
        "No sign-off is overdue.",
        "Nothing was withdrawn in this period.",
        "Everything that was withdrawn has been looked at again.",
        "No sign-off was carried over in this period.",
    ):
        assert html.count(sentence) == 1


def test_each_plot_repeats_what_its_table_says(desk):
    make_live()
    make_withdrawn("Another")

    html = desk.get("/desk/reports/?from=2026-03&to=2026-03").content.decode()

    assert re.findall(r"<figcaption>([^<]*): <strong>(\d+)</strong>", html) == [
        ("Submitted", "2"),
        ("Signed off", "2"),
        ("Published", "2"),
        ("Withdrawn", "1"),
    ]
    assert html.count('role="img" aria-label="Published by month; the table below has the numbers"') == 1
    assert re.findall(r'\sstyle="', html) == []


def test_what_took_no_time_to_speak_of_is_not_told_as_none():
    assert as_text(0.01) == "less than 0.1"
    assert [as_text(value) for value in (0.0, 0.06, 1.26, 1.96)] == ["0.0", "0.1", "1.3", "2.0"]


def test_withdrawals_are_listed_with_who_why_and_what_readers_were_told(desk):
    by = make_withdrawn().transitions.get(action="withdraw").by

    row = table(desk.get("/desk/reports/"), "withdrawals").rows[0]

    assert (row.name, row.texts()) == (
        "Walking and mood",
        [
            "20 Mar 2026, 12:00 MDT",
            "at once",
            by.display_name,
            "A source was retracted.",
            "One of its sources was retracted.",
            "not yet",
            "\N{EN DASH}",
        ],
    )


def test_what_came_down_as_planned_is_told_apart_from_what_was_taken_down_at_once(desk):
    make_plan(make_live("Planned"), minutes=5)
    make_withdrawn("At once")
    with time_machine.travel(NOW + timedelta(minutes=6), tick=False):
        do_what_is_due()

        rows = table(desk.get("/desk/reports/"), "withdrawals").rows

    assert [(row.name, row.texts()[1], row.values[-2]) for row in rows] == [
        ("Planned", "as planned", "not needed"),
        ("At once", "at once", "not yet"),
    ]


def test_a_plan_that_a_person_carried_out_is_told_apart_from_an_emergency(desk):
    planned, urgent = make_live("Planned"), make_live("Urgent")
    withdraw_as_planned(make_plan(planned), by=make_person(PUBLISHER))
    make_plan(urgent)
    publishing.withdraw(urgent, by=make_person(PUBLISHER), seen=urgent.state_token, note="A source was retracted.")

    rows = table(desk.get("/desk/reports/"), "withdrawals").rows

    assert [(row.name, row.texts()[1]) for row in rows] == [
        ("Urgent", "at once"),
        ("Planned", "as planned, but sooner"),
    ]


def test_a_plan_that_a_person_carried_out_after_its_moment_is_told_as_done_by_hand(desk):
    plan = make_plan(make_live("Planned"), minutes=5)
    with time_machine.travel(NOW + timedelta(minutes=6), tick=False):
        withdraw_as_planned(plan, by=make_person(PUBLISHER))

        (row,) = table(desk.get("/desk/reports/"), "withdrawals").rows

    assert row.texts()[1] == "as planned, by hand"


def test_an_earlier_emergency_for_the_reason_of_a_later_plan_stays_an_emergency(desk):
    first = make_live()
    publishing.withdraw(
        first, by=make_person(PUBLISHER), seen=first.state_token, note="The trial ends.", notice="It was for May."
    )
    later = NOW + timedelta(hours=1)
    with time_machine.travel(later, tick=False):
        draft = make_update(first)
        revision = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
        live = publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)
        withdraw_as_planned(make_plan(live), by=make_person(PUBLISHER))

        rows = table(desk.get("/desk/reports/"), "withdrawals").rows

    assert [row.texts()[1] for row in rows] == ["as planned, but sooner", "at once"]


def test_a_withdrawal_says_who_looked_again_and_how_long_it_took(desk):
    follow_up = make_withdrawn().follow_ups.get()
    look_again(follow_up, SignOffKind.EDITORIAL, by=make_person(EDITOR, full_name="Jo Lindqvist"))
    assert table(desk.get("/desk/reports/"), "withdrawals").rows[0].values[-2:] == ("not yet", None)
    with time_machine.travel(NOW + timedelta(hours=36), tick=False):
        look_again(follow_up, SignOffKind.CLINICAL, by=make_person(CLINICIAN, full_name="Amara Osei"))

        (row,) = table(desk.get("/desk/reports/"), "withdrawals").rows

    assert row.values[-2:] == ("Jo Lindqvist and Amara Osei", 1.5)


def test_what_has_to_be_looked_at_again_is_listed_the_most_urgent_first(desk):
    late = make_withdrawn("Late").follow_ups.get()
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        fresh = make_withdrawn("Fresh").follow_ups.get()
        look_again(fresh, SignOffKind.EDITORIAL, by=make_person(EDITOR))

        response = desk.get("/desk/reports/")

    found = table(response, "follow-ups").rows
    assert [(row.name, row.url, *row.texts()[1:]) for row in found] == [
        ("Late", late.get_absolute_url(), str(late.opened_by), "21 Mar 2026", "2", "editorial, clinical"),
        ("Fresh", fresh.get_absolute_url(), str(fresh.opened_by), "24 Mar 2026", "\N{EN DASH}", "clinical"),
    ]
    assert [row.values[-2] for row in table(response, "withdrawals").rows] == ["not yet", "no, overdue"]


def test_sign_offs_that_are_overdue_are_listed_with_who_has_them(desk):
    clinician = make_person(CLINICIAN, full_name="Amara Osei")
    revision = make_in_review(topic=make_topic("high"))
    due, day = revision.review.due_on, revision.review.due_on + timedelta(days=4)
    sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))
    with time_machine.travel(datetime(day.year, day.month, day.day, 18, tzinfo=UTC), tick=False):
        claim(revision, SignOffKind.CLINICAL, by=clinician)

        (row,) = table(desk.get("/desk/reports/"), "late").rows

    assert (row.name, row.url) == ("Walking and mood", revision.get_absolute_url())
    assert row.values == (due, 4, "clinical (2)", "Looker and Amara Osei", "Amara Osei")


def test_a_review_is_not_overdue_on_the_day_it_is_due(desk):
    due = make_in_review().review.due_on
    with time_machine.travel(datetime(due.year, due.month, due.day, 18, tzinfo=UTC), tick=False):
        assert table(desk.get("/desk/reports/"), "late").rows == []


def test_sign_offs_that_were_carried_over_are_listed(desk):
    slip = BODY.replace("short walk", "shrot walk", 1)
    live = make_live(body=slip, signers=[make_person(EDITOR), make_person(CLINICIAN, full_name="Amara Osei")])
    draft = make_update(live, body=BODY)
    kind = ChangeClass.TYPO
    reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=False, change_class=kind)

    response = desk.get("/desk/reports/")

    (row,) = table(response, "carried").rows
    assert (row.name, row.texts()) == (
        "Walking and mood",
        ["Amara Osei", "2", "20 Mar 2026, 12:00 MDT", "1", "typo"],
    )
    counted = {row.name: row.values[0] for row in table(response, "steps").rows}
    assert counted["Clinical sign-off: from submission"] == 1


def test_each_table_is_a_csv_file_with_a_dated_name(desk):
    make_live()

    files = {
        key: desk.get(f"/desk/reports/?from=2026-02&to=2026-03&format=csv&table={key}")
        for key in (
            "steps",
            "throughput",
            "waiting",
            "failures",
            "late",
            "overdue",
            "withdrawals",
            "follow-ups",
            "carried",
        )
    }

    assert [response["Content-Disposition"] for response in files.values()] == [
        'attachment; filename="steps-2026-02-to-2026-03.csv"',
        'attachment; filename="throughput-2026-02-to-2026-03.csv"',
        'attachment; filename="waiting-2026-03-20.csv"',
        'attachment; filename="failures-2026-03-20.csv"',
        'attachment; filename="late-2026-03-20.csv"',
        'attachment; filename="overdue-2026-03-20.csv"',
        'attachment; filename="withdrawals-2026-02-to-2026-03.csv"',
        'attachment; filename="follow-ups-2026-03-20.csv"',
        'attachment; filename="carried-2026-02-to-2026-03.csv"',
    ]
    assert read(files["throughput"]) == [
        ["Month", "Submitted", "Signed off", "Published", "Withdrawn"],
        ["2026-02", "0", "0", "0", "0"],
        ["2026-03", "1", "1", "1", "0"],
    ]


def test_a_title_that_looks_like_a_formula_is_quoted_in_the_file(desk):
    make_withdrawn("=HYPERLINK(A1)")

    rows = read(desk.get("/desk/reports/?format=csv&table=withdrawals"))

    assert rows[1][0] == "'=HYPERLINK(A1)"


def test_a_file_of_a_table_that_does_not_exist_is_not_found(desk):
    assert desk.get("/desk/reports/?format=csv&table=salaries").status_code == 404


def test_a_long_list_shows_its_first_rows_and_the_file_has_them_all(desk, monkeypatch):
    monkeypatch.setattr("articles.views.reports.MOST_SHOWN", 2)
    for number in range(3):
        make_withdrawn(f"Article {number}")

    html = desk.get("/desk/reports/").content.decode()
    rows = read(desk.get("/desk/reports/?format=csv&table=withdrawals"))

    assert html.count("1 more is in the CSV.") == 2  # withdrawn, and to be looked at again
    assert [row[0] for row in rows[1:]] == ["Article 2", "Article 1", "Article 0"]


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_the_same_for_few_articles_and_for_many(desk, django_assert_num_queries, count):
    for number in range(count):
        withdrawn = make_withdrawn(f"Withdrawn {number}")
        look_again(withdrawn.follow_ups.get(), SignOffKind.EDITORIAL, by=make_person(EDITOR))
        make_in_review(f"In review {number}")
        make_live(f"Live {number}")

    with time_machine.travel(NOW + timedelta(days=9), tick=False), django_assert_num_queries(27):
        desk.get("/desk/reports/")
