import io
import random

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.domain import drafting, follow_ups, publishing, reviewing
from articles.domain.retraction_check import check
from articles.domain.retractions import flagged_references
from articles.enums import SignOffKind
from articles.models import FollowUp, Notice, RetractionEntry, Source
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.articles.citing.test_retraction_watch import HEADER, row
from tests.factories import give_sign_offs, make_draft, make_live, make_person
from tests.races import race

pytestmark = pytest.mark.django_db

CITED = {"title": "Efficacy of ketamine", "year": "2014", "doi": "10.1016/S0006-3223(99)00230-9"}
BY_PMID = {"title": "A trial", "year": "2020", "pmid": "24740528"}


def file(*rows):
    return io.StringIO("\n".join([HEADER, *rows]) + "\n")


def retracted(doi="10.1016/s0006-3223(99)00230-9", **options):
    return row(7, doi=doi, **options)


def test_a_retracted_source_is_flagged_two_people_are_asked_and_readers_are_told(client):
    reviewer = make_person(CLINICIAN)
    live = make_live(references=[CITED])

    checked = check(file(retracted()))

    source = Source.objects.get()
    assert (source.status, str(source.status_on)) == ("retracted", "2023-08-16")
    assert source.status_from == "Retraction Watch, record 7"
    assert [(each.article, each.revision, each.kind) for each in checked.opened] == [(live.article, live, "source")]
    assert Notice.objects.filter(person=reviewer, event=f"follow_up:{checked.opened[0].pk}").count() == 1
    html = client.get(live.article.get_absolute_url()).content.decode()
    assert html.count("A source used on this page has been retracted.") == 1
    assert (
        html.count("Retracted on August 16, 2023.") + html.count("Retracted on 16 August 2023.") == 2
    )  # in the list, and where it is cited


def test_running_it_again_changes_nothing():
    make_live(references=[CITED])
    check(file(retracted()))
    told = Notice.objects.count()

    again = check(file(retracted()))

    assert (again.changed, again.opened) == ([], [])
    assert (FollowUp.objects.count(), RetractionEntry.objects.count(), Notice.objects.count()) == (1, 1, told)


def test_the_note_goes_when_live_words_cite_it_no_more(client):
    live = make_live(references=[CITED])
    check(file(retracted()))
    editor = make_person(EDITOR)
    draft = drafting.start_revision(live.article, by=editor)
    words = {"body": draft.body, "change_note": "Another source."}
    other = [{"title": "Another", "url": "https://www.cdc.gov/other/", "kind": "agency_page", "year": "2024"}]
    draft = drafting.save_draft(draft, by=editor, seen=draft.state_token, words=words, references=other)
    key = draft.references.get().source.key
    body = f'{draft.body.split("<sup>")[0]}<sup><a href="#ref-1" data-source="{key}">1</a></sup></p>'
    draft = drafting.save_draft(draft, by=editor, seen=draft.state_token, words={"body": body})
    go_live(draft)

    assert "has been retracted" not in client.get(live.article.get_absolute_url()).content.decode()


def go_live(draft):
    sent = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
    signed = give_sign_offs(sent)
    return publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)


def test_what_is_on_its_way_is_looked_at_too_and_what_is_over_is_not():
    draft = make_draft("Under way", references=[CITED])
    over = make_draft("Given up", references=[CITED])
    drafting.discard(over, by=over.saved_by, seen=over.state_token)

    assert [each.article for each in check(file(retracted())).opened] == [draft.article]


@pytest.mark.parametrize(("nature", "status", "days"), [
    ("Retraction", "retracted", 1), ("Expression of concern", "concern", 7), ("Correction", "corrected", 14),
])  # fmt: skip
def test_each_kind_of_notice_has_its_status_and_its_time(nature, status, days):
    make_live(references=[BY_PMID])

    opened = check(file(row(9, doi="unavailable", pmid="24740528", nature=nature))).opened

    assert Source.objects.get().status == status
    assert [(each.due_on - timezone.localdate(each.opened_at)).days for each in opened] == [days]


def test_the_gravest_notice_counts_and_a_reinstatement_ends_it():
    make_draft(references=[CITED])
    concern = retracted(nature="Expression of concern", day="1/1/2024 0:00").replace("7,", "8,", 1)
    check(file(concern, retracted()))
    assert Source.objects.get().status == "retracted"

    check(file(retracted().replace("7,", "9,", 1).replace(",Retraction,", ",Reinstatement,").replace("2023", "2025")))

    assert Source.objects.get().status == "ok"


def test_a_source_cited_later_is_flagged_at_once():
    check(file(retracted()))

    draft = make_draft(references=[CITED])

    assert [each.status for each in flagged_references(draft)] == ["retracted"]


def test_an_editor_and_a_clinician_close_it():
    make_live(references=[CITED])
    follow_up = check(file(retracted())).opened[0]

    follow_ups.confirm(follow_up, SignOffKind.EDITORIAL, by=make_person(EDITOR), note="Replaced.")
    follow_ups.confirm(follow_up, SignOffKind.CLINICAL, by=make_person(CLINICIAN), note="No harm.")

    assert FollowUp.objects.open().count() == 0


def test_70_000_rows_with_one_cited_doi(capsys, tmp_path):
    make_live(references=[CITED])
    numbers = random.Random(4)  # noqa: S311
    rows = [row(n, doi=f"10.{numbers.randint(1000, 9999)}/j.{n}", pmid=str(n)) for n in range(100, 70_099)]
    rows.insert(35_000, retracted())
    path = tmp_path / "retraction_watch.csv"
    path.write_text("\n".join([HEADER, *rows, "broken"]) + "\n")

    call_command("check_retractions", str(path))

    told = capsys.readouterr()
    assert "70001 rows, 0 about papers without DOI and PubMed number" in told.out
    assert told.out.count("rows read") >= 14
    assert "1 sources compared, 1 flagged, 1 changed, 1 follow-ups opened" in told.out
    assert "1 rows could not be read:\n  line 70002: too few columns" in told.err


def test_a_file_of_another_kind_changes_nothing(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")

    with pytest.raises(CommandError, match="lacks these columns"):
        call_command("check_retractions", str(path))
    with pytest.raises(CommandError, match="No such file"):
        call_command("check_retractions", str(tmp_path / "none.csv"))
    assert RetractionEntry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_checks_at_once_ask_once():
    make_live(references=[CITED])

    outcomes = race(lambda: check(file(retracted())), lambda: check(file(retracted())))

    assert sorted(len(each.opened) for each in outcomes) == [0, 1]
    assert FollowUp.objects.count() == 1
