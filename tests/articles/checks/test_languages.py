"""An article is read in its language; what can't be read is told."""

from dataclasses import replace

from django.conf import settings

from articles.checks import RULES, check
from articles.checks.disclaimer import missing, parts
from articles.checks.examples import FACTS
from articles.crisis import mentions
from articles.enums import Severity

FRENCH = replace(FACTS, language="fr")
SPANISH = replace(FACTS, language="es", disclaimer=settings.CLINIC_DISCLAIMERS["es"])


def found(html, facts):
    return {each.rule: each for each in check(html, facts)}


def test_a_rule_is_not_asked_about_words_in_a_language_that_it_can_not_read():
    words = "<p>In 2019, 1 in 5 adults had it.</p>"
    assert ("EVD-01" in found(words, FACTS), "EVD-01" in found(words, FRENCH)) == (True, False)


def test_every_rule_reads_english_and_spanish():
    assert [rule.id for rule in RULES if not (rule.reads("en") and rule.reads("es"))] == []
    assert "LNG-01" not in found("<p>Caminar ayuda.</p>", SPANISH)


def test_what_was_not_looked_for_is_told_and_stops_nothing():
    told = found("<p>Marcher aide.</p>", FRENCH)["LNG-01"]
    number = sum(not rule.reads("fr") for rule in RULES)
    assert told.severity == Severity.WARN
    assert told.message == (
        f"{number} checks can't read this language, so nobody has looked for: claims and comparisons; "
        "what a treatment can do, and its risks; figures and studies without a source; who answers for the words; "
        "the page; how hard it is to read; words about suicide and people. "
        "Whoever signs off looks for all of it."
    )
    assert "LNG-01" not in found("<p>Walking helps.</p>", FACTS)


def test_the_disclaimer_of_each_language_has_its_four_parts_in_order():
    for words in settings.CLINIC_DISCLAIMERS.values():
        assert missing(words) == []
        assert [name for name, _words in parts(words)] == ["general", "no_advice", "whom_to_ask", "emergency"]


def test_spanish_words_of_suicide_bring_the_crisis_box():
    words = ["Piensa en quitarse la vida.", "Tiene ganas de morir.", "Quiere hacerse daño.", "No quiere vivir."]
    assert [mentions(each) for each in words] == [True] * 4
    assert [mentions(each) for each in ("Le quitan el yeso.", "La vida diaria.", "Puede hacerse daño al caer.")] == [
        False
    ] * 3
