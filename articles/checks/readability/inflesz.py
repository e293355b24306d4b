"""How easy a Spanish text is to read: Szigriszt-Pazos' index of perspicuity, and what the INFLESZ scale says of it.

The index is that of F. Szigriszt Pazos ("Sistemas predictivos de legibilidad del mensaje escrito", 1993). What its
values mean was found with texts for patients by I. M. Barrio-Cantalejo and others ("Validación de la Escala INFLESZ
para evaluar la legibilidad de los textos dirigidos a pacientes", An Sist Sanit Navar 2008; 31(2): 135-152): from 55 on
it is normal.
It is no school grade, and a higher number is easier.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.checks.readability.counting import counted
from articles.checks.readability.spanish_syllables import syllables
from articles.checks.reading import Reading

ALGORITHM: Final = "Szigriszt-Pazos on the INFLESZ scale, Spanish syllables by rule"
VERSION: Final = "1"
NORMAL: Final = 55.0
HARDEST: Final = 10
_SCALE: Final = (
    (80.0, _("very easy")),
    (65.0, _("fairly easy")),
    (NORMAL, _("normal")),
    (40.0, _("somewhat hard")),
)


@dataclass(frozen=True, slots=True)
class Clear:
    """One sentence of the body, where it stands and how easy it is."""

    start: int
    end: int
    words: int
    index: float


@dataclass(frozen=True, slots=True)
class Perspicuity:
    """The index of a body, rounded by nobody, with its hardest sentences."""

    index: float
    words: int
    sentences: int
    hardest: tuple[Clear, ...]
    algorithm: str = ALGORITHM
    version: str = VERSION

    @property
    def said(self) -> Promise:
        """What the scale calls it."""
        return next((said for least, said in _SCALE if self.index >= least), _("very hard"))


def perspicuity(reading: Reading) -> Perspicuity:
    """Of a body that was read already; zeros where it has no words."""
    found = list(counted(reading, syllables))
    words, spoken = sum(len(each.syllables) for each in found), sum(sum(each.syllables) for each in found)
    if not words:
        return Perspicuity(0.0, 0, 0, ())
    scored = [
        Clear(each.start, each.end, len(each.syllables), szigriszt_pazos(len(each.syllables), 1, sum(each.syllables)))
        for each in found
    ]
    hardest = sorted(scored, key=lambda each: (each.index, each.start))[:HARDEST]
    return Perspicuity(szigriszt_pazos(words, len(found), spoken), words, len(found), tuple(hardest))


def szigriszt_pazos(words: int, sentences: int, spoken: int) -> float:
    return 206.835 - 62.3 * spoken / words - words / sentences
