"""Help stands in every article that speaks of suicide, wherever it does, as soon as its words are saved."""

import re

import pytest
from django.utils import translation

from articles.crisis import has_block
from articles.domain import drafting
from articles.models import CrisisResource
from articles.models.clinical_data import told_here
from tests.factories import BODY, make_crisis_line, make_draft, make_live
from tests.translations import begun

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ({}, False),
        ({"title": "After a suicide attempt"}, True),
        ({"summary": "How to talk about suicide."}, True),
        ({"body": BODY + "<p>Some think of suicide.</p>"}, True),
    ],
)
def test_the_crisis_block_is_inserted_wherever_the_words_are(words, stands):
    assert has_block(make_draft(**words).body) == stands


def test_it_comes_first_where_the_title_speaks_of_it():
    assert make_draft("After a suicide attempt").body.startswith('<aside class="crisis-help">')


def names(html):
    return re.findall(r"<li><strong>([^<]+)</strong>", html)


def test_an_article_in_spanish_names_the_lines_that_are_told_in_spanish():
    make_crisis_line()
    live = make_live(body=BODY + "<p>Some think of suicide. Call <a href='tel:988'>988</a>.</p>")
    make_crisis_line("Línea 988", language="es", then="y oprima 2", hours="A todas horas")
    words = {"body": "<p>Piensa en el suicidio.</p>"}
    draft = begun(live)
    draft = drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words=words)

    assert (names(live.body), names(draft.body)) == (["988 Suicide &amp; Crisis Lifeline"], ["Línea 988"])
    assert "y oprima 2" in draft.body


def test_where_there_is_none_in_spanish_those_of_the_clinics_own_language_stand_there():
    make_crisis_line()
    make_crisis_line("Línea cerrada", language="es", active=False)
    with translation.override("es"):
        assert [each.name for each in told_here(CrisisResource.objects.filter(active=True))] == [
            "988 Suicide & Crisis Lifeline"
        ]
