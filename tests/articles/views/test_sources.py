import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Source
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.factories import make_draft, make_person

pytestmark = pytest.mark.django_db

FEDER = {"title": "Efficacy of ketamine", "authors": "Feder A", "year": "2014", "doi": "10.1001/j.1"}
RIS = "".join(
    f"TY  - JOUR\nAU  - Author, Ann\nTI  - Trial {n}\nPY  - 2020\nJO  - Lancet\n"
    f"DO  - 10.1016/S0140-6736({n})1\nER  - \n\n"
    for n in range(10, 60)
)
BIBTEX = "\n".join(
    f"@article{{a{n}, author={{Author, Ann}}, title={{Trial {n}}}, journal={{BMJ}}, "
    f"year={{2021}}, doi={{10.1136/{n}}}}}"
    for n in range(50)
)


@pytest.fixture
def editor(client):
    person = make_person(EDITOR)
    client.force_login(person)
    return person


@pytest.mark.parametrize(("name", "text"), [("a.ris", RIS), ("a.bib", BIBTEX)])
def test_a_file_of_fifty_is_taken_in_and_a_second_time_is_known(client, editor, name, text):
    file = {"file": SimpleUploadedFile(name, text.encode())}
    client.post("/desk/sources/add/", file)
    file = {"file": SimpleUploadedFile(name, text.encode())}
    response = client.post("/desk/sources/add/", file, follow=True)

    assert Source.objects.count() == 50
    assert "0 sources were added. 50 were here already." in response.content.decode()


def test_what_cannot_be_used_is_told_entry_by_entry_and_stays_in_the_box(client, editor):
    response = client.post("/desk/sources/add/", {"text": "10.1001/\nISBN 978-0-306-40615-8"})

    html = response.content.decode()
    assert response.status_code == 422
    assert html.count("This DOI is not whole.") == 1
    assert html.count("This ISBN has a wrong check digit.") == 1
    assert "10.1001/\nISBN 978-0-306-40615-8" in html


def test_one_that_is_wrong_does_not_keep_the_others_out(client, editor):
    broken = BIBTEX.replace("year={2021}, doi={10.1136/7}", "year={2021, doi={10.1136/7", 1)

    html = client.post("/desk/sources/add/", {"text": broken}).content.decode()

    assert Source.objects.count() == 49
    assert html.count("This entry is not whole BibTeX.") == 1


def test_the_library_is_searched_and_says_who_cites_what(client, editor):
    make_draft("Here", references=[FEDER])
    make_draft("There", references=[FEDER, {"title": "Another", "url": "https://www.cdc.gov/"}])

    html = client.get("/desk/sources/?q=feder+2014").content.decode()

    assert (html.count("Efficacy of ketamine"), html.count("2 articles"), html.count("Another")) == (1, 1, 0)


def test_a_source_shows_its_line_and_where_it_is_cited(client, editor):
    draft = make_draft("Here", references=[FEDER])

    html = client.get(draft.references.get().source.get_absolute_url()).content.decode()

    assert "Feder A. Efficacy of ketamine." in html
    assert html.count(draft.get_absolute_url()) == 1


def test_an_editor_changes_what_the_library_says_and_a_stale_form_is_refused(client, editor):
    source = make_draft(references=[FEDER]).references.get().source
    typed = {"seen": source.version, "kind": "journal_article", "title": "Mended", "doi": FEDER["doi"],
             "participants": 41, "peer_reviewed": "true"}  # fmt: skip

    first = client.post(source.get_absolute_url(), typed)
    second = client.post(source.get_absolute_url(), {**typed, "title": "Late"})

    source.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 422)
    assert (source.title, source.participants, source.peer_reviewed) == ("Mended", 41, True)
    assert "Late" in second.content.decode()


def test_who_does_not_write_reads_but_changes_nothing(client):
    source = make_draft(references=[FEDER]).references.get().source
    client.force_login(make_person(CLINICIAN))

    refused = client.post(source.get_absolute_url(), {"seen": 1, "kind": "book", "title": "Mine"})

    assert client.get("/desk/sources/").status_code == 200
    assert (refused.status_code, client.post("/desk/sources/add/", {"text": "x"}).status_code) == (422, 403)
    assert Source.objects.get().title == FEDER["title"]
