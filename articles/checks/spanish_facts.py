"""The facts that the Spanish examples stand on: those of the English ones, with the names that Spanish words use."""

from dataclasses import replace
from typing import Any, Final

from articles.checks.examples import FACTS
from articles.checks.rule import Example, example

_NAMES: Final = {
    "ketamine": ("ketamina", "infusión de ketamina"),
    "sertraline": ("sertralina",),
    "PTSD": ("TEPT", "trastorno por estrés postraumático", "trastorno de estrés postraumático"),
    "depression": ("depresión",),
    "anesthesia": ("anestesia",),
    "ketamine infusions": ("infusiones de ketamina",),
}
_IN_SPANISH: Final[dict[str, Any]] = {
    "language": "es",
    "title": "Ketamina: lo que dice la investigación",
    "drugs": tuple(replace(each, synonyms=(*each.synonyms, *_NAMES[each.name])) for each in FACTS.drugs),
    "conditions": tuple(replace(each, synonyms=(*each.synonyms, *_NAMES[each.name])) for each in FACTS.conditions),
    "services": tuple(replace(each, synonyms=_NAMES[each.name]) for each in FACTS.services),
}


def in_spanish(words: str, **facts: Any) -> Example:
    return example(words, **{**_IN_SPANISH, **facts})
