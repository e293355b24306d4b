"""What has to be true of everything that came about on a walk. Evidence is never changed, so the end shows it all."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from articles.domain.history import broken_chains
from articles.enums import Action, SignOffKind, Status
from articles.models import Advice, Article, FollowUp, Revision, TopicWithdrawal, Transition
from articles.workflow import STEPS
from tests.articles.domain.walks import signed_words


@dataclass(frozen=True, slots=True)
class Away:
    """That somebody's account was closed."""

    person: int
    since: datetime
    until: datetime | None = None

    def until_now(self) -> "Away":
        return replace(self, until=self.until or timezone.now())

    def covers(self, at: datetime) -> bool:
        return self.since <= at and (self.until is None or at < self.until)


def at_everything(away: Iterable[Away]) -> Counter[str]:
    """Check every promise, and count what came about."""
    seen: Counter[str] = Counter()
    for article in Article.objects.order_by("pk"):
        revisions = list(article.revisions.select_related("review").order_by("number"))
        for revision in revisions:
            its_transitions_lead_to_where_it_stands(revision)
        seen += signed_words.of(revisions)
        its_review_date_moves_only_with_a_whole_review([each for each in revisions if each.published_at])
    assert list(broken_chains()) == []
    nobody_acts_whose_account_is_closed(list(away))
    nothing_goes_live_that_was_submitted_before_a_withdrawal()
    every_withdrawal_by_a_person_has_its_follow_up()
    advice_is_about_the_very_words()
    seen += Counter(Transition.objects.values_list("action", flat=True))
    seen["clock"] = Transition.objects.filter(by=None).count()
    seen["topics"], seen["advice"] = TopicWithdrawal.objects.count(), Advice.objects.count()
    return seen


def its_transitions_lead_to_where_it_stands(revision: Revision) -> None:
    status: str = Status.DRAFT
    for each in revision.transitions.order_by("pk"):
        step = STEPS[Action(each.action)]
        targets = {step.target, Status.IN_REVIEW} if each.action == Action.SIGN_OFF else {step.target}
        assert each.from_status == status
        assert status in step.sources
        assert each.to_status in targets
        assert each.by_id is not None or status in step.clock
        assert each.note.strip() or not step.note_required
        status = each.to_status
    assert revision.status == status


def its_review_date_moves_only_with_a_whole_review(went_live: list[Revision]) -> None:
    previous = None
    for revision in went_live:
        review = revision.review
        if review.whole_article:
            clinical = review.sign_offs.filter(kind=SignOffKind.CLINICAL).latest("at")
            assert clinical.carried_from_id is None
            assert revision.last_reviewed_on == timezone.localdate(clinical.at)
        else:
            assert previous is not None
            assert revision.last_reviewed_on == previous.last_reviewed_on
            assert revision.next_review_due == previous.next_review_due
        previous = revision


def nobody_acts_whose_account_is_closed(away: list[Away]) -> None:
    acts = Transition.objects.filter(by__in={each.person for each in away}).values_list("by", "at")
    assert [(by, at) for by, at in acts for each in away if each.person == by and each.covers(at)] == []


def nothing_goes_live_that_was_submitted_before_a_withdrawal() -> None:
    """By a person, of the article or of its whole topic. What the clock takes down was planned."""
    withdrawals = Transition.objects.filter(action=Action.WITHDRAW, by__isnull=False)
    for revision in Revision.objects.filter(published_at__isnull=False).select_related("review"):
        between = {"at__gt": revision.review.requested_at, "at__lt": revision.published_at}
        assert not withdrawals.filter(article=revision.article_id, **between).exists()
        assert not TopicWithdrawal.objects.filter(topic=revision.topic_id, **between).exists()


def every_withdrawal_by_a_person_has_its_follow_up() -> None:
    gone = Transition.objects.filter(action=Action.WITHDRAW, by__isnull=False).values_list("revision", flat=True)
    follow_ups = FollowUp.objects.prefetch_related("confirmations")
    assert sorted(gone) == sorted(each.revision_id for each in follow_ups if each.revision_id)
    for each in follow_ups:
        people = [each.opened_by_id, *(look.by_id for look in each.confirmations.all())]
        assert len(people) == len(set(people))


def advice_is_about_the_very_words() -> None:
    for advice in Advice.objects.select_related("link__revision"):
        link, revision = advice.link, advice.link.revision
        assert advice.seal == revision.seal
        assert advice.at < link.expires_at
        assert link.revoked_at is None or advice.at < link.revoked_at
        assert revision.ended_at is None or advice.at < revision.ended_at
