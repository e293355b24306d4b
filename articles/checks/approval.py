"""Which medicine a sentence speaks of, and for which conditions; and what the clinic's table says of the two."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from articles.checks import spanish_claims
from articles.checks.facts import ConditionFacts, DrugFacts, Facts
from articles.checks.mentions import Mention, mentions
from articles.checks.negation import denies
from articles.checks.patterns import any_of
from articles.checks.reading import BODY, Found, Reading
from articles.checks.sentences import words_of
from articles.medicines import is_medicine

_MEANT: Final = any_of(
    "(?:the|this) (?:drug|medicine|medication|treatment|therapy|infusions?)", "infusions?",
    "it (?:can |may |might |could |will |also ){0,2}?(?:treat|help|eas|reliev|reduc|improv|lift|work)(?:e|s|es|ed)?",
    *spanish_claims.MEANT,
)  # fmt: skip
# Medicines that are not the one named before, unless it is set apart from them.
_OTHERS: Final = any_of(
    "(?<!unlike[ ])(?<!than[ ])(?:some|other|several|many|few|two|three) (?:\\w{3,16} )?(?:drugs|medicines"
    "|medications)",
    "(?<!unlike[ ])(?<!than[ ])antidepressants", *spanish_claims.OTHERS,
)  # fmt: skip
# "Approved as an anesthetic and increasingly prescribed for depression" claims no approval for the second.
_BESIDES: Final = any_of(
    "(?:and|but|though|while) (?:\\w{2,14} ){0,3}?(?:prescribed|used|given|offered|studied)", *spanish_claims.BESIDES
)
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
        and not denies(found.passage.masked[found.sentence.start : each.found.start], far=6)
        and not _BESIDES.search(found.passage.masked, found.end, each.found.start)
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
    sentence = found.passage.masked[found.sentence.start : found.sentence.end]
    if is_medicine_named(sentence) or _OTHERS.search(sentence):
        return []
    before = [each.thing for each in named if each.found.start < found.start]
    return before[-1:] or [each.thing for each in mentions(reading, facts.drugs, ("title",))][:1]


def used_for(reading: Reading, facts: Facts, name: str) -> Iterator[tuple[Mention[DrugFacts], Mention[ConditionFacts]]]:
    """Every medicine and condition of a field that stand in one sentence, in the order of the words; also where the
    sentence says "the drug" or "it can help" of the medicine that was named last.
    """
    drugs = list(mentions(reading, facts.drugs, (name,)))
    starts = [each.found.start for each in drugs]
    here: dict[int, dict[DrugFacts, Mention[DrugFacts]]] = {}
    for drug in drugs:
        here.setdefault(drug.found.sentence.start, {}).setdefault(drug.thing, drug)
    meant = {found.sentence.start: found for found in reading.find(_MEANT, (name,))} if drugs else {}
    told: set[tuple[int, ConditionFacts]] = set()
    for condition in mentions(reading, facts.conditions, (name,)) if drugs else ():
        sentence = condition.found.sentence.start
        if (sentence, condition.thing) in told:
            continue
        told.add((sentence, condition.thing))
        for drug in here.get(sentence, {}).values():
            yield drug, condition
        last = bisect_left(starts, sentence) - 1
        if sentence not in here and sentence in meant and last >= 0:
            yield Mention(drugs[last].thing, meant[sentence]), condition


def subjects(reading: Reading, facts: Facts) -> list[DrugFacts]:
    """The medicines that the article is about: named in its title, or in three sentences of its body."""
    titled = [each.thing for each in mentions(reading, facts.drugs, ("title",))]
    sentences: dict[DrugFacts, set[int]] = {}
    for each in mentions(reading, facts.drugs, (BODY,)):
        sentences.setdefault(each.thing, set()).add(each.found.sentence.start)
    return list(dict.fromkeys([*titled, *(drug for drug, places in sentences.items() if len(places) > 2)]))
