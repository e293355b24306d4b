"""The table itself, and the pure matrix: every action, in every status, by every role."""

import pytest

from articles.enums import Action, Risk, SignOffKind, Status
from articles.rules import CLOCK, Person, Situation, open_actions, reason_against
from articles.workflow import POLICY, STEPS
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR, PUBLISHER, ROLES

# Written out by hand from the design's table, so that a slip in the code's table shows.
MAY = {
    Action.SUBMIT: ({Status.DRAFT}, {EDITOR}),
    Action.SIGN_OFF: ({Status.IN_REVIEW}, {EDITOR, CLINICIAN, PUBLISHER}),
    Action.CARRY_OVER: ({Status.IN_REVIEW}, {EDITOR}),
    Action.REQUEST_CHANGES: ({Status.IN_REVIEW}, {EDITOR, CLINICIAN, PUBLISHER}),
    Action.RECALL: ({Status.IN_REVIEW}, {EDITOR}),
    Action.REOPEN: ({Status.SIGNED_OFF, Status.SCHEDULED}, {EDITOR, PUBLISHER}),
    Action.SCHEDULE: ({Status.SIGNED_OFF, Status.SCHEDULED}, {PUBLISHER}),
    Action.UNSCHEDULE: ({Status.SCHEDULED}, {PUBLISHER, CLINICIAN}),
    Action.PUBLISH: ({Status.SIGNED_OFF, Status.SCHEDULED}, {PUBLISHER}),
    Action.SUPERSEDE: ({Status.PUBLISHED}, {PUBLISHER}),
    Action.WITHDRAW: ({Status.PUBLISHED}, {PUBLISHER, CLINICIAN}),
    Action.DISCARD: ({Status.DRAFT}, {EDITOR}),
}
MISSING = {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}
EVERYTHING = frozenset().union(*ROLES.values())


def person_with(role: str) -> Person:
    return Person(permissions=ROLES[role], credentialed=True)


def kind_for(role: str) -> SignOffKind:
    return SignOffKind.CLINICAL if role == CLINICIAN else SignOffKind.EDITORIAL


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN, PUBLISHER, MODERATOR, ADMINISTRATOR])
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("action", Action)
def test_an_action_is_open_exactly_where_the_design_says(action, status, role):
    statuses, roles = MAY[action]
    situation = Situation(status=status, missing=MISSING)
    kind = kind_for(role) if action == Action.SIGN_OFF else None

    reason = reason_against(action, person_with(role), situation, kind, note="Because.")

    assert (reason == "") == (status in statuses and role in roles)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("action", Action)
def test_the_clock_publishes_what_is_scheduled_supersedes_what_that_replaces_and_withdraws(action, status):
    reason = reason_against(action, CLOCK, Situation(status=status, missing=MISSING), note="As planned.")

    live = Status.PUBLISHED
    allowed = {(Action.PUBLISH, Status.SCHEDULED), (Action.SUPERSEDE, live), (Action.WITHDRAW, live)}
    assert (reason == "") == ((action, status) in allowed)


@pytest.mark.parametrize("action", Action)
def test_a_closed_account_may_do_nothing(action):
    person = Person(permissions=EVERYTHING, active=False, credentialed=True)

    reason = reason_against(action, person, Situation(status=next(iter(STEPS[action].sources)), missing=MISSING))

    assert reason == "Your account is closed, so you can't do this."


@pytest.mark.parametrize(
    ("facts", "kind", "sentence"),
    [
        (
            {"contributed": True},
            SignOffKind.EDITORIAL,
            "You changed these words, so somebody else has to sign them off.",
        ),
        (
            {"has_signed": True},
            SignOffKind.CLINICAL,
            "You have signed off these words already. The other sign-off has to come from somebody else.",
        ),
        (
            {"credentialed": False},
            SignOffKind.CLINICAL,
            "You need a verified credential that is valid today. Ask an administrator to add or renew yours.",
        ),
    ],
)
def test_even_somebody_with_every_permission_is_refused_a_sign_off_that_is_not_theirs(facts, kind, sentence):
    person = Person(**{"permissions": EVERYTHING, "credentialed": True, **facts})

    reason = reason_against(Action.SIGN_OFF, person, Situation(status=Status.IN_REVIEW, missing=MISSING), kind)

    assert reason == sentence


def test_a_kind_that_is_complete_takes_no_further_sign_off():
    situation = Situation(status=Status.IN_REVIEW, missing={SignOffKind.CLINICAL: 1})

    reason = reason_against(Action.SIGN_OFF, person_with(EDITOR), situation, SignOffKind.EDITORIAL)

    assert reason == "The editorial sign-off has been given already."


@pytest.mark.parametrize("action", [action for action in Action if STEPS[action].note_required])
def test_a_step_that_needs_a_note_is_refused_with_a_blank_one(action):
    person = Person(permissions=EVERYTHING, credentialed=True)
    situation = Situation(status=next(iter(STEPS[action].sources)), missing=MISSING)

    assert reason_against(action, person, situation, note="  \n") == (
        "Please say why. The note is kept with the article for ever."
    )


def test_a_draft_with_problems_cannot_be_submitted_and_says_the_first():
    situation = Situation(status=Status.DRAFT, problems=("Write a summary.", "Add a reference."))

    assert reason_against(Action.SUBMIT, person_with(EDITOR), situation) == "Write a summary."


@pytest.mark.parametrize("action", [Action.PUBLISH, Action.SCHEDULE])
def test_a_broken_gate_stops_everything_that_leads_to_readers(action):
    situation = Situation(status=Status.SIGNED_OFF, broken_gates=("Not signed.",))

    assert reason_against(action, person_with(PUBLISHER), situation) == "Not signed."


def test_the_buttons_offered_are_those_of_the_status_and_the_roles():
    assert open_actions(person_with(EDITOR), Situation(status=Status.DRAFT)) == [Action.SUBMIT, Action.DISCARD]
    assert open_actions(person_with(MODERATOR), Situation(status=Status.DRAFT)) == []
    assert open_actions(person_with(PUBLISHER), Situation(status=Status.PUBLISHED)) == [Action.WITHDRAW]


def test_a_high_risk_topic_needs_a_second_clinical_sign_off():
    assert POLICY == {
        Risk.STANDARD: {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1},
        Risk.HIGH: {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 2},
    }


def test_no_status_is_a_dead_end_by_mistake():
    with_a_way_on = {status for step in STEPS.values() for status in step.sources}

    assert set(Status) - with_a_way_on == Status.ended()
