import csv
import re
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine

from articles.domain import reviewing
from articles.domain.due import do_what_is_due
from articles.enums import ChangeClass
from articles.views.report_table import as_text
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.factories import BODY, make_in_review, make_live, make_person, make_plan, make_update, make_withdrawn

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
        "Nothing was withdrawn in this period.",
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
        ],
    )


def test_what_came_down_as_planned_is_told_apart_from_what_was_taken_down_at_once(desk):
    make_plan(make_live("Planned"), minutes=5)
    make_withdrawn("At once")
    with time_machine.travel(NOW + timedelta(minutes=6), tick=False):
        do_what_is_due()

        rows = table(desk.get("/desk/reports/"), "withdrawals").rows

    assert [(row.name, row.texts()[1]) for row in rows] == [("Planned", "as planned"), ("At once", "at once")]


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
        for key in ("steps", "throughput", "waiting", "failures", "overdue", "withdrawals", "carried")
    }

    assert [response["Content-Disposition"] for response in files.values()] == [
        'attachment; filename="steps-2026-02-to-2026-03.csv"',
        'attachment; filename="throughput-2026-02-to-2026-03.csv"',
        'attachment; filename="waiting-2026-03-20.csv"',
        'attachment; filename="failures-2026-03-20.csv"',
        'attachment; filename="overdue-2026-03-20.csv"',
        'attachment; filename="withdrawals-2026-02-to-2026-03.csv"',
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

    assert html.count("1 more is in the CSV.") == 1
    assert [row[0] for row in rows[1:]] == ["Article 2", "Article 1", "Article 0"]


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_the_same_for_few_articles_and_for_many(desk, django_assert_num_queries, count):
    for number in range(count):
        make_withdrawn(f"Withdrawn {number}")
        make_in_review(f"In review {number}")
        make_live(f"Live {number}")

    with django_assert_num_queries(16):
        desk.get("/desk/reports/")
