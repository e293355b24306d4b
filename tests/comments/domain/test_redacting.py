"""Parts that are taken out: only taken out, always seen, looked at by few and gone for good after a while."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from clinic_cms.roles import EDITOR, MODERATOR, PRIVACY_OFFICER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.author import erase
from comments.domain.moderation import approve
from comments.domain.redacting import purge_originals, redact, view_original
from comments.models import Comment, OriginalView, Redaction
from comments.triage import Signal
from tests.comment_factories import make_comment
from tests.factories import make_person
from tests.races import race

WORDS = "Call me on 202 555 0143, please."
PHONE = Signal("personal_data", 11, 23, "phone")


@pytest.mark.django_db
def test_what_was_taken_out_is_seen_to_be_and_the_authors_words_stay():
    comment, moderator = make_comment(WORDS), make_person(MODERATOR)

    redacted = redact(comment, [PHONE], by=moderator, seen=1)

    assert (redacted.shown_body, redacted.body) == ("Call me on [phone number removed], please.", WORDS)
    assert list(Redaction.objects.values_list("spans", "by")) == [([["body", 11, 23, "phone"]], moderator.pk)]


@pytest.mark.django_db
def test_a_name_is_taken_out_whole():
    comment = make_comment(name="Mia 202 555 0143")

    redacted = redact(comment, [Signal("personal_data", 4, 16, "phone", "name")], by=make_person(MODERATOR), seen=1)

    assert (redacted.shown_name, redacted.shown_body) == ("[name removed]", "This helped me.")


@pytest.mark.django_db
@pytest.mark.parametrize("parts", [[(0, 0)], [(30, 40)], [(0, 5), (3, 8)]])
def test_parts_lie_inside_and_apart(parts):
    with pytest.raises(Refusal, match="Mark parts that do not overlap"):
        redact(
            make_comment(WORDS),
            [Signal("personal_data", start, end) for start, end in parts],
            by=make_person(MODERATOR),
            seen=1,
        )


@pytest.mark.django_db
def test_a_comment_that_was_decided_meanwhile_is_not_redacted_unseen():
    comment = make_comment(WORDS)
    approve(comment, by=make_person(MODERATOR), seen=1)

    with pytest.raises(StaleRefusal):
        redact(comment, [PHONE], by=make_person(MODERATOR), seen=1)


@pytest.mark.django_db
def test_every_look_at_the_original_is_recorded_and_only_the_privacy_officer_has_one():
    comment, officer = make_comment(WORDS), make_person(PRIVACY_OFFICER)
    redact(comment, [PHONE], by=make_person(MODERATOR), seen=1)

    for role in (MODERATOR, EDITOR):
        with pytest.raises(Refusal, match="Only the privacy officer"):
            view_original(comment, by=make_person(role))
    assert view_original(comment, by=officer).body == WORDS
    assert list(OriginalView.objects.values_list("comment", "by")) == [(comment.pk, officer.pk)]


@pytest.mark.django_db
def test_thirty_days_after_the_decision_the_original_is_gone():
    comment, moderator = make_comment(WORDS), make_person(MODERATOR)
    redact(comment, [PHONE], by=moderator, seen=1)
    approve(comment, by=moderator, seen=1)

    assert purge_originals(timezone.now() + timedelta(days=29)) == 0
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert (purge_originals(), purge_originals()) == (1, 0)

    fresh = Comment.objects.get()
    assert (fresh.body, fresh.original_purged_at is not None) == ("Call me on [phone number removed], please.", True)
    with pytest.raises(Refusal, match="are gone"):
        view_original(fresh, by=make_person(PRIVACY_OFFICER))


@pytest.mark.django_db(transaction=True)
def test_of_an_erasure_and_a_redaction_at_once_the_words_are_gone_either_way():
    comment, moderator = make_comment(WORDS), make_person(MODERATOR)

    results = race(lambda: erase(comment), lambda: redact(comment, [PHONE], by=moderator, seen=1))

    fresh = Comment.objects.get()
    assert (fresh.body, fresh.redacted_body, fresh.status) == ("", "", "withdrawn")
    assert type(results[0]) is Comment
    assert type(results[1]) in (Comment, StaleRefusal)
