import pytest

from articles.domain import drafting, reviewing
from articles.domain.facts import person_facts, situation
from articles.domain.queue import waiting_reviews
from articles.enums import SignOffKind
from articles.models import Review
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.factories import make_in_review, make_live, make_person, make_update, sign

pytestmark = pytest.mark.django_db


def queue(by):
    return waiting_reviews(list(Review.objects.waiting().for_queue()), by)


def test_the_queue_knows_of_each_revision_what_its_own_page_knows():
    writer, doctor = make_person(EDITOR), make_person(CLINICIAN)
    first = make_in_review("First", by=writer)
    sign(first, SignOffKind.CLINICAL, doctor)
    update = make_update(make_live("Second", by=writer), author=make_person(EDITOR), summary="Newer.")
    reviewing.submit(update, by=update.saved_by, seen=update.state_token)
    returned = make_in_review("Third", by=writer)
    draft = reviewing.request_changes(returned, by=doctor, seen=returned.state_token, note="Cite it.")
    saved = drafting.save_draft(draft, by=make_person(EDITOR), seen=draft.state_token, words={"summary": "Cited."})
    reviewing.submit(saved, by=saved.saved_by, seen=saved.state_token)

    for person in (writer, doctor, make_person(EDITOR, is_active=False)):
        for waiting in queue(person):
            assert waiting.person == person_facts(person, waiting.review.revision)
            assert waiting.situation == situation(waiting.review.revision)
