"""Side effects: what is known of each, what the clinic did, one row for every step."""

import pytest

from clinic_cms.roles import EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.adverse_events import as_text, newest, record
from comments.models import AdverseEvent
from tests.comment_factories import make_comment
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db

WORDS = "After my ketamine infusion I vomited for two days."


def make_side_effect(**fields) -> AdverseEvent:
    return make_comment(WORDS, **fields).adverse_events.get()


def keep(event, *, by=None, state="new", seen=None, **fields) -> AdverseEvent:
    person = by or make_person(MODERATOR)
    return record(event.comment, by=person, seen=event.pk if seen is None else seen, state=state, **fields)


def test_each_step_is_a_row_and_the_newest_counts():
    first = make_side_effect()
    second = keep(first, known=frozenset({"patient", "product"}))
    third = keep(second, state="forwarded", number="MW-77", known=frozenset({"patient"}))

    assert list(newest()) == [third]
    assert list(AdverseEvent.objects.order_by("pk").values_list("state", "patient", "product", "number")) == [
        ("new", first.patient, first.product, ""), ("new", True, True, ""), ("forwarded", True, False, "MW-77"),
    ]  # fmt: skip


def test_the_number_stays_when_it_is_closed():
    forwarded = keep(make_side_effect(), state="forwarded", number="MW-77")

    assert keep(forwarded, state="closed").number == "MW-77"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"state": "forwarded"}, "Write the number under which it was forwarded"),
        ({"state": "lost"}, "Choose what was done"),
        ({"number": "9" * 61}, "at most 60 characters"),
    ],
)
def test_what_makes_no_sense_is_refused(fields, sentence):
    with pytest.raises(Refusal, match=sentence):
        keep(make_side_effect(), **fields)


def test_only_a_moderator_keeps_it_and_only_from_the_newest_row():
    first = make_side_effect()
    keep(first, by=make_person(MODERATOR, full_name="Mia Torres"))

    with pytest.raises(StaleRefusal, match="Mia Torres changed this while you had it open"):
        keep(first)
    with pytest.raises(Refusal, match="Only a moderator"):
        keep(first, by=make_person(EDITOR))


def test_a_comment_in_which_no_check_found_one_can_get_one():
    event = record(make_comment("It rains."), by=make_person(MODERATOR), seen=0, state="new")

    assert event.comment.adverse_events.get() == event


def test_the_summary_can_be_pasted_anywhere_and_names_nobody_who_gave_no_name():
    article = make_live_article()
    named, nameless = make_side_effect(name="Ann", article=article), make_side_effect(name="anonymous", article=article)

    assert as_text(named.comment, named).splitlines()[4:] == [
        "Somebody who reports it: Ann", "A patient: known", "A medicine or device: known", "What happened: known", "",
        "What was written:", WORDS,
    ]  # fmt: skip
    assert as_text(nameless.comment, nameless).count("anonymous") == 0
