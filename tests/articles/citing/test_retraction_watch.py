import io
from datetime import date

import pytest

from articles.citing.retraction_watch import NotRetractionWatch, Reading, Row, read
from articles.source_enums import Nature

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
    "Reason,Paywalled,Notes,"
)


def row(number=1, doi="10.1001/a.1", pmid="0", nature="Retraction", day="8/16/2023 0:00", reason="+Errors in Data;"):
    paper = f'"A, title",,,J,P,US,A B,,Research Article;,{day},10.1/n,0,1/1/2020 0:00,{doi},{pmid}'
    return f"{number},{paper},{nature},{reason},No,,"


def reading_of(*rows, header=HEADER):
    reading = Reading()
    return list(read(io.StringIO("\n".join([header, *rows]) + "\n"), reading)), reading


def test_a_notice_is_read_with_its_paper_as_it_is_compared():
    rows, _reading = reading_of(row(doi="https://doi.org/10.1016/S0006-3223(99)00230-9"))

    assert rows == [
        Row(1, "10.1016/s0006-3223(99)00230-9", "", Nature.RETRACTION, date(2023, 8, 16), "+Errors in Data", "")
    ]


@pytest.mark.parametrize(("said", "nature"), [
    ("Retraction", "retraction"), ("Expression of concern", "concern"), ("Correction", "correction"),
    ("Reinstatement", "reinstatement"), ("EXPRESSION OF CONCERN", "concern"),
])  # fmt: skip
def test_every_kind_of_notice_is_known(said, nature):
    assert [each.nature for each in reading_of(row(nature=said))[0]] == [nature]


def test_papers_without_a_name_are_counted_and_left_out():
    rows, reading = reading_of(row(doi="unavailable"), row(2, doi="", pmid="24740528"))

    assert [each.pmid for each in rows] == ["24740528"]
    assert (reading.rows, reading.nameless, reading.malformed) == (2, 1, [])


def test_a_malformed_row_is_told_with_its_line_and_stops_nothing():
    rows, reading = reading_of("1,cut off", row("x"), row(3, nature="Sneeze"), row(4))

    assert [each.record_id for each in rows] == [4]
    assert reading.malformed == [
        (2, "too few columns"), (3, "no record number"), (4, "unknown kind of notice: Sneeze"),
    ]  # fmt: skip


@pytest.mark.parametrize(("said", "day"), [
    ("3/9/2026 0:00", date(2026, 3, 9)), ("2026-03-09", date(2026, 3, 9)), ("13/45/2020", None), ("", None),
])  # fmt: skip
def test_dates_stand_as_the_file_writes_them(said, day):
    assert [each.date for each in reading_of(row(day=said))[0]] == [day]


def test_another_kind_of_file_is_refused_by_name_of_what_it_lacks():
    with pytest.raises(NotRetractionWatch, match="RetractionNature"):
        reading_of("a,b", header="Record ID,RetractionDate,RetractionDOI,OriginalPaperDOI")


def test_an_empty_file_is_refused():
    with pytest.raises(NotRetractionWatch):
        list(read(io.StringIO(""), Reading()))
