"""Who a sign-off waits for: given in turn, never chosen by the author."""

from collections import Counter
from datetime import date

import pytest
import time_machine

from articles.domain import reviewing
from articles.domain.assigning import assign, reassign_orphans
from articles.domain.pool import candidates, reviews_without_somebody, standing_assignments
from articles.enums import SignOffKind
from articles.models import Assignment, Notice, Review
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import make_draft, make_in_review, make_person, make_topic, sign
from tests.races import race

pytestmark = pytest.mark.django_db

EDITORIAL, CLINICAL = SignOffKind.EDITORIAL, SignOffKind.CLINICAL


def asked(revision, kind=CLINICAL):
    """The user names of those a revision's sign-offs of one kind wait for."""
    standing = standing_assignments().filter(review__revision=revision, kind=kind)
    return list(standing.order_by("pk").values_list("person__username", flat=True))


def people(*names, role=CLINICIAN, **fields):
    return [make_person(role, name=name, **fields) for name in names]


@pytest.mark.parametrize(("risk", "due"), [("standard", date(2026, 12, 2)), ("high", date(2026, 11, 30))])
def test_a_review_is_due_in_working_days_that_its_topics_risk_decides(risk, due):
    with time_machine.travel("2026-11-25 23:30 -0700"):  # a Wednesday at the clinic, Thursday in UTC
        revision = make_in_review(topic=make_topic(risk))

    assert revision.review.due_on == due


def test_a_sign_off_is_given_to_the_person_with_the_fewest_that_wait():
    ada, _bea = people("ada", "bea")
    first, second, third, fourth = (make_in_review(f"Article {number}") for number in range(4))

    assert [asked(each) for each in (first, second, third, fourth)] == [["ada"], ["bea"], ["ada"], ["bea"]]
    sign(third, CLINICAL, ada)
    sign(first, CLINICAL, ada)
    assert asked(make_in_review("Article 5")) == ["ada"]


def test_of_two_with_equally_much_to_do_the_one_whose_last_turn_is_longer_ago_is_next():
    ada, bea = people("ada", "bea")
    first, second = make_in_review("First"), make_in_review("Second")

    sign(second, CLINICAL, bea)
    sign(first, CLINICAL, ada)

    assert [asked(make_in_review(f"Then {number}")) for number in (1, 2)] == [["ada"], ["bea"]]


def test_what_was_returned_waits_for_nobody_and_counts_for_nobody():
    ada, _bea = people("ada", "bea")
    first = make_in_review("First")
    make_in_review("Second")

    reviewing.request_changes(first, by=ada, seen=first.state_token, note="Name the dose.")

    assert (asked(first), asked(make_in_review("Third"))) == ([], ["ada"])


def test_nobody_is_asked_who_could_not_sign():
    people("closed", is_active=False)
    people("moved")[0].groups.clear()
    people("expired")[0].credentials.update(expires_on="2020-01-01")
    people("unverified")[0].credentials.update(verified_on=None)
    people("able")

    assert asked(make_in_review()) == ["able"]


def test_neither_the_author_nor_anybody_who_changed_the_words_is_asked():
    writer, named, third = people("writer", "named", "third", role=EDITOR)
    revision = make_in_review(by=writer, author=named)

    assert asked(revision, EDITORIAL) == [third.username]


def test_two_clinical_sign_offs_are_given_to_two_people():
    people("ada", "bea", "cleo")

    assert asked(make_in_review(topic=make_topic("high"))) == ["ada", "bea"]


def test_somebody_with_two_roles_is_not_asked_for_both_sign_offs():
    [both] = people("both")
    both.groups.add(*make_person(PUBLISHER, is_active=False).groups.all())

    revision = make_in_review()

    assert (asked(revision, EDITORIAL), asked(revision, CLINICAL)) == (["both"], [])


def test_where_nobody_is_qualified_the_sign_off_waits_for_nobody():
    people("ada")
    revision = make_in_review(topic=make_topic("high"))

    assert asked(revision) == ["ada"]
    assert list(candidates(revision.review, CLINICAL).values_list("username", flat=True)) == ["ada"]


@pytest.mark.django_db(transaction=True)
def test_of_two_reviews_that_open_at_once_each_goes_to_another_person():
    people("ada", "bea")
    drafts = [make_draft(f"Article {number}") for number in range(2)]

    race(*(lambda draft=draft: reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token) for draft in drafts))

    assert Counter(name for draft in drafts for name in asked(draft)) == Counter({"ada": 1, "bea": 1})


# ---- Signing unasked


def test_anybody_qualified_may_sign_and_then_it_no_longer_waits_for_whom_it_was_given_to():
    ada, bea, cleo = people("ada", "bea", "cleo")
    revision = make_in_review(topic=make_topic("high"))

    sign(revision, CLINICAL, cleo)

    history = list(
        Assignment.objects.filter(kind=CLINICAL).values_list("person__username", "replaces__person__username")
    )
    assert asked(revision) == [ada.username]
    assert history == [("ada", None), (bea.username, None), ("cleo", "bea")]


def test_the_place_of_somebody_who_cannot_sign_any_more_is_taken_first():
    ada, bea, cleo = people("ada", "bea", "cleo")
    revision = make_in_review(topic=make_topic("high"))
    User.objects.filter(pk=ada.pk).update(is_active=False)

    sign(revision, CLINICAL, cleo)

    assert asked(revision) == [bea.username]


# ---- Chosen by a publisher


def given_to(revision, to, *, by=None, reason="On leave.", kind=CLINICAL, instead_of=None):
    by = by or make_person(PUBLISHER)
    return assign(revision, kind, by=by, to=to, reason=reason, instead_of=instead_of)


def test_a_publisher_may_give_it_to_somebody_else_who_is_qualified_and_both_facts_stay_on_record():
    people("ada")
    revision, [bea], publisher = make_in_review(), people("bea"), make_person(PUBLISHER)

    given = given_to(revision, bea, by=publisher, instead_of=Assignment.objects.get(kind=CLINICAL))

    assert (asked(revision), given.by, given.reason) == (["bea"], publisher, "On leave.")
    assert given.replaces.person.username == "ada"


def test_whoever_is_given_a_sign_off_is_told_with_the_reason_and_the_due_date():
    people("ada")
    with time_machine.travel("2026-11-25 12:00 -0700"):
        revision, [bea] = make_in_review(), people("bea")

        given_to(revision, bea, instead_of=Assignment.objects.get(kind=CLINICAL))

    notice = Notice.objects.get(person=bea)
    assert notice.sentence == "The clinical sign-off of “Walking and mood” waits for you now. Due: 2 December 2026."
    assert notice.note == "On leave."


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN])
def test_nobody_but_a_publisher_chooses_who_signs(role):
    revision, [bea] = make_in_review(), people("bea")

    with pytest.raises(Refusal, match="Only a publisher can choose who gives a sign-off"):
        given_to(revision, bea, by=make_person(role))


def test_the_author_never_chooses_also_where_the_author_is_a_publisher():
    writer = make_person(EDITOR)
    writer.groups.add(*make_person(PUBLISHER).groups.all())
    revision, [bea] = make_in_review(by=writer), people("bea")

    with pytest.raises(Refusal, match="You changed these words, so another publisher has to choose who signs them off"):
        given_to(revision, bea, by=writer)


def test_nobody_is_given_what_they_could_not_sign():
    revision = make_in_review()
    expired, closed, moved = people("expired"), people("closed", is_active=False), people("moved")
    expired[0].credentials.update(expires_on="2020-01-01")
    moved[0].groups.clear()

    for person in (*expired, *closed, *moved):
        with pytest.raises(Refusal, match=f"{person} can't give the clinical sign-off of these words"):
            given_to(revision, person)
    with pytest.raises(Refusal, match="can't give the editorial sign-off of these words"):
        given_to(revision, revision.saved_by, kind=EDITORIAL)


def test_whoever_has_signed_is_not_asked_again():
    ada, _bea = people("ada", "bea")
    revision = make_in_review(topic=make_topic("high"))
    sign(revision, CLINICAL, ada)

    with pytest.raises(Refusal, match="can't give the clinical sign-off"):
        given_to(revision, ada, instead_of=standing_assignments().get(kind=CLINICAL))


def test_a_choice_is_given_a_reason():
    revision, [bea] = make_in_review(), people("bea")

    with pytest.raises(Refusal, match="Please say why"):
        given_to(revision, bea, reason=" ")


def test_what_has_been_signed_or_has_left_review_is_given_to_nobody():
    [ada], [bea] = people("ada"), people("bea")
    revision = make_in_review()
    revision = sign(revision, CLINICAL, ada)

    with pytest.raises(Refusal, match="The clinical sign-off has been given already"):
        given_to(revision, bea)
    reviewing.recall(revision, by=revision.saved_by, seen=revision.state_token)
    with pytest.raises(Refusal, match=r"Only an article in review waits for a sign-off\. This one is returned"):
        given_to(revision, bea)


@pytest.mark.django_db(transaction=True)
def test_of_two_publishers_who_choose_at_once_one_reads_that_somebody_was_faster():
    people("ada")
    revision = make_in_review()
    chosen, publishers = people("bea", "cleo"), [make_person(PUBLISHER), make_person(PUBLISHER)]
    before = Assignment.objects.get(kind=CLINICAL)

    outcomes = race(
        *(
            lambda to=to, by=by: given_to(revision, to, by=by, instead_of=before)
            for to, by in zip(chosen, publishers, strict=True)
        )
    )

    assert sorted(type(each).__name__ for each in outcomes) == ["Assignment", "StaleRefusal"]


def test_a_place_that_is_taken_meanwhile_is_not_given_twice():
    people("ada")
    revision, [bea] = make_in_review(), people("bea")

    with pytest.raises(StaleRefusal, match="Somebody else has changed who this waits for"):
        given_to(revision, bea)


# ---- The clock


@pytest.mark.parametrize("change", ["closed", "moved", "expired"])
def test_what_waits_for_somebody_who_cannot_sign_any_more_is_given_to_somebody_who_can(change):
    [ada] = people("ada")
    revision = make_in_review()
    people("bea")
    if change == "closed":
        User.objects.filter(pk=ada.pk).update(is_active=False)
    elif change == "moved":
        ada.groups.clear()
    else:
        ada.credentials.update(expires_on="2020-01-01")
    assert asked(revision) == []

    assert (reassign_orphans(), reassign_orphans()) == (1, 0)

    given = Assignment.objects.latest("pk")
    assert (asked(revision), given.replaces.person, given.by) == (["bea"], ada, None)
    assert Notice.objects.filter(person__username="bea").count() == 1


def test_what_waited_for_nobody_is_given_to_the_first_who_becomes_qualified():
    revision = make_in_review()
    assert (reassign_orphans(), asked(revision)) == (0, [])

    people("ada")

    assert (reassign_orphans(), asked(revision)) == (1, ["ada"])


def test_the_clock_costs_one_query_where_there_is_nothing_to_do(django_assert_num_queries):
    people("ada", "bea")
    people("editor", role=EDITOR)
    for number in range(3):
        make_in_review(f"Article {number}", topic=make_topic("high"))
    people("new")

    with django_assert_num_queries(1):
        reassign_orphans()


def test_one_round_of_questions_finds_just_what_the_rules_would_give():
    """The query of the clock and the verb's own candidates agree, also about authors and those who have signed."""
    writer, doctor = make_person(EDITOR), make_person(CLINICIAN)
    by_doctor = make_in_review("By the doctor", by=writer, author=doctor)
    signed = sign(make_in_review("Signed once", by=writer, topic=make_topic("high", "High")), CLINICAL, doctor)
    assert set(reviews_without_somebody()) == set()

    make_person(CLINICIAN)

    assert set(reviews_without_somebody()) == set(Review.objects.filter(revision__in=[by_doctor, signed]))
