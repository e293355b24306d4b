"""Which medicine a sentence speaks of, and for which conditions; and what the clinic's table says of the two."""

from collections.abc import Iterator

from articles.checks.facts import ConditionFacts, DrugFacts, Facts
from articles.checks.mentions import Mention, mentions
from articles.checks.negation import denies
from articles.checks.reading import BODY, Found, Reading
from articles.checks.sentences import words_of
from articles.medicines import is_medicine

Pair = tuple[DrugFacts, ConditionFacts]


def is_approved(drug: DrugFacts, condition: ConditionFacts) -> bool:
    """Whether the table has this use as approved, under any name of the condition."""
    names = {name.casefold() for name in condition.names}
    return any(each.casefold() in names for each in drug.approved)


def is_medicine_named(text: str) -> bool:
    """Whether some word of the text is the name of a medicine, known to the clinic's table or not."""
    return any(is_medicine(word) for word in words_of(text))


def approved_for(reading: Reading, facts: Facts, found: Found) -> Iterator[Pair]:
    """The pairs that the sentence around an approval claims, and the table does not have as approved."""
    conditions = [
        each.thing
        for each in mentions(reading, facts.conditions, (found.passage.field,))
        if each.found.sentence == found.sentence
        and not denies(found.passage.masked[found.sentence.start : each.found.start], far=3)
    ]
    drugs = _subjects(reading, facts, found) if conditions else []
    for condition in dict.fromkeys(conditions):
        if drugs and not any(is_approved(drug, condition) for drug in drugs):
            yield drugs[0], condition


def _subjects(reading: Reading, facts: Facts, found: Found) -> list[DrugFacts]:
    """The medicines of the sentence; where it names none, the last one named before, or the only one of the title."""
    named = list(mentions(reading, facts.drugs, (found.passage.field,)))
    here = [each.thing for each in named if each.found.sentence == found.sentence]
    if here:
        return list(dict.fromkeys(here))
    if is_medicine_named(found.passage.masked[found.sentence.start : found.sentence.end]):
        return []
    before = [each.thing for each in named if each.found.start < found.start]
    return before[-1:] or [each.thing for each in mentions(reading, facts.drugs, ("title",))][:1]


def used_for(reading: Reading, facts: Facts, name: str) -> Iterator[tuple[Mention[DrugFacts], Mention[ConditionFacts]]]:
    """Every medicine and condition of a field that stand in one sentence, in the order of the words."""
    by_sentence: dict[int, list[Mention[ConditionFacts]]] = {}
    for condition in mentions(reading, facts.conditions, (name,)):
        by_sentence.setdefault(condition.found.sentence.start, []).append(condition)
    for drug in mentions(reading, facts.drugs, (name,)) if by_sentence else ():
        for condition in by_sentence.get(drug.found.sentence.start, ()):
            yield drug, condition


def subjects(reading: Reading, facts: Facts) -> list[DrugFacts]:
    """The medicines that the article is about: named in its title, or in three sentences of its body."""
    titled = [each.thing for each in mentions(reading, facts.drugs, ("title",))]
    sentences: dict[DrugFacts, set[int]] = {}
    for each in mentions(reading, facts.drugs, (BODY,)):
        sentences.setdefault(each.thing, set()).add(each.found.sentence.start)
    return list(dict.fromkeys([*titled, *(drug for drug, places in sentences.items() if len(places) > 2)]))
