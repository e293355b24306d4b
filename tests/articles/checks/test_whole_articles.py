"""One article as a clinic advertises, and the same subject as the clinic may publish it."""

from collections import Counter

from articles.checks import Severity, check, field_text
from articles.richtext import clean
from tests.articles.checks.articles import (
    MARKETING,
    MARKETING_FACTS,
    MARKETING_IN_SPANISH,
    REWRITTEN,
    REWRITTEN_FACTS,
    REWRITTEN_IN_SPANISH,
    SPANISH_MARKETING_FACTS,
    SPANISH_REWRITTEN_FACTS,
)


def test_the_advertisement_yields_exactly_these_findings():
    found = Counter(each.rule for each in check(clean(MARKETING), MARKETING_FACTS))

    assert found == {
        "CLM-02": 2, "CLM-05": 1, "CLM-06": 1, "CLM-07": 3,
        "DRG-01": 2, "DRG-02": 1, "DRG-04": 1, "DRG-05": 1,
        "EVD-01": 2, "EVD-02": 5, "EVD-03": 6, "EVD-06": 1, "EVD-07": 1, "EVD-08": 1,
        "GOV-01": 1, "GOV-02": 1, "GOV-03": 1, "GOV-04": 1, "GOV-05": 1,
        "HTM-03": 1, "RDB-01": 1, "RDB-02": 16, "RDB-04": 1, "RDB-05": 6,
        "SAF-01": 1, "SAF-05": 1,
    }  # fmt: skip


def test_its_findings_point_at_the_words_they_are_about():
    html = clean(MARKETING)
    found = [each for each in check(html, MARKETING_FACTS) if each.quote and each.rule != "RDB-02"]

    assert [
        (each.rule, each.quote) for each in found if each.rule in ("CLM-07", "DRG-01", "EVD-01", "RDB-05", "SAF-01")
    ] == [
        ("CLM-07", "why you should consider"),
        ("CLM-07", "Contact our clinic today"),
        ("CLM-07", "free consultation"),
        ("DRG-01", "ketamine infusion therapy for PTSD"),
        ("DRG-01", "the drug could be used against depression"),
        ("EVD-01", "8 million adults"),
        ("EVD-01", "half of patients"),
        ("RDB-05", "ER"),
        ("RDB-05", "JAMA"),
        ("RDB-05", "CAPS"),
        ("RDB-05", "IV"),
        ("RDB-05", "NMDA"),
        ("RDB-05", "AMPA"),
        ("SAF-01", "suicide"),
    ]
    assert all(field_text(html, MARKETING_FACTS, each.field)[each.start : each.end] == each.quote for each in found)


def test_the_rewrite_passes_every_blocking_rule():
    found = check(clean(REWRITTEN), REWRITTEN_FACTS)

    assert [each for each in found if each.severity == Severity.BLOCK] == []


def test_the_rewrite_leaves_nothing_to_ask_either():
    assert check(clean(REWRITTEN), REWRITTEN_FACTS) == []


def test_a_spanish_advertisement_yields_exactly_these_findings():
    found = Counter(each.rule for each in check(clean(MARKETING_IN_SPANISH), SPANISH_MARKETING_FACTS))

    assert found == {
        "CLM-02": 2, "CLM-03": 1, "CLM-04": 1, "CLM-05": 1, "CLM-06": 1, "CLM-07": 3,
        "DRG-01": 2, "DRG-02": 1, "DRG-03": 1, "DRG-04": 1,
        "EVD-01": 2, "EVD-02": 2, "EVD-03": 3, "EVD-06": 1, "EVD-07": 1, "EVD-08": 1,
        "GOV-01": 1, "GOV-02": 1, "GOV-03": 1, "GOV-04": 1, "GOV-05": 1, "GOV-07": 1,
        "RDB-02": 3, "RDB-05": 2, "SAF-01": 1,
    }  # fmt: skip


def test_its_rewrite_in_spanish_leaves_nothing_to_ask():
    assert check(clean(REWRITTEN_IN_SPANISH), SPANISH_REWRITTEN_FACTS) == []
