import pytest

from articles.checks import ENGINE_VERSION, RULESET_VERSION, Severity
from articles.domain import drafting, reviewing
from articles.domain.checking import look, run, sentence_of
from articles.domain.facts import situation
from articles.domain.readiness import problems
from articles.enums import CheckOccasion, SignOffKind, Standing, Status
from articles.models import CheckRun
from clinic_cms.roles import CLINICIAN, EDITOR
from clinic_cms.shared.refusal import Refusal
from tests.factories import (
    BODY,
    let_stand,
    make_crisis_line,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_signed_off,
    make_use,
    sign,
)

pytestmark = pytest.mark.django_db
CLAIM = "<p>Walking cures low mood.</p>"


def blocking(revision) -> list[str]:
    return [finding.rule for finding in look(revision).open_blocking]


def test_words_that_nothing_is_wrong_with_can_be_submitted():
    assert (blocking(make_draft()), problems(make_draft("Another"))) == ([], [])


def test_a_finding_that_stops_the_words_is_one_sentence_of_what_is_missing():
    draft = make_draft(body=BODY + CLAIM)

    [finding] = look(draft).open_blocking
    assert problems(draft) == [sentence_of(finding)]
    assert situation(draft).problems == (sentence_of(finding),)


def test_it_refuses_the_submission_and_nothing_is_kept():
    draft = make_draft(body=BODY + CLAIM)

    with pytest.raises(Refusal) as refused:
        reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    draft.refresh_from_db()
    assert (refused.value.reason, draft.status, CheckRun.objects.count()) == (problems(draft)[0], Status.DRAFT, 0)


def test_what_is_missing_comes_first_and_alone():
    draft = make_draft(body=BODY + CLAIM, interests="")

    assert problems(draft) == ["State conflicts of interest. If there are none, write “None”."]


def test_an_article_about_a_treatment_is_asked_for_the_other_options():
    words = "<h2>Stretching</h2>" + "<p>Hold the arm up and wait until you have counted to ten.</p>" * 8
    found = {
        kind: [each.rule for each in look(make_draft(kind, kind=kind, body=words)).findings if each.rule == "DRG-03"]
        for kind in ("treatment", "condition")
    }

    assert found == {"treatment": ["DRG-03"], "condition": []}


def test_the_clinics_medicines_are_what_the_rules_go_by():
    words = "<p>Sertraline is used for depression.</p>"
    assert blocking(make_draft("Before", body=BODY + words)) == []
    make_use("sertraline", "depression", Standing.OFF_LABEL)

    assert blocking(make_draft("Off-label", body=BODY + words)) == ["DRG-01"]

    make_use("paroxetine", "anxiety", Standing.APPROVED)
    assert (
        blocking(
            make_draft(
                "Approved", body=BODY + words.replace("Sertraline", "Paroxetine").replace("depression", "anxiety")
            )
        )
        == []
    )


def test_no_number_but_a_line_in_use_passes_for_help():
    make_crisis_line()
    words = "<p>If you think about suicide, call the crisis line at 1-800-555-0199.</p>"

    assert "SAF-06" in blocking(make_draft(body=BODY + words))


# ---- What is kept --------------------------------------------------------------------------------------------------


def test_a_run_is_kept_at_each_step_and_never_on_a_look():
    draft = make_draft()
    look(draft), problems(draft), situation(draft)
    assert CheckRun.objects.count() == 0

    live = make_live("Another")

    kept = CheckRun.objects.filter(revision=live).order_by("pk")
    assert [run.occasion for run in kept] == [
        CheckOccasion.SUBMIT, CheckOccasion.SIGN_OFF, CheckOccasion.SIGN_OFF, CheckOccasion.GOING_LIVE,
    ]  # fmt: skip
    assert {(run.seal, run.engine_version, run.ruleset_version, run.cut_short) for run in kept} == {
        (live.seal, ENGINE_VERSION, RULESET_VERSION, False)
    }


def test_a_run_belongs_to_its_sign_off():
    revision = make_signed_off()

    for sign_off in revision.review.sign_offs.all():
        assert sign_off.check_run.seal == sign_off.seal


def test_a_kept_run_says_what_was_found_and_who_had_let_it_stand():
    doctor = make_person(CLINICIAN, full_name="Ana Ruiz", honorific="Dr")
    draft = let_stand(make_draft(body=BODY + CLAIM), by=doctor, reason="For a low mood, in this sense, it is so.")
    revision = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
    revision = sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))

    run = revision.review.sign_offs.get().check_run
    [finding] = run.overridden
    assert (finding["rule"], finding["quote"], finding["override"]["by"], finding["override"]["credential"]) == (
        "CLM-01", "cures", "Dr Ana Ruiz", "MD, board-certified psychiatrist (Colorado Medical Board)",
    )  # fmt: skip
    assert finding["override"]["reason"] == "For a low mood, in this sense, it is so."


def test_two_runs_of_the_same_are_known_as_such():
    first, second = make_in_review("One"), make_in_review("Two")

    digests = {look(first).digest, look(second).digest}
    assert (look(first).digest in digests, len(digests)) == (True, 2)
    assert CheckRun.objects.get(revision=first).checked != CheckRun.objects.get(revision=second).checked


def test_the_same_question_is_answered_from_memory():
    draft = make_draft("A title that no other test has")

    first = look(draft)
    assert look(draft).findings is first.findings

    draft = drafting.save_draft(
        draft, by=draft.saved_by, seen=draft.state_token, words={"summary": "Another summary, all of its own."}
    )
    assert look(draft).findings is not first.findings


def test_a_run_that_stopped_early_stops_the_words_and_is_not_remembered():
    asked = look(make_draft("Another title that no other test has"))

    first, second = (run(asked.html, asked.facts, seconds=-1)[0] for _each in range(2))

    assert [finding.rule for finding in first if finding.severity == Severity.BLOCK] == ["CHK-01"]
    assert second is not first


@pytest.mark.parametrize(
    ("language", "words", "suggested"),
    [
        ("en", "Some people think about suicide.", "If you are thinking about suicide, call or text 988 now."),
        ("es", "Hay quien piensa en el suicidio.", "Si piensa en el suicidio, llame ahora al 988 y oprima 2."),
    ],
)
def test_the_crisis_line_that_is_suggested_is_the_clinics_own_in_the_articles_language(language, words, suggested):
    make_crisis_line("Veterans Crisis Line", audience="veterans", sms_number="838255", order=0)
    make_crisis_line()
    make_crisis_line("Línea 988", language="es", then="y oprima 2", sms_keyword="AYUDA")
    draft = make_draft()
    draft.body, draft.article.language = f"<p>{words}</p>", language

    assert [each.suggestion for each in look(draft).findings if each.rule == "SAF-01"] == [suggested]
