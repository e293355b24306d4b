"""Who was asked, and who read: the database keeps it by itself. Every test here goes around the verbs."""

import pytest

from articles.domain.claiming import claim, release
from articles.enums import SignOffKind
from articles.models import Assignment, Claim
from clinic_cms.roles import CLINICIAN
from tests.articles.test_guards import refused
from tests.factories import make_in_review, make_person, make_signed_off

pytestmark = pytest.mark.django_db

ASSIGN = (
    "INSERT INTO articles_assignment (review_id, kind, person_id, at, by_id, reason, replaces_id)"
    " VALUES (%s, 'clinical', %s, now(), %s, 'Because', %s)"
)
CLAIM = (
    "INSERT INTO articles_claim (review_id, kind, person_id, claimed_at, expires_at)"
    " VALUES (%s, 'clinical', %s, now(), now() + interval '2 hours')"
)


@pytest.mark.parametrize("table", ["assignment", "claim"])
@pytest.mark.parametrize("sql", ["DELETE FROM articles_{0}", "TRUNCATE articles_{0} CASCADE"])
def test_who_was_asked_and_who_read_is_never_deleted(table, sql):
    doctor = make_person(CLINICIAN)
    claim(make_in_review(), SignOffKind.CLINICAL, by=doctor)

    assert refused(sql.format(table))


def test_an_assignment_is_append_only():
    doctor = make_person(CLINICIAN)
    make_in_review()

    assert refused("UPDATE articles_assignment SET person_id = person_id WHERE person_id = %s", doctor.pk)


@pytest.mark.parametrize("sql", [ASSIGN, CLAIM])
def test_a_contributor_or_a_closed_account_is_not_asked_and_does_not_claim(sql):
    revision = make_in_review()
    rest = (None, None) if sql == ASSIGN else ()

    for person, wrong in (
        (revision.saved_by, True),
        (make_person(CLINICIAN, is_active=False), True),
        (make_person(CLINICIAN), False),
    ):
        assert refused(sql, revision.review.pk, person.pk, *rest) == wrong


@pytest.mark.parametrize("sql", [ASSIGN, CLAIM])
def test_what_has_left_review_waits_for_nobody(sql):
    revision = make_signed_off()
    rest = (None, Assignment.objects.get(kind="clinical").pk) if sql == ASSIGN else ()

    assert refused(sql, revision.review.pk, make_person(CLINICIAN).pk, *rest)


def test_the_author_does_not_choose_who_signs():
    revision, doctor = make_in_review(), make_person(CLINICIAN)

    assert refused(ASSIGN, revision.review.pk, doctor.pk, revision.saved_by_id, None)


def test_no_more_people_are_asked_than_sign_offs_are_needed():
    make_person(CLINICIAN)
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    before = Assignment.objects.get(review=revision.review, kind="clinical")

    beside = refused(ASSIGN, revision.review.pk, doctor.pk, None, None)
    in_place = refused(ASSIGN, revision.review.pk, doctor.pk, None, before.pk)

    assert (beside, in_place) == (True, False)


def test_an_assignment_replaces_one_of_the_same_review():
    doctor = make_person(CLINICIAN)
    make_in_review("Other")
    other = Assignment.objects.get(kind="clinical")
    doctor.credentials.update(expires_on="2020-01-01")
    revision = make_in_review("This")

    assert refused(ASSIGN, revision.review.pk, make_person(CLINICIAN).pk, None, other.pk)


@pytest.mark.parametrize(("sql", "wrong"), [
    ("UPDATE articles_claim SET expires_at = expires_at + interval '1 hour'", False),
    ("UPDATE articles_claim SET expires_at = expires_at - interval '1 minute'", True),
    ("UPDATE articles_claim SET claimed_at = claimed_at - interval '1 hour'", True),
    ("UPDATE articles_claim SET kind = 'editorial'", True),
])  # fmt: skip
def test_a_claim_only_lasts_longer(sql, wrong):
    doctor = make_person(CLINICIAN)
    claim(make_in_review(), SignOffKind.CLINICAL, by=doctor)

    assert refused(sql) == wrong


def test_a_claim_that_was_given_back_stays_so():
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    claim(revision, SignOffKind.CLINICAL, by=doctor)
    release(revision, by=doctor)

    assert refused("UPDATE articles_claim SET released_at = NULL")
    assert Claim.objects.filter(released_at__isnull=False).count() == 1
