"""What the page of a past moment says of comments that were taken down, put back, redacted or erased since."""

import pytest
from django.utils import timezone

from clinic_cms import as_of
from clinic_cms.evidence.building import files_of
from clinic_cms.roles import MODERATOR
from comments.domain.as_of import changes, threads, visible_at
from comments.domain.author import erase, withdraw
from comments.domain.moderation import decide
from comments.domain.redacting import redact
from comments.enums import Outcome
from comments.models import Comment
from comments.triage import Signal
from tests.comment_factories import make_approved, make_reply
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db
PHONE = Signal("personal_data", 5, 17, "phone")


def sentences(article) -> list[str]:
    return [as_of.Change(*row).sentence for row in changes(article).order_by("pk")]


@pytest.mark.parametrize(
    "away",
    [
        withdraw,
        lambda it: decide(it, Outcome.REMOVE, by=make_person(MODERATOR), seen=it.version, reason="abuse"),
        lambda it: decide(it, Outcome.RESTORE, by=make_person(MODERATOR), seen=it.version),
    ],
)
def test_however_a_comment_goes_away_it_is_a_change_readers_saw(away):
    comment = make_approved(name="Kim")
    away(comment)

    assert sentences(comment.article) == ["Kim's comment appeared", "Kim's comment was taken down"]


def test_an_erased_name_is_nobodys():
    comment = make_approved(name="Kim")
    erase(comment)

    assert sentences(comment.article) == ["Somebody's comment appeared", "Somebody's comment was taken down"]


def test_a_reply_stands_under_what_it_answered_then_and_else_under_nothing():
    article = make_live_article()
    answered, other = make_approved("Answered", article=article), make_approved("Other", article=article)
    make_reply(answered, "Reply")
    both_up = timezone.now()
    withdraw(answered)

    def shown(at):
        return [
            (bool(each.root.then), [said.body for said in each.replies]) for each in threads(visible_at(article, at))
        ]

    assert shown(both_up) == [(True, ["Reply"]), (True, [])]
    assert shown(timezone.now()) == [(False, ["Reply"]), (True, [])]
    assert Comment.objects.get(pk=other.pk).body == "Other"


def test_an_evidence_pack_has_a_comment_as_readers_see_it():
    comment = make_approved("Call 202 555 0143", name="Kim")
    redact(comment, [PHONE, Signal("personal_data", 0, 3, "", "name")], by=make_person(MODERATOR), seen=comment.version)

    told = files_of(comment.article)["comments.json"]
    assert [told.count(words) for words in (b"555", b"Kim", b"[phone number removed]", b"[name removed]")] == [
        0,
        0,
        1,
        1,
    ]
