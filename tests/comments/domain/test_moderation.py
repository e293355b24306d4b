import pytest

from clinic_cms.roles import ADMINISTRATOR, EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.keeping_rules import keep
from comments.domain.moderation import approve, decide, reject
from comments.domain.replying import Reply, approve_with
from comments.enums import Outcome, Reason
from comments.models import Comment, ModerationDecision
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_person
from tests.races import race


@pytest.mark.django_db
def test_a_decision_moves_the_comment_and_is_recorded():
    moderator, comment = make_person(MODERATOR), make_comment()

    approved = approve(comment, by=moderator, seen=1)

    decision = ModerationDecision.objects.get()
    assert (approved.status, approved.version) == ("approved", 2)
    assert (decision.by, decision.by_name, decision.version) == (moderator, moderator.display_name, 2)
    assert (decision.from_status, decision.to_status) == ("pending", "approved")


@pytest.mark.django_db
def test_a_decision_may_be_turned_round_and_both_stay_on_record():
    moderator, comment = make_person(MODERATOR), make_rejected()

    approve(comment, by=moderator, seen=comment.version)

    steps = ModerationDecision.objects.order_by("pk").values_list("from_status", "to_status", "reason")
    assert list(steps) == [("pending", "rejected", "spam"), ("rejected", "approved", "")]


@pytest.mark.django_db
@pytest.mark.parametrize("reason", ["", "negative", "SPAM"])
def test_a_rejection_needs_one_of_the_reasons(reason):
    comment = make_comment()

    with pytest.raises(Refusal, match=r"Choose a reason\."):
        reject(comment, by=make_person(MODERATOR), seen=1, reason=reason)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "fields", "sentence"),
    [
        (EDITOR, {}, "Only a moderator can decide comments."),
        (MODERATOR, {"is_active": False}, "Your account is closed, so you can't do this."),
    ],
)
def test_only_a_moderator_with_an_open_account_decides(role, fields, sentence):
    comment = make_comment()

    with pytest.raises(Refusal) as refusal:
        approve(comment, by=make_person(role, **fields), seen=1)

    assert refusal.value.reason == sentence
    assert ModerationDecision.objects.count() == 0


@pytest.mark.django_db
def test_a_decision_that_changes_nothing_is_refused():
    comment = make_approved()

    with pytest.raises(Refusal, match="This comment is approved already"):
        approve(comment, by=make_person(MODERATOR), seen=comment.version)


@pytest.mark.django_db
def test_a_stale_decision_reads_who_was_faster():
    comment = make_comment()
    reject(comment, by=make_person(MODERATOR, full_name="Mia Torres"), seen=1, reason=Reason.SPAM)

    with pytest.raises(StaleRefusal, match=r"^Mia Torres rejected this comment .* Nothing was changed\.$"):
        approve(comment, by=make_person(MODERATOR), seen=1)


CRISIS = "I want to kill myself."
PRAISE = "The infusions at your clinic cured my depression, Dr. Smith is the best."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "more", "sentence"),
    [
        (CRISIS, {}, "Somebody may be in crisis. Say that its words are safe for others, or that this is no crisis."),
        (CRISIS, {"safe": True}, "Somebody may be in crisis. Approve it together with a reply that offers support."),
        (PRAISE, {}, "It praises or blames the clinic's own treatment, and the comment rules don't let that up."),
    ],
)
def test_what_its_words_forbid_no_approval_allows(body, more, sentence):
    comment = make_comment(body)

    with pytest.raises(Refusal) as refusal:
        approve(comment, by=make_person(MODERATOR), seen=1, **more)

    assert refusal.value.reason == sentence
    assert Comment.objects.get().status == "pending"


@pytest.mark.django_db
def test_praise_of_the_clinic_goes_up_where_its_rules_allow_that():
    comment = make_comment(PRAISE)
    keep(by=make_person(ADMINISTRATOR), seen=0, allow_testimonials=True)

    assert approve(comment, by=make_person(MODERATOR), seen=1).status == "approved"


@pytest.mark.django_db
def test_a_crisis_goes_up_with_a_reply_and_then_by_itself():
    comment, moderator = make_comment(CRISIS), make_person(MODERATOR)
    both = approve_with(comment, Reply("Please call 988: somebody listens."), by=moderator, seen=1, safe=True)
    down = decide(both, Outcome.REMOVE, by=moderator, seen=2, reason=Reason.ABUSE)

    assert approve(down, by=moderator, seen=3, safe=True).status == "approved"


@pytest.mark.django_db
def test_a_reply_does_not_go_up_under_what_is_not_up():
    parent, moderator = make_approved(), make_person(MODERATOR)
    reply = make_comment("So do I.", article=parent.article, parent=parent)
    decide(parent, Outcome.REMOVE, by=moderator, seen=2, reason=Reason.ABUSE)

    with pytest.raises(Refusal, match="The comment it replies to is not up, so this reply can't be either"):
        approve(reply, by=moderator, seen=1)


@pytest.mark.django_db
def test_whoever_asks_for_a_second_opinion_leaves_it_to_somebody_else():
    comment, first, second = make_comment(), make_person(MODERATOR), make_person(MODERATOR)
    asked = decide(comment, Outcome.SECOND_OPINION, by=first, seen=1)

    with pytest.raises(Refusal, match="You asked for a second opinion, so somebody else decides this one"):
        approve(asked, by=first, seen=2)
    assert approve(asked, by=second, seen=2).status == "approved"


@pytest.mark.django_db(transaction=True)
def test_of_two_moderators_at_once_exactly_one_wins():
    # Tried: without select_for_update() in decide() both pass the check; one ends in a fault instead of a refusal.
    comment, first, second = make_comment(), make_person(MODERATOR), make_person(MODERATOR)

    results = race(
        lambda: approve(comment, by=first, seen=1),
        lambda: reject(comment, by=second, seen=1, reason=Reason.SPAM),
    )

    assert sorted(type(result).__name__ for result in results) == ["Comment", "StaleRefusal"]
    winner = next(result for result in results if isinstance(result, Comment))
    assert ModerationDecision.objects.get().to_status == Comment.objects.get().status == winner.status
