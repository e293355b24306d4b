"""Canned replies: versions, who may word them, and that none can confirm anybody's care."""

import pytest

from clinic_cms.roles import EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.canned_replies import OURS, add, bring_back, current, retire, reword, seed, wording
from comments.domain.replying import guard
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def test_ours_are_put_in_once_and_leave_a_clinics_own_alone():
    add("support", title="Support", text="Call 988.", by=make_person(MODERATOR))

    assert (seed(), seed()) == (3, 0)
    assert wording("support") == "Call 988."
    assert list(current().values_list("title", flat=True)) == [
        "No personal advice", "Side effect", "Support", "Thank you",
    ]  # fmt: skip


@pytest.mark.parametrize("key", OURS)
def test_none_of_ours_could_confirm_anybodys_care(key):
    assert guard(OURS[key][1], name="Mia") == []


def test_a_new_wording_counts_and_the_old_one_is_kept():
    moderator = make_person(MODERATOR)
    first = add("thanks", title="Thanks", text="Thank you.", by=moderator)

    reword(first.reply, title="Thanks", text="Thank you very much.", by=moderator, seen=first.pk)

    assert wording("thanks") == "Thank you very much."
    assert list(first.reply.versions.values_list("text", flat=True)) == ["Thank you very much.", "Thank you."]


def test_one_that_is_retired_is_offered_no_more_until_it_is_brought_back():
    moderator = make_person(MODERATOR)
    reply = add("thanks", title="Thanks", text="Thank you.", by=moderator).reply
    retire(reply, by=moderator)
    retired = wording("thanks")
    bring_back(reply, by=moderator)

    assert (retired, wording("thanks")) == ("", "Thank you.")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": " "}, "Give it a title"),
        ({"title": "x" * 81}, "Give it a title"),
        ({"text": " \n "}, "Write the reply"),
        ({"text": "x" * 2_001}, "Write the reply"),
        ({"text": "Sorry about your last appointment."}, "“your last appointment” could tell everybody"),
    ],
)
def test_a_wording_that_cannot_be_used_is_refused(fields, sentence):
    with pytest.raises(Refusal, match=sentence):
        add("thanks", by=make_person(MODERATOR), **{"title": "Thanks", "text": "Thank you.", **fields})


def test_who_may_not_answer_for_the_clinic_words_nothing_and_nobody_overwrites_a_newer_wording():
    moderator = make_person(MODERATOR, full_name="Mia Torres")
    first = add("thanks", title="Thanks", text="Thank you.", by=moderator)
    reword(first.reply, title="Thanks", text="Thanks!", by=moderator, seen=first.pk)

    with pytest.raises(Refusal, match="Only somebody who answers"):
        add("other", title="Other", text="Hello.", by=make_person(EDITOR))
    with pytest.raises(Refusal, match="There is a canned reply with this title"):
        add("thanks", title="Thanks", text="Hello.", by=moderator)
    with pytest.raises(StaleRefusal, match="Mia Torres changed this wording"):
        reword(first.reply, title="Thanks", text="Hi.", by=make_person(MODERATOR), seen=first.pk)
