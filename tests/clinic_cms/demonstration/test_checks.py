"""What the clinical checks say of the demonstration's articles, with the lists that a new clinic begins with."""

from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings

from articles.checks import ConditionFacts, CrisisLine, DrugFacts, Facts, Severity, SourceFacts, StoryFacts, check
from articles.clinical_seed import CONDITIONS, CRISIS_LINES, MEDICINES
from articles.richtext import clean
from clinic_cms.demonstration.articles import ARTICLES
from clinic_cms.demonstration.people import PEOPLE
from clinic_cms.demonstration.translations.ataques_de_panico import TRANSLATION as ATAQUES

# A draft that shows what the checks do.
ON_PURPOSE = {"living-with-migraine": [("CLM-01", "guarantees"), ("EVD-01", "1 in 6")]}
NAMES = {person.username: f"{person.full_name}, {person.job_title}" for person in PEOPLE}


def facts_of(article):
    return Facts(
        title=article.title,
        summary=article.summary,
        byline=NAMES[article.author],
        interests=article.interests,
        disclaimer=settings.CLINIC_DISCLAIMERS["en"],
        references=tuple(
            SourceFacts(
                position=position,
                kind=each.kind,
                title=each.title,
                container=each.container,
                year=each.year,
                doi=each.doi,
                pmid=each.pmid,
                url=each.url,
            )
            for position, each in enumerate(article.references, 1)
        ),
        drugs=tuple(
            DrugFacts(
                name=each.name,
                synonyms=tuple(each.synonyms.split(", ")),
                schedule=each.schedule,
                approved=each.approved,
                off_label=each.off_label,
            )
            for each in MEDICINES
        ),
        conditions=tuple(
            ConditionFacts(name=name, synonyms=tuple(synonyms.split(", "))) for name, synonyms in CONDITIONS.items()
        ),
        crisis_lines=tuple(
            CrisisLine(digits=digits)
            for line in CRISIS_LINES
            if line.country == "US"
            for digits in (line.phone, line.sms_number)
            if digits
        ),
        stories=(StoryFacts(quote=article.story.quote, authorised=True),) if article.story else (),
        review_months=24,
        today=date(2026, 11, 25),
    )


def facts_in_spanish():
    """Of the translation, with the lists that a new clinic begins with: they have Spanish names."""
    first = next(article for article in ARTICLES if article.slug == ATAQUES.of)
    return replace(
        facts_of(first),
        language="es",
        title=ATAQUES.title,
        summary=ATAQUES.summary,
        interests=ATAQUES.interests,
        disclaimer=settings.CLINIC_DISCLAIMERS["es"],
    )


BODIES = [
    pytest.param(article, body, id=f"{article.slug}{' (update)' if at else ''}")
    for article in ARTICLES
    for at, body in enumerate([article.body, *([article.update.body] if article.update else [])])
]


@pytest.mark.parametrize(("article", "body"), BODIES)
def test_nothing_blocks_but_what_is_there_to_be_found(article, body):
    blocking = [each for each in check(clean(body), facts_of(article)) if each.severity == Severity.BLOCK]

    assert [(each.rule, each.quote) for each in blocking] == ON_PURPOSE.get(article.slug, [])


def test_what_is_there_to_be_found_is_in_drafts():
    assert {article.state for article in ARTICLES if article.slug in ON_PURPOSE} == {"draft"}


def test_warnings_are_few():
    """Three for an article at most, long sentences aside: what is noisy is not read."""
    counts = [
        sum(each.severity == Severity.WARN and each.rule != "RDB-02" for each in check(clean(body), facts_of(article)))
        for article, body in (param.values for param in BODIES)
    ]

    assert max(counts) <= 3


def test_nothing_blocks_the_translation_and_little_warns():
    found = [each for each in check(clean(ATAQUES.body), facts_in_spanish()) if each.rule != "RDB-02"]

    assert [each.rule for each in found if each.severity == Severity.BLOCK] == []
    assert sum(each.severity == Severity.WARN for each in found) <= 3


def test_the_checks_know_medicines_and_conditions_by_their_spanish_names():
    words = "<p>La sertralina ayuda con la migraña.</p>"
    found = {each.rule: each for each in check(words, facts_in_spanish())}

    assert found["DRG-01"].suggestion == (
        "Es un uso fuera de indicación (sertralina: migraña): la FDA no lo ha aprobado para esto."
    )
