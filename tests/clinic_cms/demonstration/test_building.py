"""What the demonstration shows; it is built once for all of these."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.domain.facts import broken_gates
from articles.domain.pool import running_claims
from articles.domain.reminding import remind_due
from articles.domain.review_dates import is_long_overdue
from articles.enums import SignOffKind, Status
from articles.models import Article, Follow, Notice, PlannedWithdrawal, Review, Revision, SignOff
from clinic_cms.demonstration.building import PASSWORD
from clinic_cms.demonstration.people import PEOPLE
from comments.enums import CommentStatus
from comments.models import Comment

pytestmark = [pytest.mark.usefixtures("demonstration"), pytest.mark.django_db]

SOON = timedelta(days=60)


def test_every_state_of_an_article_can_be_seen():
    reached = set(Revision.objects.values_list("status", flat=True))
    assert reached == set(Status.values) - {Status.DISCARDED}
    assert Article.objects.count() >= 8
    assert Article.objects.filter(live_revision__isnull=False).count() >= 5


def test_something_is_planned_to_go_live_and_to_come_down_again():
    [planned] = PlannedWithdrawal.objects.open()
    [scheduled] = Revision.objects.filter(status=Status.SCHEDULED)
    assert (planned.article, planned.at > scheduled.publish_at) == (scheduled.article, True)


def test_somebody_is_reading_one_review_and_another_is_overdue():
    [claim] = running_claims()
    [late] = Review.objects.overdue(timezone.localdate())
    assert (claim.person.username, claim.review.revision.article.slug) == (
        "clinician",
        "checking-your-blood-pressure-at-home",
    )
    assert (late.revision.article.slug, late.missing()) == ("low-back-pain", {SignOffKind.CLINICAL: 1})


def test_one_mended_typo_kept_its_clinical_sign_off_and_those_who_follow_the_article_were_told():
    [carried] = SignOff.objects.filter(carried_from__isnull=False)
    review = carried.review
    assert (review.declared_class, review.change_class) == ("typo", "typo")
    assert review.class_reasons == ["“becoems” became “becomes”."]
    assert (review.revision.status, review.revision.article.slug) == (Status.PUBLISHED, "trouble-sleeping-and-cbt-i")
    followers = Follow.objects.order_by("pk").values_list("person__username", flat=True)
    assert list(followers) == ["clinician2", "editor2"]
    told = Notice.objects.filter(article=review.revision.article, person__username="clinician2")
    assert told.filter(created_at__gte=carried.at).count() >= 1


def test_every_state_of_a_comment_can_be_seen():
    assert set(Comment.objects.values_list("status", flat=True)) == set(CommentStatus.values)


def test_every_article_that_readers_see_passes_its_gates():
    live = Revision.objects.filter(status=Status.PUBLISHED)
    assert {revision.title: broken_gates(revision) for revision in live} == {each.title: [] for each in live}


def test_everybody_of_the_demonstration_can_sign_in(client):
    entered = [client.login(username=person.username, password=PASSWORD) for person in PEOPLE]

    assert entered == [True] * len(PEOPLE)


def test_one_review_is_long_overdue_and_one_comes_soon_with_the_reminders_that_were_sent(client):
    today = timezone.localdate()
    live = Revision.objects.live()
    overdue, soon = live.get(next_review_due__lt=today), live.get(next_review_due__range=(today, today + SOON))
    assert is_long_overdue(overdue, today)
    assert [each.step for each in overdue.article.review_reminders.filter(passed_over=False)] == [-60, -30, 0, 30]
    assert [each.step for each in soon.article.review_reminders.filter(passed_over=False)] == [-60, -30]
    assert remind_due() == []


def test_nothing_in_the_demonstration_was_checked_after_it_was_signed_off():
    late = [
        reference.title
        for revision in Revision.objects.live().prefetch_related("references")
        for reference in revision.references.all()
        if reference.checked_on and revision.last_reviewed_on and reference.checked_on > revision.last_reviewed_on
    ]
    assert late == []
