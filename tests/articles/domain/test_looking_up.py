import pytest

from articles.domain.looking_up import ask
from articles.models import SourceLookup
from clinic_cms.roles import EDITOR
from tests.articles.citing.test_crossref import DOI, Stand, crossref
from tests.factories import make_person
from tests.notice_queue import run_the_queue

pytestmark = pytest.mark.django_db
__all__ = ["crossref"]


@pytest.fixture
def switched_on(settings, crossref):
    settings.CROSSREF_LOOKUPS, settings.CROSSREF_URL, settings.CROSSREF_SECONDS = True, crossref.base, 1


def test_nothing_is_asked_unless_the_clinic_says_so():
    assert ask(DOI, by=make_person(EDITOR)) is None
    assert SourceLookup.objects.count() == 0


def test_the_queue_asks_and_the_answer_is_kept(switched_on):
    lookup = ask(DOI, by=make_person(EDITOR))
    assert Stand.asked == []

    run_the_queue()

    lookup.refresh_from_db()
    assert (lookup.state, lookup.csl["container-title"], lookup.problem) == ("found", "Biological Psychiatry", "")


def test_why_there_is_no_answer_is_kept(switched_on):
    Stand.answer = staticmethod(lambda handler: handler.gives(b"", 404))
    lookup = ask(DOI, by=make_person(EDITOR))

    run_the_queue()

    lookup.refresh_from_db()
    assert (lookup.state, lookup.problem) == ("failed", "Crossref does not know this DOI. Compare it with the paper.")


def test_the_same_question_is_asked_once(switched_on):
    editor = make_person(EDITOR)

    assert ask(DOI, by=editor) == ask(DOI.lower(), by=editor)


def test_what_is_no_doi_is_not_asked(switched_on):
    assert ask("../../admin", by=make_person(EDITOR)) is None
