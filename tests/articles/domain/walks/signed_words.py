"""What has to be true of sign-offs, and of words that went live with them; worked out anew from the evidence."""

from collections import Counter

from django.utils import timezone

from articles.change_class import floor
from articles.domain.compared import pair_of
from articles.domain.facts import compute_seal
from articles.enums import ChangeClass, EntryKind, Risk, SignOffKind, Status
from articles.models import Revision, SignOff, Thread
from articles.workflow import POLICY, most_carried


def of(revisions: list[Revision]) -> Counter[str]:
    """Check all the sign-offs of one article, its revisions in their order; count what came about."""
    seen: Counter[str] = Counter()
    threads = list(Thread.objects.filter(article=revisions[0].article_id).prefetch_related("entries"))
    for revision in revisions:
        signed = list(SignOff.objects.filter(review__revision=revision).select_related("carried_from", "review"))
        barred = who_changed(revision, revisions)
        for each in signed:
            assert each.seal == revision.seal == compute_seal(revision)
            assert each.by_id not in barred
            assert each.credential_expires_on is None or each.credential_expires_on >= timezone.localdate(each.at)
            assert [thread for thread in threads if was_open(thread, each)] == []
        carried = [each for each in signed if each.carried_from]
        for each in carried:
            its_signer_read_nearly_these_words(each, revision)
        if revision.published_at:
            it_had_all_it_needed(revision, signed)
            seen["went_live"] += 1
            seen[f"live_{revision.review.change_class}"] += 1
            seen["live_carried"] += len(carried)
        seen["carried"] += len(carried)
    seen["resolved"] = sum(entry.kind == EntryKind.RESOLVE for thread in threads for entry in thread.entries.all())
    return seen


def who_changed(revision: Revision, revisions: list[Revision]) -> set[int]:
    """Whoever changed the words since the article was last live, and their author."""
    earlier = [each for each in revisions if each.number < revision.number]
    last_live = max((each.number for each in earlier if each.published_at), default=0)
    since = [*(each for each in earlier if each.number > last_live), revision]
    return {revision.author_id, *(each.person_id for one in since for each in one.contributions.all())}


def was_open(thread: Thread, sign_off: SignOff) -> bool:
    if thread.opened_at > sign_off.at:
        return False
    acts = [each.kind for each in thread.entries.all() if each.at <= sign_off.at and each.kind != EntryKind.COMMENT]
    return not acts or acts[-1] == EntryKind.REOPEN


def its_signer_read_nearly_these_words(sign_off: SignOff, revision: Revision) -> None:
    """And went on being right: no words on the way were withdrawn before these were asked to be signed."""
    counts_as, source = ChangeClass(sign_off.review.change_class), sign_off
    assert sign_off.kind == SignOffKind.CLINICAL
    assert not sign_off.review.whole_article
    while source.carried_from:
        source = source.carried_from
        assert source.by_id == sign_off.by_id
        assert source.kind == sign_off.kind
        assert not was_withdrawn_before(source.review.revision, sign_off)
    read = floor(*pair_of(source.review.revision, revision))
    assert read.change_class.weight <= counts_as.weight


def was_withdrawn_before(words: Revision, sign_off: SignOff) -> bool:
    live = sign_off.review.revision.published_at or sign_off.at
    return words.status == Status.WITHDRAWN and words.ended_at is not None and words.ended_at < live


def it_had_all_it_needed(revision: Revision, signed: list[SignOff]) -> None:
    review = revision.review
    assert review.needed() == POLICY[Risk(revision.topic.risk)]
    assert Counter(each.kind for each in signed) == Counter(review.needed())
    assert len({each.by_id for each in signed}) == len(signed)
    assert all(each.at < revision.published_at for each in signed if revision.published_at)
    carried = sum(each.carried_from_id is not None for each in signed)
    assert carried <= most_carried(ChangeClass(review.change_class), review.clinical_needed)
