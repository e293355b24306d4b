"""Every rule finds what its examples say it must, and lets stand what it must not find."""

import pytest

from articles.checks import RULES, Severity, check, field_text
from articles.checks.examples import facts_of, html_of

MUST = [pytest.param(rule, each, id=f"{rule.id} {each.words[:60]}") for rule in RULES for each in rule.must]
MUST_NOT = [pytest.param(rule, each, id=f"{rule.id} {each.words[:60]}") for rule in RULES for each in rule.must_not]


@pytest.mark.parametrize(("rule", "example"), MUST)
def test_a_rule_finds_what_it_must(rule, example):
    html, facts = html_of(example), facts_of(example)

    found = check(html, facts, rules=(rule,))

    assert {each.rule for each in found} == {rule.id}
    assert all(field_text(html, facts, each.field)[each.start : each.end] == each.quote for each in found)
    assert all(each.message.endswith((".", "?")) for each in found)


@pytest.mark.parametrize(("rule", "example"), MUST_NOT)
def test_a_rule_lets_stand_what_it_must_not_find(rule, example):
    assert check(html_of(example), facts_of(example), rules=(rule,)) == []


def test_rules_are_ordered_and_no_id_is_used_twice():
    ids = [rule.id for rule in RULES]

    assert ids == sorted(set(ids))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_examples_of_both_kinds_and_says_why(rule):
    assert rule.must
    assert rule.must_not
    assert all((rule.title, rule.why, rule.source))
    assert rule.severity in Severity
