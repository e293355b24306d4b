"""How findings come to be: their order, their names, who may let them stand, and the time limit."""

import time
from dataclasses import replace
from itertools import count

import pytest

from articles.checks import NEVER_OVERRIDABLE, RULES, STOPPED_EARLY, Facts, Severity, SourceFacts, check
from articles.checks.examples import FACTS

BY_ID = {rule.id: rule for rule in RULES}


def only(rule, html, facts=FACTS):
    return check(html, facts, rules=(BY_ID[rule],))


def one(rule, html, facts=FACTS):
    (found,) = only(rule, html, facts)
    return found


def test_findings_come_by_rule_and_then_by_place():
    found = check("<h2>Miracle</h2><p>It cures PTSD. About 5% cured.</p>", FACTS)

    assert [each.rule for each in found] == sorted(each.rule for each in found)
    assert [each.quote for each in found if each.rule == "CLM-01"] == ["Miracle", "cures", "cured"]


def test_an_article_of_which_nothing_is_known_is_blocked():
    blocked = {each.rule for each in check("<p>Words.</p>", Facts()) if each.severity == Severity.BLOCK}

    assert blocked == {"GOV-01", "GOV-03", "GOV-04", "GOV-05", "HTM-01"}


def test_nine_rules_can_never_be_overridden():
    assert NEVER_OVERRIDABLE - {STOPPED_EARLY} == {
        "SAF-01", "SAF-02", "SAF-03", "SAF-06", "CLM-03", "CLM-04", "DRG-01", "GOV-02", "EVD-05",
    }  # fmt: skip
    assert one("SAF-02", "<p>He committed suicide.</p>").overridable is False
    assert one("CLM-01", "<p>It cures PTSD.</p>").overridable is True


@pytest.mark.parametrize(
    ("status", "severity", "overridable"),
    [
        ("retracted", Severity.BLOCK, False),
        ("withdrawn", Severity.BLOCK, False),
        ("concern", Severity.BLOCK, True),
        ("corrected", Severity.WARN, True),
    ],
)
def test_a_retraction_can_never_be_overridden_and_a_correction_only_asks(status, severity, overridable):
    source = SourceFacts(position=1, title="A trial", status=status)
    found = one("EVD-05", "<p>It helps [1].</p>", replace(FACTS, references=(source,)))

    assert (found.severity, found.overridable, found.quote) == (severity, overridable, "1. A trial")


class TestFingerprints:
    def test_it_stays_while_the_sentence_stands_wherever_it_moves(self):
        here = one("CLM-01", "<p>It cures PTSD.</p>")
        there = one("CLM-01", "<h2>New</h2><p>Another  paragraph.</p><ul><li>It <em>cures</em> PTSD.</li></ul>")

        assert here.start != there.start
        assert here.fingerprint == there.fingerprint

    def test_it_does_not_mind_quotation_marks_spaces_or_case(self):
        straight = one("CLM-01", '<p>It\'s said: "it cures PTSD".</p>')
        curly = one("CLM-01", "<p>It’s said: “it cures&#32;&#32;PTSD”.</p>")

        assert straight.fingerprint == curly.fingerprint

    def test_it_is_another_one_as_soon_as_the_sentence_changes(self):
        assert one("CLM-01", "<p>It cures PTSD.</p>").fingerprint != one("CLM-01", "<p>It cures pain.</p>").fingerprint

    def test_a_marker_that_gets_another_number_changes_nothing(self):
        first, second = one("CLM-01", "<p>It cures PTSD [1].</p>"), one("CLM-01", "<p>It cures PTSD [2].</p>")

        assert first.fingerprint == second.fingerprint

    def test_a_described_study_keeps_its_name_when_markers_before_it_are_renumbered(self):
        words = "<p>In a study published in JAMA, researchers found this.</p><ul><li>See [{}].</li></ul>"

        assert (
            one("EVD-02", words.replace("{}", "1")).fingerprint == one("EVD-02", words.replace("{}", "2")).fingerprint
        )

    def test_a_reference_keeps_its_name_wherever_it_stands_in_the_list(self):
        doubted = {"title": "A trial", "status": "concern"}
        alone = replace(FACTS, references=(SourceFacts(position=1, **doubted),))
        second = replace(FACTS, references=(FACTS.references[0], SourceFacts(position=2, **doubted)))

        assert one("EVD-05", "", alone).fingerprint == one("EVD-05", "", second).fingerprint

    def test_sentences_that_only_look_different_are_told_apart_too(self):
        first, second = only("CLM-01", "<p>It’s said it cures PTSD.</p><p>It's said it&nbsp;cures PTSD.</p>")

        assert first.fingerprint != second.fingerprint

    def test_equal_sentences_are_told_apart_by_their_order(self):
        first, second = only("CLM-01", "<p>It cures PTSD.</p><p>It cures PTSD.</p>")

        assert first.fingerprint != second.fingerprint
        assert first.fingerprint == one("CLM-01", "<p>It cures PTSD.</p>").fingerprint

    def test_the_same_words_in_another_field_are_another_finding(self):
        titled = one("CLM-01", "<p>Words.</p>", replace(FACTS, title="It cures PTSD."))

        assert titled.fingerprint != one("CLM-01", "<p>It cures PTSD.</p>").fingerprint

    def test_one_about_the_sign_off_lapses_with_any_change_of_the_words(self):
        facts = replace(FACTS, signed_clinically=False)

        assert one("GOV-02", "<p>One.</p>", facts).fingerprint != one("GOV-02", "<p>Two.</p>", facts).fingerprint

    def test_findings_of_one_article_all_have_names_of_their_own(self):
        html = "<h2>Miracle</h2>" + "<p>It cures PTSD, cures pain. About 5% of adults, 6% of teens.</p>" * 3
        found = check(html, FACTS)

        assert len({each.fingerprint for each in found}) == len(found) > 10


class TestTimeLimit:
    def test_it_says_that_it_stopped_and_keeps_what_it_has(self):
        ticks = count()
        found = check("<p>It cures PTSD.</p>", FACTS, seconds=3, clock=lambda: next(ticks))

        assert [each.rule for each in found] == ["CLM-01", STOPPED_EARLY]
        assert found[-1].severity == Severity.BLOCK
        assert found[-1].overridable is False
        assert found[-1].message.startswith("The checks took too long and stopped before CLM-03")

    def test_it_stops_in_the_middle_of_a_rule_that_finds_too_much(self):
        ticks = count()
        found = check("<p>It cures PTSD.</p>" * 50, FACTS, seconds=10, clock=lambda: next(ticks))

        assert [each.rule for each in found] == ["CLM-01"] * 10 + [STOPPED_EARLY]

    def test_the_limit_is_of_work_so_that_a_busy_server_stops_no_words(self):
        waits = replace(BY_ID["CLM-01"], find=lambda *_given: time.sleep(0.2) or ())
        works = replace(BY_ID["CLM-01"], find=lambda *_given: sum(range(20_000_000)) * ())

        assert check("<p>Words.</p>", FACTS, rules=(waits, waits), seconds=0.1) == []
        assert [each.rule for each in check("<p>Words.</p>", FACTS, rules=(works, works), seconds=0.1)] == [
            STOPPED_EARLY
        ]

    def test_two_megabytes_of_words_come_back(self):
        html = "<p>" + "A trial found that ketamine cures 5% of adults with PTSD. " * 35_000 + "</p>"
        found = check(html, FACTS, seconds=0.5)

        assert len(html) > 2_000_000
        assert found[-1].rule == STOPPED_EARLY

    def test_in_time_it_says_nothing_of_it(self):
        assert STOPPED_EARLY not in {each.rule for each in check("<p>It cures PTSD.</p>", FACTS)}


def test_suggestions_say_what_to_write_instead():
    assert one("SAF-02", "<p>He committed suicide.</p>").suggestion == "died by suicide"
    assert one("SAF-05", "<p>He is an addict.</p>").suggestion == "people with a substance use disorder"
    assert one("HTM-04", "<p><a href='http://nih.gov/a'>The NIH</a></p>").suggestion == "https://nih.gov/a"


def test_mild_halves_of_a_rule_are_mild():
    assert one("HTM-04", "<p><a href='http://nih.gov/a'>The NIH</a></p>").severity == Severity.WARN
    assert [each.severity for each in only("RDB-02", "<p>One. Two. Three. Four.</p>")] == [Severity.INFO]
    assert [each.severity for each in only("EVD-07", "<p>None is cited.</p>")] == [Severity.WARN]
