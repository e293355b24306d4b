import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from clinic_cms.shared.csv_file import cell, csv_answer


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1", "\n=1"])
def test_text_that_a_spreadsheet_would_run_is_quoted(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (-3, "-3"),
        (1.005, "1.00"),
        (-2.5, "-2.50"),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 18, 0, 5, 123, tzinfo=UTC), "2026-03-02T11:00:05-07:00"),
        ("Walking, and “mood”", "Walking, and “mood”"),
    ],
)
def test_numbers_days_and_moments_are_what_a_program_reads(value, text):
    assert cell(value) == text


def test_the_file_is_read_back_as_it_was_written():
    rows = [["Ketamine, “PTSD”\nand more", 3], ["=HYPERLINK(1)", None]]

    response = csv_answer("reports", ["Article", "How many"], rows)

    read = list(csv.reader(StringIO(response.content.decode(), newline="")))
    assert read == [["Article", "How many"], ["Ketamine, “PTSD”\nand more", "3"], ["'=HYPERLINK(1)", ""]]
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="reports.csv"'
    assert response.content[:3] == b"Art"
