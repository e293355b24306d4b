"""Which parts are taken out of a comment: offered, typed, put together, and never back by accident."""

import pytest

from clinic_cms.roles import MODERATOR, PRIVACY_OFFICER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.author import correct, erase
from comments.domain.parts import offered, take_out, taken_out
from comments.models import Comment
from tests.comment_factories import make_comment
from tests.factories import make_person
from tests.races import race

WORDS = "Call Anna on 303-555-0142 or 303-555-0199, she knows."


def take(comment, *, by, keys=(), typed="", kind="removed", name=False, after=0) -> Comment:
    return take_out(comment, keys, typed=typed, kind=kind, name=name, by=by, seen=comment.version, after=after)


def phones(comment, by) -> list[str]:
    return [part.key for part in offered(comment, by=by) if part.label == "[phone number removed]"]


@pytest.mark.django_db
def test_personal_details_are_ticked_with_their_words_and_what_will_stand_there():
    moderator, comment = make_person(MODERATOR), make_comment(WORDS)

    parts = [part for part in offered(comment, by=moderator) if part.label == "[phone number removed]"]

    assert [(part.quote, part.chosen, part.fixed) for part in parts] == [
        ("303-555-0142", True, False), ("303-555-0199", True, False),
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_is_ticked_and_what_is_typed_go_together():
    moderator, comment = make_person(MODERATOR), make_comment(WORDS)

    shown = take(comment, by=moderator, keys=phones(comment, moderator)[:1], typed="anna", kind="third_person")

    assert shown.shown_body == "Call [name removed] on [phone number removed] or 303-555-0199, she knows."


@pytest.mark.django_db
def test_typed_words_go_wherever_they_stand():
    moderator, comment = make_person(MODERATOR), make_comment("Sam said so. Ask sam, or SAM's aunt.")

    shown = take(comment, by=moderator, typed="Sam")

    assert shown.shown_body == "[removed] said so. Ask [removed], or [removed]'s aunt."


@pytest.mark.django_db
def test_parts_that_overlap_are_one():
    moderator, comment = make_person(MODERATOR), make_comment(WORDS)

    shown = take(comment, by=moderator, keys=phones(comment, moderator), typed="0142 or 303")

    assert shown.shown_body.count("303") == 0
    assert len(taken_out(shown)) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"typed": "Berta"}, r"^“Berta” does not stand in the comment"),
        ({}, r"^Tick or type what is to be taken out"),
        ({"keys": ["7.99999.x.", "no key", "9.3.link."]}, r"^(Tick or type|Mark parts)"),
    ],
)
def test_what_is_not_there_is_refused(fields, sentence):
    with pytest.raises(Refusal, match=sentence):
        take(make_comment(WORDS), by=make_person(MODERATOR), **fields)


@pytest.mark.django_db
def test_a_moderator_adds_to_what_was_taken_out_and_cannot_bring_it_back_nor_find_it():
    first, second = make_person(MODERATOR), make_person(MODERATOR)
    redacted = take(make_comment(WORDS), by=first, typed="303-555-0142", kind="phone")
    after = redacted.redactions.get().pk

    parts = offered(redacted, by=second)
    with pytest.raises(Refusal, match="does not stand in the comment"):
        take(redacted, by=second, typed="303-555-0142", after=after)
    more = take(redacted, by=second, typed="Anna", kind="third_person", after=after)

    assert [(part.quote, part.fixed) for part in parts if part.fixed] == [("", True)]
    assert more.shown_body.startswith("Call [name removed] on [phone number removed] or ")


@pytest.mark.django_db
def test_a_privacy_officer_sees_it_and_can_bring_it_back():
    officer = make_person(PRIVACY_OFFICER)
    redacted = take(make_comment(WORDS), by=officer, typed="Anna", kind="third_person")

    parts = [part for part in offered(redacted, by=officer) if part.label == "[name removed]"]
    back = take(redacted, by=officer, after=redacted.redactions.get().pk)

    assert [(part.quote, part.fixed) for part in parts] == [("Anna", False)]
    assert back.shown_body == WORDS


@pytest.mark.django_db
def test_what_was_taken_out_of_words_that_their_author_changed_since_is_forgotten():
    moderator = make_person(MODERATOR)
    redacted = take(make_comment(WORDS), by=moderator, typed="Anna", kind="third_person")
    changed = correct(redacted, body="Call me.", name="Mia", seen=1)

    parts = offered(changed, by=moderator)
    again = take(changed, by=moderator, typed="me", after=redacted.redactions.get().pk)

    assert (parts, again.shown_body) == ([], "Call [removed].")


@pytest.mark.django_db
def test_whoever_did_not_see_the_newest_redaction_is_told_who_was_faster():
    first, comment = make_person(MODERATOR, full_name="Mia Torres"), make_comment(WORDS)
    take(comment, by=first, typed="303-555-0142", kind="phone")

    with pytest.raises(StaleRefusal, match="Mia Torres took parts out while you had it open"):
        take(comment, by=make_person(MODERATOR), typed="Anna")


@pytest.mark.django_db(transaction=True)
def test_of_erasing_and_taking_out_at_once_nothing_is_left_of_the_words():
    comment, moderator = make_comment(WORDS), make_person(MODERATOR)

    race(lambda: erase(comment), lambda: take(comment, by=moderator, typed="Anna"))

    gone = Comment.objects.get()
    assert (gone.body, gone.redacted_body, gone.status) == ("", "", "withdrawn")
