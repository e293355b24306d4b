"""The rules for comments: each change is a row, and a topic's or an article's own word counts before the site's."""

import pytest
from django.utils import translation

from clinic_cms.roles import ADMINISTRATOR, EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.keeping_rules import keep, switch
from comments.domain.rules import is_open, is_sensitive, rules
from comments.models import CommentRules
from tests.factories import make_live, make_person

pytestmark = pytest.mark.django_db


def test_the_newest_rules_hold_and_the_older_ones_are_kept():
    administrator, moderator = make_person(ADMINISTRATOR), make_person(MODERATOR)
    first = keep(by=administrator, seen=0, hours="On weekdays", on_call=[moderator])
    keep(by=administrator, seen=first.pk, hours="Every day", allow_testimonials=True)

    assert (rules().hours, rules().allow_testimonials) == ("Every day", True)
    assert list(CommentRules.objects.order_by("pk").values_list("hours", "on_call")) == [
        ("On weekdays", moderator.pk), ("Every day", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({"ask_consent": True, "consent_text": " "}, "Write what the tick box says"), ({"seen": 7}, "changed the rules")],
)
def test_rules_without_sense_or_from_an_old_page_are_refused(fields, sentence):
    with pytest.raises(Refusal, match=sentence):
        keep(by=make_person(ADMINISTRATOR), **{"seen": 0, **fields})


def test_who_keeps_them_and_who_is_on_call_need_their_roles():
    with pytest.raises(Refusal, match="You can't change the rules"):
        keep(by=make_person(EDITOR), seen=0)
    with pytest.raises(Refusal, match="Somebody on call can't see the comments"):
        keep(by=make_person(ADMINISTRATOR), seen=0, on_call=[make_person(EDITOR)])


def test_two_who_change_them_at_once_do_not_overwrite_each_other():
    administrator = make_person(ADMINISTRATOR)
    keep(by=administrator, seen=0)

    with pytest.raises(StaleRefusal):
        keep(by=make_person(ADMINISTRATOR), seen=0)


def test_an_article_says_more_than_its_topic_and_saying_nothing_again_leaves_it_to_the_topic():
    revision, administrator = make_live(), make_person(ADMINISTRATOR)
    article, topic = revision.article, revision.topic
    said = []
    for fields in (
        {"topic": topic, "closed": True, "sensitive": True},
        {"article": article, "closed": False, "sensitive": False},
        {"article": article, "closed": None, "sensitive": None},
        {"topic": topic, "closed": None, "sensitive": None},
    ):
        switch(by=administrator, **fields)
        said.append((is_open(article, topic.pk, live_since=None), is_sensitive(article, topic.pk)))

    assert said == [(False, True), (True, False), (False, True), (True, False)]


def test_a_switch_is_for_one_topic_or_one_article():
    with pytest.raises(Refusal, match="Choose a topic or an article"):
        switch(by=make_person(ADMINISTRATOR), closed=True, sensitive=None)


def test_what_readers_are_told_in_words_is_in_the_language_of_the_page_or_as_it_was_typed():
    kept = keep(
        by=make_person(ADMINISTRATOR),
        seen=0,
        hours="On weekdays",
        ask_consent=True,
        consent_text="I have read this.",
        translations={"es": {"hours": "Entre semana", "consent_text": ""}},
    )

    told = []
    for language in ("en", "es"):
        with translation.override(language):
            told.append((kept.hours_here, kept.hours_language, kept.consent_text_here))
    assert told == [("On weekdays", "en", "I have read this."), ("Entre semana", "es", "I have read this.")]
