"""The blind second look: which approvals are drawn, who may look, and what is made of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinic_cms.roles import EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain import sampling
from comments.domain.author import withdraw
from comments.domain.moderation import decide
from comments.domain.replying import Reply, say
from comments.domain.second_looks import agreement, handled_lately, look, open_for
from comments.enums import Outcome
from comments.models import SecondLook
from tests.comment_factories import make_approved, make_comment, make_rejected, make_second_look
from tests.factories import make_live_article, make_person
from tests.races import race


@pytest.fixture
def every_approval(monkeypatch):
    """The lot falls on every approval."""
    monkeypatch.setattr(sampling, "ONE_IN", 1)


@pytest.mark.django_db
def test_an_approval_of_a_readers_comment_is_drawn_and_nothing_else(every_approval):
    article = make_live_article()
    approved = make_approved(article=article)
    make_rejected(article=article)
    say(approved, Reply("Thank you."), by=make_person(MODERATOR))

    assert list(SecondLook.objects.values_list("decision", "agreed")) == [(approved.decisions.get().pk, None)]


@pytest.mark.django_db
def test_one_approval_in_twenty_is_drawn():
    decision = make_approved().decisions.get()
    SecondLook.objects.all().delete()
    drawn = 0
    for _approval in range(2_000):
        if sampling.perhaps(decision):
            drawn += 1
            SecondLook.objects.all().delete()

    assert 50 < drawn < 170


@pytest.mark.django_db
def test_it_waits_for_everybody_but_who_approved_it():
    first, other = make_person(MODERATOR), make_person(MODERATOR)
    second = make_second_look(by=first)

    assert (list(open_for(first)), list(open_for(other))) == ([], [second])


@pytest.mark.django_db
def test_it_waits_no_longer_when_the_comment_has_gone():
    second = make_second_look()
    withdraw(second.decision.comment)

    assert list(open_for(make_person(MODERATOR))) == []


@pytest.mark.django_db
def test_the_agreement_counts_those_who_were_of_one_mind():
    article = make_live_article()
    for number, agrees in enumerate((True, True, False)):
        look(make_second_look(f"Words {number}", article=article), by=make_person(MODERATOR), would_show=agrees)

    assert agreement(timezone.now() - timedelta(days=1)) == (2, 3)


@pytest.mark.django_db
def test_nobody_looks_at_their_own_approval_nor_without_being_a_moderator():
    first = make_person(MODERATOR)
    second = make_second_look(by=first)

    with pytest.raises(Refusal, match="You approved this one yourself"):
        look(second, by=first, would_show=True)
    with pytest.raises(Refusal, match="Only a moderator"):
        look(second, by=make_person(EDITOR), would_show=True)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_look_at_once_one_counts():
    second, first, other = make_second_look(), make_person(MODERATOR), make_person(MODERATOR)

    results = race(lambda: look(second, by=first, would_show=True), lambda: look(second, by=other, would_show=False))

    assert sorted(type(each).__name__ for each in results) == ["SecondLook", "StaleRefusal"]
    assert next(each for each in results if isinstance(each, StaleRefusal)).reason.startswith("Somebody else has")


@pytest.mark.django_db
def test_the_hard_comments_that_somebody_decided_are_counted_each_once():
    moderator, article = make_person(MODERATOR), make_live_article()
    hard = decide(make_comment("I want to kill myself.", article=article), Outcome.SPAM, by=moderator, seen=1)
    decide(hard, Outcome.RESTORE, by=moderator, seen=2)
    decide(make_comment("It rains.", article=article), Outcome.APPROVE, by=moderator, seen=1)

    assert handled_lately(moderator) == 1
