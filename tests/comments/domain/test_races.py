"""Two acts on one comment at the same moment: one comes first, the other is told, and what readers see stays true."""

import pytest

from clinic_cms.roles import MODERATOR
from clinic_cms.shared.refusal import Refusal
from comments.domain.author import withdraw
from comments.domain.moderation import approve, decide
from comments.domain.posting import post_comment
from comments.domain.replying import Reply, approve_with, say
from comments.enums import Outcome, Reason
from comments.models import Comment
from tests.comment_factories import make_approved, make_comment
from tests.factories import make_live_article, make_person
from tests.races import race

pytestmark = pytest.mark.django_db(transaction=True)


def take_down(comment: Comment, moderator) -> Comment:
    return decide(comment, Outcome.REMOVE, by=moderator, seen=comment.version, reason=Reason.ABUSE)


def test_a_readers_reply_against_the_removal_of_what_it_answers():
    parent, moderator = make_approved(), make_person(MODERATOR)

    replied, removed = race(
        lambda: post_comment(parent.article, name="Ann", body="So do I.", parent=parent),
        lambda: take_down(parent, moderator),
    )

    assert removed.status == "removed"
    assert isinstance(replied, Refusal) or (replied.parent_id, replied.status) == (parent.pk, "pending")
    assert Comment.objects.approved().count() == 0


def test_the_clinics_reply_against_the_removal_of_what_it_answers():
    parent, moderator, other = make_approved(), make_person(MODERATOR), make_person(MODERATOR)

    said, removed = race(lambda: say(parent, Reply("Thank you."), by=other), lambda: take_down(parent, moderator))

    assert removed.status == "removed"
    assert Comment.objects.filter(kind="official").count() == int(isinstance(said, Comment))
    assert isinstance(said, Refusal) or came_first(said, parent)


def came_first(reply: Comment, parent: Comment) -> bool:
    """Whether a reply was up before what it answers came down. Without the locks in `say` and `decide` it is not."""
    return reply.decisions.get().pk < parent.decisions.get(outcome=Outcome.REMOVE).pk


def test_approving_a_reply_against_the_removal_of_what_it_answers():
    article, moderator, other = make_live_article(), make_person(MODERATOR), make_person(MODERATOR)

    for number in range(5):  # without the lock about one in three comes too late
        parent = make_approved(f"The first, {number}.", article=article, by=moderator)
        reply = post_comment(article, name="Ann", body=f"So do I, {number}.", parent=parent)
        race_over(parent, reply, moderator, other)


def race_over(parent, reply, moderator, other):
    approved, removed = race(lambda: approve(reply, by=other, seen=1), lambda: take_down(parent, moderator))

    assert removed.status == "removed"
    assert isinstance(approved, Refusal) or came_first(approved, parent)


def test_approving_with_a_reply_against_the_author_who_withdraws():
    comment, moderator = make_comment(), make_person(MODERATOR)

    race(lambda: approve_with(comment, Reply("Thank you."), by=moderator, seen=1), lambda: withdraw(comment))

    assert Comment.objects.get(pk=comment.pk).status == "withdrawn"
