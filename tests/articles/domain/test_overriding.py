import pytest

from articles.domain import discussing, drafting, overriding, reviewing
from articles.domain.checking import look, standing_overrides
from articles.enums import Action, OverrideAct, Standing
from articles.models import FindingOverride, Notice, Thread
from articles.workflow import STEPS
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import (
    BODY,
    let_stand,
    make_credential,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_update,
    make_use,
)

pytestmark = pytest.mark.django_db
CLAIM = "<p>Walking cures low mood.</p>"


@pytest.fixture
def doctor():
    return make_person(CLINICIAN, full_name="Ana Ruiz", honorific="Dr")


@pytest.fixture
def draft():
    return make_draft(body=BODY + CLAIM)


def finding_of(revision):
    [finding] = look(revision).open_blocking
    return finding


def override(revision, by, fingerprint="", **options):
    usual = {"seen": revision.state_token, "reason": "It is true here."}
    return overriding.override(revision, fingerprint or finding_of(revision).fingerprint, by=by, **{**usual, **options})


def test_a_clinician_lets_a_finding_stand_while_it_is_a_draft_and_then_it_can_be_submitted(draft, doctor):
    given = override(draft, doctor)

    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert (look(submitted).open_blocking, submitted.status) == ([], STEPS[Action.SUBMIT].target)
    assert (given.rule, given.quote, given.by_name, given.credential_title, given.reason) == (
        "CLM-01", "cures", "Dr Ana Ruiz", "MD, board-certified psychiatrist", "It is true here.",
    )  # fmt: skip


@pytest.mark.parametrize(("role", "sentence"), [
    (EDITOR, "Only a clinician can let a finding stand."),
    (PUBLISHER, "Only a clinician can let a finding stand."),
])  # fmt: skip
def test_nobody_else_does(draft, role, sentence):
    with pytest.raises(Refusal) as refused:
        override(draft, make_person(role, is_superuser=False))

    assert (refused.value.reason, FindingOverride.objects.count()) == (sentence, 0)


def test_a_superuser_is_a_person_without_a_credential(draft):
    with pytest.raises(Refusal, match="verified credential"):
        override(draft, make_person(is_superuser=True))


def test_whoever_changed_the_words_does_not_decide_about_them(doctor):
    doctor.groups.add(make_person(EDITOR).groups.get())
    own = make_draft(body=BODY + CLAIM, by=doctor)

    with pytest.raises(Refusal, match="You changed these words"):
        override(own, doctor)


def test_an_override_ends_where_its_clinician_changes_the_words(draft, doctor):
    override(draft, doctor)
    doctor.groups.add(make_person(EDITOR).groups.get())
    doctor = type(doctor).objects.get(pk=doctor.pk)

    draft = drafting.save_draft(draft, by=doctor, seen=draft.state_token, words={"summary": "Short walks help."})

    assert finding_of(draft).rule == "CLM-01"


@pytest.mark.parametrize("fields", [{"verified_on": None}, {"expires_on": "2020-01-01"}])
def test_a_credential_that_is_not_valid_today_is_none(draft, fields):
    doctor = make_person(name="late")
    doctor.groups.add(make_person(CLINICIAN).groups.get())
    make_credential(doctor, **fields)

    with pytest.raises(Refusal, match="verified credential"):
        override(draft, doctor)


@pytest.mark.parametrize("reason", ["", "   ", "\u200b", "x" * 4_001])
def test_it_needs_a_reason_that_can_be_kept(draft, doctor, reason):
    with pytest.raises(Refusal):
        override(draft, doctor, reason=reason)

    assert FindingOverride.objects.count() == 0


def test_words_that_changed_meanwhile_are_looked_at_again(draft, doctor):
    seen = draft.state_token
    drafting.save_draft(draft, by=draft.saved_by, seen=seen, words={"summary": "Short walks help."})

    with pytest.raises(StaleRefusal):
        override(draft, doctor, seen=seen)


def test_a_finding_that_is_not_there_is_not_decided(draft, doctor):
    with pytest.raises(Refusal, match="not there any more"):
        override(draft, doctor, fingerprint="0" * 32)


def test_a_rule_of_the_nine_is_never_overridden(doctor):
    make_use("ketamine", "depression", Standing.OFF_LABEL)
    draft = make_draft(body=BODY + "<p>Ketamine is used for depression.</p>")

    with pytest.raises(Refusal, match="Nobody can let this stand"):
        override(draft, doctor)


def test_what_does_not_stop_the_words_needs_nobody(draft, doctor):
    warning = next(each for each in look(draft).findings if each.severity != "block")

    with pytest.raises(Refusal, match="does not stop the words"):
        override(draft, doctor, fingerprint=warning.fingerprint)


def test_it_holds_in_the_next_draft_as_long_as_the_sentence_stands(doctor):
    revision = make_in_review(body=BODY + CLAIM, let_stand=True)
    returned = reviewing.recall(revision, by=revision.saved_by, seen=revision.state_token)
    assert look(returned).open_blocking == []

    words = {"body": returned.body.replace("cures low mood", "cures every low mood")}
    changed = drafting.save_draft(returned, by=returned.saved_by, seen=returned.state_token, words=words)

    assert finding_of(changed).rule == "CLM-01"


def test_it_does_not_outlive_the_words_that_went_live():
    update = make_update(make_live(body=BODY + CLAIM, let_stand=True), summary="Why a short walk helps, and how.")

    assert (finding_of(update).rule, standing_overrides(update)) == ("CLM-01", {})


def test_another_clinician_takes_it_back(draft, doctor):
    fingerprint = override(draft, doctor).fingerprint

    taken = overriding.take_back(
        draft, fingerprint, by=make_person(CLINICIAN), seen=draft.state_token, reason="No, it is too much."
    )

    assert (taken.act, finding_of(draft).fingerprint) == (OverrideAct.TAKE_BACK, fingerprint)
    override(draft, doctor, reason="After all.")
    assert look(draft).open_blocking == []


def test_there_is_nothing_to_take_back_where_nobody_let_it_stand(draft, doctor):
    with pytest.raises(Refusal, match="nothing to take back"):
        overriding.take_back(draft, finding_of(draft).fingerprint, by=doctor, seen=draft.state_token, reason="No.")


def test_once_is_enough(draft, doctor):
    fingerprint = override(draft, doctor).fingerprint

    with pytest.raises(Refusal, match="Dr Ana Ruiz has let this stand already"):
        override(draft, make_person(CLINICIAN), fingerprint=fingerprint)


def test_whose_words_they_are_is_told_and_neither_words_nor_reason_are_in_it(draft, doctor):
    override(draft, doctor)

    [notice] = Notice.objects.filter(event__startswith="finding-decided")
    assert (notice.person, notice.sentence, notice.note) == (
        draft.author, "Dr Ana Ruiz lets a finding stand in “Walking and mood”.", "",
    )  # fmt: skip


# ---- Asking --------------------------------------------------------------------------------------------------------


def ask(draft, by, note="It is what the trial says."):
    return overriding.ask(draft, finding_of(draft).fingerprint, by=by, seen=draft.state_token, note=note)


def test_an_editor_asks_and_every_clinician_who_can_decide_is_told(draft, doctor):
    thread = ask(draft, draft.saved_by)

    told = Notice.objects.filter(event=f"finding-asked:{thread.pk}")
    assert [notice.person for notice in told] == [doctor]
    assert (thread.quote, thread.entries.get().text.endswith("It is what the trial says.")) == (
        "cures", True,
    )  # fmt: skip


def test_the_decision_answers_what_was_asked(draft, doctor):
    thread = ask(draft, draft.saved_by)

    override(draft, doctor, reason="Yes, with that source.")

    assert list(Thread.objects.open()) == []
    assert thread.entries.latest("pk").text == "It may stand. Yes, with that source."


def test_nobody_is_asked_twice_until_they_have_answered(draft, doctor):
    thread = ask(draft, draft.saved_by)

    with pytest.raises(Refusal, match="have been asked about this already"):
        ask(draft, draft.saved_by)

    discussing.resolve(thread, by=doctor, seen=thread.entries.latest("pk").pk, text="No: please mend it.")
    assert ask(draft, draft.saved_by).pk != thread.pk


def test_nobody_is_asked_about_what_nobody_may_let_stand(doctor):
    make_use("ketamine", "depression", Standing.OFF_LABEL)
    draft = make_draft(body=BODY + "<p>Ketamine is used for depression.</p>")

    with pytest.raises(Refusal, match="Nobody can let this stand"):
        ask(draft, draft.saved_by)


def test_overrides_made_for_a_test_are_made_by_the_verb(draft):
    let_stand(draft)

    assert look(draft).open_blocking == []
