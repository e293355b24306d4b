"""Spanish syllables, and how easy a Spanish text is to read."""

import pytest
from django.utils import translation

from articles.checks.facts import Facts
from articles.checks.readability import NORMAL, Perspicuity, perspicuity
from articles.checks.readability.spanish_syllables import syllables
from articles.checks.reading import read
from articles.richtext import clean
from clinic_cms.demonstration.translations.ataques_de_panico import BODY

# As the orthography of RAE and ASALE (2010) divides them.
WORDS = {
    "día": 2, "ciudad": 2, "aéreo": 4, "búho": 2, "guitarra": 3, "pingüino": 3, "leer": 2, "Uruguay": 3,
    "murciélago": 4, "ahijado": 3, "prohibir": 2, "guion": 1, "rey": 1, "y": 1, "muy": 1, "Paraguay": 3, "paraguayo": 4,
    "mayo": 2, "queso": 2, "quien": 1, "guerra": 2, "vergüenza": 3, "antigüedad": 4, "oído": 3, "reír": 2, "país": 2,
    "maíz": 2, "baúl": 2, "reúne": 3, "construir": 2, "construíais": 3, "leíamos": 4, "vivíais": 3, "limpiéis": 2,
    "cuídate": 3, "huía": 2, "oía": 3, "cohete": 3, "alcohol": 3, "zanahoria": 4, "héroe": 3, "creer": 2, "poeta": 3,
    "ansiedad": 3, "depresión": 3, "psiquiatra": 3, "terapia": 3, "sueño": 2, "suicidio": 3, "náuseas": 3, "ahí": 2,
    "ketamina": 4, "respiración": 4, "hielo": 2, "hueso": 2, "deshielo": 3, "chico": 2, "agüita": 3, "chiita": 3,
    "tú": 1, "vos": 1, "hablás": 2, "buey": 1, "ley": 1, "leyes": 2, "averiguáis": 4, "ahumar": 2, "baile": 2,
    "causa": 2, "farmacéutico": 5, "electroencefalograma": 9, "cognitivo-conductual": 7, "FDA": 4, "TEPT": 1, "VIH": 4,
    "2019": 1, "6,8%": 2, "TCC": 3, "Dr": 1, "PÁNICO": 3, "mg": 1, "¿Cómo": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), WORDS.items())
def test_syllables(word, count):
    assert syllables(word) == count


def of(html: str) -> Perspicuity:
    return perspicuity(read(html, Facts(language="es")))


@pytest.mark.parametrize(
    ("html", "words", "sentences", "spoken"),
    [
        # el-ga-to-co-me-pan / es-gor-do, by hand
        ("<p>El gato come pan. Es gordo.</p>", 6, 2, 9),
        ("<ul><li>Beba agua</li><li>Descanse</li></ul>", 3, 2, 7),
        ("<h2>Consideraciones neurobiológicas</h2><p>Tome la pastilla con agua.</p>", 5, 1, 9),
    ],
)
def test_the_index_is_that_of_szigriszt_pazos(html, words, sentences, spoken):
    found = of(html)

    assert (found.words, found.sentences) == (words, sentences)
    assert found.index == pytest.approx(206.835 - 62.3 * spoken / words - words / sentences)


@pytest.mark.parametrize(
    ("index", "said"),
    [
        (85, "very easy"),
        (80, "very easy"),
        (65, "fairly easy"),
        (55, "normal"),
        (54.9, "somewhat hard"),
        (39.9, "very hard"),
    ],
)
def test_the_scale_says_what_an_index_means(index, said):
    found = Perspicuity(index, 30, 3, ())

    assert str(found.said) == said
    assert (index >= NORMAL) == (said not in ("somewhat hard", "very hard"))


def test_the_scale_is_the_published_one_in_spanish():
    with translation.override("es"):
        said = [str(Perspicuity(index, 30, 3, ()).said) for index in (20, 50, 60, 70, 90)]

    assert said == ["muy difícil", "algo difícil", "normal", "bastante fácil", "muy fácil"]


def test_nothing_scores_nothing():
    assert of("").index == of("<p>…</p>").index == 0


def test_the_hardest_sentences_come_hardest_first_with_their_places():
    html = "<p>" + "El sol sale. " * 12 + "La heterogeneidad farmacológica individualiza deliberaciones.</p>"
    hardest = of(html).hardest

    assert len(hardest) == 10
    assert [each.start for each in hardest[:2]] == [156, 0]
    assert [each.index for each in hardest] == sorted(each.index for each in hardest)


def test_the_demonstrations_article_is_at_least_normal():
    assert of(clean(BODY)).index >= NORMAL
