"""Time goes on: people schedule, plan, change and cancel at random, and the clock looks."""

from datetime import timedelta

import time_machine
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from articles.domain import coming_down, drafting, publishing
from articles.domain.assigning import reassign_orphans
from articles.domain.due import do_what_is_due
from articles.domain.pool import reviews_without_somebody
from articles.domain.reminding import remind_due
from articles.enums import Action, ChangeClass
from articles.models import Article, FailedAttempt, PlannedWithdrawal, Revision
from tests.articles.domain.walks.desk import CHOICES, WORDS
from tests.articles.domain.walks.stepping import CLASSES, Stepping

MINUTES = st.integers(min_value=1, max_value=120)
OURS = ["The database refused this. An administrator finds out why in the log.", "Something went wrong here."]


class InTime(Stepping):
    @initialize()
    def open_the_desk(self) -> None:
        super().open_the_desk()
        self.travel = time_machine.travel(timezone.now())
        self.time = self.travel.start()

    def teardown(self) -> None:
        try:
            super().teardown()
        finally:
            self.travel.stop()

    @rule(who=CHOICES, article=CHOICES, body=st.sampled_from(WORDS), change=CLASSES, minutes=MINUTES, end=MINUTES)
    def get_one_scheduled(self, who: int, article: int, body: str, change: ChangeClass, minutes: int, end: int) -> None:
        """Random steps alone seldom get anything that far; sometimes it is done properly, with an end or without."""
        chosen, writer, publisher = self.an_article(article), self.anybody(0), self.anybody(-1)
        if chosen is None:
            return
        draft = self.attempt(drafting.start_revision, chosen, by=writer) or chosen.revisions.latest("number")
        options = {"seen": draft.state_token, "words": {"body": body}}
        draft = self.attempt(drafting.save_draft, draft, by=writer, **options) or draft
        signed = self.give_what_is_missing(self.submitted(draft, writer, who, change))
        at = timezone.now() + timedelta(minutes=minutes)
        scheduled = self.attempt(publishing.schedule, signed, by=publisher, seen=signed.state_token, at=at)
        self.see(scheduled or signed)
        if scheduled and end % 2:
            seen = coming_down.plan_token(coming_down.open_plan(chosen))
            told = {"at": at + timedelta(minutes=end), "note": "It ends."}
            self.attempt(coming_down.plan_withdrawal, scheduled, by=publisher, seen=seen, **told)

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES, minutes=MINUTES)
    def schedule_from_an_open_page(self, who: int, page: int, minutes: int) -> None:
        revision, seen = self.a_page(page)
        at = timezone.now() + timedelta(minutes=minutes)
        self.see(self.attempt(publishing.schedule, revision, by=self.anybody(who), seen=seen, at=at) or revision)

    @rule(who=CHOICES, article=CHOICES, minutes=MINUTES)
    def plan_when_words_come_down(self, who: int, article: int, minutes: int) -> None:
        live = list(Article.objects.filter(live_revision__isnull=False).order_by("pk"))
        if live:
            chosen, by = live[article % len(live)], self.anybody(-(who % 3) - 1)
            seen = coming_down.plan_token(coming_down.open_plan(chosen))
            told = {"at": timezone.now() + timedelta(minutes=minutes), "note": "It ends."}
            self.attempt(coming_down.plan_withdrawal, chosen.live_revision, by=by, seen=seen, **told)

    @rule(who=CHOICES, plan=CHOICES)
    def cancel_a_plan(self, who: int, plan: int) -> None:
        plans = list(PlannedWithdrawal.objects.order_by("pk"))
        if plans and who % 2:
            self.attempt(coming_down.cancel_plan, plans[plan % len(plans)], by=self.anybody(who))

    @rule(minutes=MINUTES, days=st.sampled_from([0, 0, 0, 0, 3, 40]))
    def time_goes_on_and_the_clock_looks(self, minutes: int, days: int) -> None:
        self.time.shift(timedelta(days=days, minutes=minutes))

        self.moved = True
        do_what_is_due()
        self.tally["reminded"] += len(remind_due())
        self.tally["given_by_the_clock"] += reassign_orphans()

        now = timezone.now()
        assert not Revision.objects.due(now).filter(schedule_failure="").exists()
        assert not PlannedWithdrawal.objects.due(now).filter(failure="").exists()
        assert not PlannedWithdrawal.objects.due(now).filter(article__live_revision__isnull=False).exists()
        assert not reviews_without_somebody().exists()
        self.a_plan_came_about_only_where_words_were_withdrawn()
        self.the_clock_is_stopped_by_rules_and_never_by_a_mistake_of_ours()

    def a_plan_came_about_only_where_words_were_withdrawn(self) -> None:
        for plan in PlannedWithdrawal.objects.filter(done_at__isnull=False):
            when = {"at__range": (plan.planned_at, plan.done_at)}
            assert plan.article.transitions.filter(action=Action.WITHDRAW, **when).count() == 1

    def the_clock_is_stopped_by_rules_and_never_by_a_mistake_of_ours(self) -> None:
        assert not any(why.startswith(tuple(OURS)) for why in FailedAttempt.objects.values_list("reason", flat=True))
