"""Names of medicines are told from other words, in English and Spanish."""

import pytest

from articles.medicines import is_medicine


@pytest.mark.parametrize(
    "word",
    """
    sertraline ketamine Zoloft escitalopram sertralina ketamina Paroxetina mirtazapina amitriptilina amoxicilina morfina
    codeína codeina topiramato sumatriptán omeprazol estatinas benzodiacepinas ibuprofeno litio metadona bupropión
    levotiroxina prednisona warfarina antidepresivos
    """.split(),  # noqa: SIM905
)
def test_a_medicine_is_known_by_its_name_in_either_language(word):
    assert is_medicine(word) is True


@pytest.mark.parametrize(
    "word",
    """
    water kettle medicina persona cocina vivir servir cuentan presentan hormona dolor sueño concierto sal pastilla
    vitamina camina también corazón
    """.split(),  # noqa: SIM905
)
def test_other_words_are_none(word):
    assert is_medicine(word) is False
