"""What a finding suggests is words for the article, in its language; what it says is for the editor, in the page's."""

from dataclasses import replace

import pytest
from django.utils import translation

from articles.checks import RULES, CrisisLine, check
from articles.checks.disclaimer import SUGGESTED, missing
from articles.checks.examples import DISCLAIMER, FACTS, facts_of, html_of
from articles.checks.rule import filled
from articles.checks.spanish_facts import in_spanish
from articles.richtext import clean
from tests.articles.checks.articles import MARKETING, MARKETING_FACTS

BY_ID = {rule.id: rule for rule in RULES}
IN_SPANISH = replace(FACTS, language="es")
CALL = CrisisLine(digits="988", written="988", language="en")
TEXT = replace(CALL, is_text=True)
LLAMAR = CrisisLine(digits="988", written="988", language="es", then="y oprima 2")
ENVIAR = CrisisLine(digits="988", written="988", language="es", is_text=True, word="AYUDA")
VETERANS = CrisisLine(digits="838255", written="838255", language="en", is_text=True, for_all=False)


def one(rule, words, facts=FACTS, *, page="en"):
    with translation.override(page):
        (found,) = check(f"<p>{words}</p>", facts, rules=(BY_ID[rule],))
    return found


def test_an_english_article_on_a_spanish_page_is_told_of_in_spanish_and_offered_english_words():
    found = one("SAF-02", "He committed suicide.", page="es")

    assert found.message.startswith("«committed suicide» hace daño")
    assert found.suggestion == "died by suicide"


def test_a_spanish_article_on_an_english_page_is_told_of_in_english_and_offered_spanish_words():
    found = one("SAF-02", "Cometió suicidio.", IN_SPANISH)

    assert found.message.startswith("“Cometió suicidio” hurts")
    assert found.suggestion == "murió por suicidio"


@pytest.mark.parametrize("page", ["en", "es"])
def test_no_suggestion_depends_on_the_page(page):
    here = [each.suggestion for each in check(clean(MARKETING), MARKETING_FACTS)]
    with translation.override(page):
        there = [each.suggestion for each in check(clean(MARKETING), MARKETING_FACTS)]

    assert there == here
    assert len({*here}) > 8


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_suggestion_of_an_example_depends_on_the_page(rule):
    for example in rule.must:
        html, facts = html_of(example), facts_of(example)
        suggested = []
        for page in ("en", "es"):
            with translation.override(page):
                suggested.append([each.suggestion for each in check(html, facts, rules=(rule,))])

        assert suggested[0] == suggested[1]


@pytest.mark.parametrize("language", ["fr", "tlh"])
def test_a_language_without_a_catalogue_gets_english_words(language):
    facts = replace(FACTS, language=language, disclaimer="")
    rule = replace(BY_ID["GOV-04"], languages=frozenset())

    with translation.override("es"):
        (found,) = check("<p>Words.</p>", facts, rules=(rule,))

    assert found.suggestion == DISCLAIMER


def test_values_stand_in_words_that_stay_lazy():
    lazy = filled(translation.gettext_lazy("a small study of %(count)d people"), {"count": 7})

    assert str(lazy) == "a small study of 7 people"
    with translation.override("es"):
        assert str(lazy) == "un estudio pequeño, con 7 personas"


def test_the_page_that_is_being_made_keeps_its_language():
    with translation.override("es"):
        check("<p>He committed suicide.</p>", FACTS)
        assert translation.get_language() == "es"


def test_medicines_and_conditions_are_called_what_the_article_calls_them():
    words = "Ketamine can treat Post-traumatic stress disorder."

    assert one("DRG-01", words).suggestion == (
        "Using ketamine for post-traumatic stress disorder is an off-label use: the FDA has not approved it for this."
    )


def test_they_are_called_so_without_their_accents_too():
    facts = facts_of(in_spanish(""))

    assert one("DRG-01", "La ketamina alivia la depresion.", facts).suggestion == (
        "Es un uso fuera de indicación (ketamina: depresión): la FDA no lo ha aprobado para esto."
    )


def test_a_title_that_promotes_is_offered_one_that_informs_of_the_same_treatment():
    ad = replace(FACTS, title="Why you should try ketamine")
    nothing = replace(FACTS, title="Why you should try it")

    assert one("CLM-07", "Words.", ad).suggestion == "Ketamine: what the research says"
    assert one("CLM-07", "Words.", nothing).suggestion == ""


def test_the_disclaimer_that_is_suggested_has_its_four_parts_in_each_language():
    for language in ("en", "es"):
        with translation.override(language):
            assert missing(str(SUGGESTED)) == []


@pytest.mark.parametrize(
    ("lines", "language", "sentence"),
    [
        ((CALL, TEXT), "en", "If you are thinking about suicide, call or text 988 now."),
        ((CALL,), "en", "If you are thinking about suicide, call 988 now."),
        ((VETERANS, CALL), "en", "If you are thinking about suicide, call 988 now."),
        ((CALL, LLAMAR, ENVIAR), "es", "Si piensa en el suicidio, llame ahora al 988 y oprima 2."),
        ((CALL,), "es", "Si piensa en el suicidio, llame ahora al 988."),
        ((ENVIAR,), "es", "Si piensa en el suicidio, envíe ahora la palabra AYUDA por mensaje de texto al 988."),
        (
            (CrisisLine(digits="116123", written="116 123"),),
            "en",
            "If you are thinking about suicide, call 116 123 now.",
        ),
        ((replace(TEXT, digits="85258", written="85258"),), "en", "If you are thinking about suicide, text 85258 now."),
        (
            (replace(CALL, active=False),),
            "en",
            "If you are thinking about suicide, find a helpline in your country: https://findahelpline.com",
        ),
    ],
)
def test_the_crisis_line_that_is_suggested_is_one_of_the_clinic(lines, language, sentence):
    words = {"en": "Some people think about suicide.", "es": "Algunas personas piensan en el suicidio."}[language]

    found = one("SAF-01", words, replace(FACTS, language=language, crisis_lines=lines), page="es")

    assert found.suggestion == sentence


def test_words_about_people_are_offered_better_ones_in_spanish():
    pairs = {
        "Ayuda a los adictos.": "personas con un trastorno por consumo de sustancias",
        "Es un enfermo mental.": "personas con una afección de salud mental",
        "Los esquizofrénicos trabajan.": "personas con esquizofrenia o psicosis",
    }

    assert [one("SAF-05", words, IN_SPANISH).suggestion for words in pairs] == [*pairs.values()]
