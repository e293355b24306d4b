"""“I am on it”: who reads, until when; two do not do the same work, and nobody is kept from signing."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import reviewing
from articles.domain.claiming import claim, release
from articles.domain.pool import running_claims
from articles.enums import SignOffKind, Status
from articles.models import Claim
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import make_draft, make_in_review, make_person, make_topic, sign
from tests.races import race

pytestmark = pytest.mark.django_db

CLINICAL = SignOffKind.CLINICAL
NOON = "2026-11-25 12:00 -0700"


def readers(revision):
    return list(running_claims().filter(review__revision=revision).values_list("person__username", flat=True))


def test_a_claim_names_who_reads_and_until_when():
    revision, ada, bea = make_in_review(), make_person(CLINICIAN, full_name="Ada Osei"), make_person(CLINICIAN)

    with time_machine.travel(NOON):
        claim(revision, CLINICAL, by=ada)
        with pytest.raises(Refusal) as refused:
            claim(revision, CLINICAL, by=bea)

    assert refused.value.reason == "Ada Osei is reviewing this until 14:00 MST. You can sign it off all the same."


def test_a_claim_runs_out_by_itself_after_two_hours():
    revision, ada, bea = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN)

    with time_machine.travel(NOON, tick=False) as clock:
        claim(revision, CLINICAL, by=ada)
        clock.shift(timedelta(hours=2) - timedelta(seconds=1))
        assert readers(revision) == [ada.username]
        clock.shift(timedelta(seconds=1))
        assert readers(revision) == []

        assert claim(revision, CLINICAL, by=bea).person == bea


def test_claiming_again_begins_the_two_hours_anew():
    revision, ada = make_in_review(), make_person(CLINICIAN)

    with time_machine.travel(NOON, tick=False) as clock:
        first = claim(revision, CLINICAL, by=ada)
        clock.shift(timedelta(hours=1))
        again = claim(revision, CLINICAL, by=ada)

    assert (again, again.expires_at - first.claimed_at, Claim.objects.count()) == (first, timedelta(hours=3), 1)


def test_a_claim_that_is_given_back_lets_the_next_one_in_and_stays_on_record():
    revision, ada, bea = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN)
    claim(revision, CLINICAL, by=ada)

    release(revision, by=ada)
    claim(revision, CLINICAL, by=bea)

    assert readers(revision) == [bea.username]
    assert Claim.objects.get(person=ada).released_at <= timezone.now()


def test_nobody_gives_back_the_claim_of_somebody_else():
    revision, ada = make_in_review(), make_person(CLINICIAN)
    claim(revision, CLINICAL, by=ada)

    release(revision, by=make_person(PUBLISHER))

    assert readers(revision) == [ada.username]


@pytest.mark.parametrize("change", ["closed", "moved", "expired"])
def test_the_claim_of_somebody_who_cannot_sign_any_more_counts_for_nothing(change):
    revision, ada, bea = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN)
    claim(revision, CLINICAL, by=ada)
    if change == "closed":
        User.objects.filter(pk=ada.pk).update(is_active=False)
    elif change == "moved":
        ada.groups.clear()
    else:
        ada.credentials.update(expires_on="2020-01-01")

    claim(revision, CLINICAL, by=bea)

    assert readers(revision) == [bea.username]


def test_a_claim_never_keeps_a_qualified_person_from_signing():
    revision, ada, bea = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN)
    claim(revision, CLINICAL, by=ada)

    signed = sign(revision, CLINICAL, bea)

    assert signed.review.missing() == {SignOffKind.EDITORIAL: 1}


def test_a_claim_ends_with_the_sign_off_and_with_the_review():
    revision, ada, bea = make_in_review(topic=make_topic("high")), make_person(CLINICIAN), make_person(CLINICIAN)
    claim(revision, CLINICAL, by=ada)
    claim(revision, CLINICAL, by=bea)

    sign(revision, CLINICAL, ada)
    assert readers(revision) == [bea.username]
    reviewing.recall(revision, by=revision.saved_by, seen=revision.state_token)
    assert readers(revision) == []


def test_as_many_may_claim_as_sign_offs_are_missing():
    revision = make_in_review(topic=make_topic("high"))
    doctors = [make_person(CLINICIAN) for _each in range(3)]

    for doctor in doctors[:2]:
        claim(revision, CLINICAL, by=doctor)

    with pytest.raises(Refusal, match=r"is reviewing this until .* is reviewing this until"):
        claim(revision, CLINICAL, by=doctors[2])


@pytest.mark.parametrize(("person", "sentence"), [
    ("contributor", "You changed these words"),
    ("editor", "Only a clinician can give the clinical sign-off"),
    ("expired", "You need a verified credential that is valid today"),
    ("closed", "Your account is closed"),
    ("signer", "You have signed off these words already"),
])  # fmt: skip
def test_nobody_claims_what_they_could_not_sign(person, sentence):
    revision = make_in_review(topic=make_topic("high"))
    expired = make_person(CLINICIAN)
    expired.credentials.update(expires_on="2020-01-01")
    signer = make_person(CLINICIAN)
    sign(revision, CLINICAL, signer)
    contributor = User.objects.get(pk=revision.saved_by_id)
    contributor.groups.add(*signer.groups.all())
    people = {
        "contributor": contributor,
        "editor": make_person(EDITOR),
        "expired": expired,
        "closed": make_person(CLINICIAN, is_active=False),
        "signer": signer,
    }

    with pytest.raises(Refusal, match=sentence):
        claim(revision, CLINICAL, by=people[person])


def test_only_what_is_in_review_is_claimed():
    draft = make_draft()

    with pytest.raises(Refusal, match=r"Only an article in review can be signed off\. This one is draft"):
        claim(draft, CLINICAL, by=make_person(CLINICIAN))
    assert draft.status == Status.DRAFT


@pytest.mark.django_db(transaction=True)
def test_of_two_who_claim_the_last_sign_off_at_once_exactly_one_has_it():
    revision, doctors = make_in_review(), [make_person(CLINICIAN), make_person(CLINICIAN)]

    outcomes = race(*(lambda doctor=doctor: claim(revision, CLINICAL, by=doctor) for doctor in doctors))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Claim", "Refusal"]
    assert Claim.objects.count() == 1
