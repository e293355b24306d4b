"""Readers find live words, and nothing that is not live."""

import pytest

from articles.domain import publishing, reviewing
from articles.domain.searching import Asked, Piece, found, help_for, told, topics_near
from articles.enums import ArticleKind
from articles.models import SearchEntry
from clinic_cms.roles import PUBLISHER
from tests.factories import (
    BODY,
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_live_article,
    make_person,
    make_scheduled,
    make_signed_off,
    make_topic,
    make_update,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db

FALLS = BODY + "<p>Ménière’s disease makes people dizzy &amp; unsteady. A <strong>good night’s</strong> rest helps.</p>"


def titles(words, **where):
    return [each.live_revision.title for each in found(Asked(words, **where))]


def test_words_are_found_however_they_end_with_accents_or_without_and_never_in_a_tag():
    make_live_article("Feeling dizzy", body=FALLS)

    asked = [
        "meniere",
        "MÉNIÈRE",
        "dizziness",
        "unsteady",
        '"night’s rest"',
        "“good night’s rest”",
        "strong",
        "zebra",
        "the",
        "",
        "-dizzy x",
    ]
    assert [len(titles(words)) for words in asked] == [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]


def test_titles_count_most_then_summaries_then_words():
    make_live_article("Knees", body=BODY + "<p>Some have a cough.</p>")
    make_live_article("Colds", summary="What to do about a cough.")
    make_live_article("A cough that stays")

    assert titles("cough") == ["A cough that stays", "Colds", "Knees"]


def test_a_phrase_stands_together_a_minus_leaves_out_and_or_asks_for_either():
    make_live_article("Cold feet in bed")
    make_live_article("Feet that are cold")

    asked = ['"cold feet"', "cold feet", "cold -bed", "bed or cold"]
    assert [sorted(titles(words)) for words in asked] == [
        ["Cold feet in bed"],
        ["Cold feet in bed", "Feet that are cold"],
        ["Feet that are cold"],
        ["Cold feet in bed", "Feet that are cold"],
    ]


def test_it_is_narrowed_by_topic_and_kind():
    make_live_article("Cough one", topic=make_topic(name="Lungs"), kind=ArticleKind.CONDITION)
    make_live_article("Cough two", topic=make_topic(name="Children"), kind=ArticleKind.NEWS)

    assert titles("cough", topic="lungs") == ["Cough one"]
    assert titles("cough", kind="news") == ["Cough two"]
    assert titles("cough", topic="lungs", kind="news") == []
    assert len(titles("cough", kind="nothing of ours")) == 2


@pytest.mark.parametrize("make", [make_draft, make_in_review, make_signed_off, make_scheduled, make_withdrawn])
def test_words_that_are_not_live_are_found_by_nobody(make):
    make("Walking and mood", body=BODY + "<p>A canary sings.</p>")

    assert (titles("canary"), titles("mood"), help_for(Asked("canari")).words) == ([], [], "")
    assert SearchEntry.objects.count() == 0


def test_an_update_is_found_once_it_is_live_and_the_words_before_no_more():
    live = make_live("Walking", body=BODY + "<p>A canary sings.</p>")
    update = make_update(live, body=BODY + "<p>A sparrow sings.</p>", change_note="Another bird.")
    before = titles("canary"), titles("sparrow")
    sign_and_publish(update)

    assert (before, (titles("canary"), titles("sparrow"))) == ((["Walking"], []), ([], ["Walking"]))


def sign_and_publish(draft):
    revision = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
    publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)


def test_each_is_told_with_the_words_around_what_was_found():
    make_live_article("Feeling dizzy", body="<h2>So</h2><p>Ménière’s disease makes people dizzy &amp; weak.</p>" + BODY)

    ((_article, pieces),) = told(found(Asked("disease")), "disease")

    assert pieces[:2] == [Piece("Ménière’s ", False), Piece("disease", True)]
    assert pieces[2].text.startswith(" makes people dizzy & weak.")


def test_who_mistypes_is_asked_what_they_meant():
    make_live_article("Sleeping well", topic=make_topic(name="Sleep"), body=BODY + "<p>Sleep problems are common.</p>")

    help = help_for(Asked("sleap problms"))

    assert help.words == "sleep problems"
    assert [each.live_revision.title for each in help.articles] == ["Sleeping well"]
    assert [each.name for each in help.topics] == ["Sleep"]


def test_what_is_near_to_nothing_gets_no_guess():
    make_live_article("Sleeping well")

    help = help_for(Asked("xqzzy"))

    assert (help.words, help.articles, help.topics) == ("", [], [])


def test_a_topic_without_live_articles_is_offered_to_nobody():
    make_draft(topic=make_topic(name="Sleep"))

    assert topics_near("sleep") == []
