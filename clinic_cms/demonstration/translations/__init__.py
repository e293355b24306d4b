"""The articles that the clinic has in Spanish too, one module each."""

from typing import Final

from clinic_cms.demonstration.kinds import Translation
from clinic_cms.demonstration.translations import ataques_de_panico

TRANSLATIONS: Final[tuple[Translation, ...]] = (ataques_de_panico.TRANSLATION,)
