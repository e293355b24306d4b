"""The random walk again, with a clock: people schedule, plan, change and cancel at random, and time goes on."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from articles.domain import coming_down, publishing, reviewing
from articles.domain.due import do_what_is_due
from articles.enums import Action, Status
from articles.models import PlannedWithdrawal, Revision, Transition
from clinic_cms.shared.refusal import Refusal
from tests.articles.domain.test_random_walk import CHOICES, Desk
from tests.factories import give_sign_offs

MINUTES = st.integers(min_value=1, max_value=120)


class DeskWithAClock(Desk):
    taken_by_the_clock = 0

    @initialize()
    def open_the_desk(self) -> None:
        super().open_the_desk()
        self.travel = time_machine.travel(timezone.now())
        self.time = self.travel.start()

    def teardown(self) -> None:
        DeskWithAClock.taken_by_the_clock += Transition.objects.filter(by=None).count()
        self.travel.stop()
        super().teardown()

    @rule(title=CHOICES, minutes=MINUTES, end=st.none() | MINUTES)
    def get_one_scheduled(self, title: int, minutes: int, end: int | None) -> None:
        """Random steps alone seldom get anything that far; sometimes it is done properly, with an end or without."""
        self.write(0, title)
        revision = Revision.objects.filter(status=Status.DRAFT).order_by("pk").last()
        if revision is None:
            return
        writer, publisher = self.people[0], self.people[6]
        try:
            signed = give_sign_offs(reviewing.submit(revision, by=writer, seen=revision.state_token))
            at = timezone.now() + timedelta(minutes=minutes)
            self.see(publishing.schedule(signed, by=publisher, seen=signed.state_token, at=at))
            if end:
                at, seen = at + timedelta(minutes=end), coming_down.plan_token(coming_down.open_plan(signed.article))
                coming_down.plan_withdrawal(signed, by=publisher, seen=seen, at=at, note="It ends.")
        except Refusal:
            self.see(revision)

    @rule(who=CHOICES, page=CHOICES, minutes=MINUTES)
    def schedule_from_an_open_page(self, who: int, page: int, minutes: int) -> None:
        if not self.pages:
            return
        revision, seen = self.pages[page % len(self.pages)]
        at = timezone.now() + timedelta(minutes=minutes)
        try:
            self.see(publishing.schedule(revision, by=self.anybody(who), seen=seen, at=at))
        except Refusal:
            self.see(revision)

    @rule(who=CHOICES, page=CHOICES, minutes=MINUTES)
    def plan_when_words_come_down(self, who: int, page: int, minutes: int) -> None:
        if not self.pages:
            return
        revision, _seen = self.pages[page % len(self.pages)]
        seen = coming_down.plan_token(coming_down.open_plan(revision.article))
        at = timezone.now() + timedelta(minutes=minutes)
        try:
            coming_down.plan_withdrawal(revision, by=self.anybody(who), seen=seen, at=at, note="It ends.")
        except Refusal:
            self.see(revision)

    @rule(who=CHOICES, plan=CHOICES)
    def cancel_a_plan(self, who: int, plan: int) -> None:
        plans = list(PlannedWithdrawal.objects.order_by("pk"))
        if plans:
            try:
                coming_down.cancel_plan(plans[plan % len(plans)], by=self.anybody(who))
            except Refusal:
                return

    @rule(minutes=MINUTES)
    def time_goes_on_and_the_clock_looks(self, minutes: int) -> None:
        self.time.shift(timedelta(minutes=minutes))

        do_what_is_due()

        now = timezone.now()
        assert not Revision.objects.due(now).filter(schedule_failure="").exists()
        assert not PlannedWithdrawal.objects.due(now).filter(failure="").exists()
        assert not PlannedWithdrawal.objects.due(now).filter(article__live_revision__isnull=False).exists()

    @invariant()
    def a_plan_came_about_only_where_words_were_withdrawn(self) -> None:
        for plan in PlannedWithdrawal.objects.filter(done_at__isnull=False):
            withdrawals = plan.article.transitions.filter(
                action=Action.WITHDRAW, at__range=(plan.planned_at, plan.done_at)
            )
            assert withdrawals.count() == 1


@pytest.mark.django_db
def test_no_random_walk_through_time_breaks_a_promise():
    """10 walks of up to 40 steps; the clock takes some of them."""
    DeskWithAClock.taken_by_the_clock = 0
    walks = settings(
        max_examples=10,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(DeskWithAClock, settings=walks)

    assert DeskWithAClock.taken_by_the_clock > 10
