"""Random people take random steps on random articles, from pages that may be stale. The promises hold all the same."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from articles.domain import discussing, drafting, publishing, reviewing
from articles.domain.facts import barred_from_signing, compute_seal
from articles.domain.history import broken_chains
from articles.enums import Action, EntryKind, SignOffKind, Status
from articles.models import Article, Revision, SignOff, Thread, ThreadEntry
from articles.views.steps import TAKE
from articles.workflow import STEPS
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import BODY, REFERENCE, answers_for, make_person, make_topic, sign

CHOICES = st.integers(min_value=0, max_value=10_000)
ACTIONS = [action for action in Action if not STEPS[action].internal and action != Action.SCHEDULE]


class Desk(RuleBasedStateMachine):
    """Three editors (one a superuser too), three clinicians, two publishers, and whatever they come up with."""

    went_live = 0
    discussed = 0

    @initialize()
    def open_the_desk(self) -> None:
        self.walk = transaction.atomic()
        self.walk.__enter__()
        roles = [EDITOR, EDITOR, EDITOR, CLINICIAN, CLINICIAN, CLINICIAN, PUBLISHER, PUBLISHER]
        self.people = [make_person(role, is_superuser=number == 1) for number, role in enumerate(roles)]
        self.topic = make_topic()
        self.pages: list[tuple[Revision, str]] = []  # what somebody has open: a revision, and the state it was in

    def teardown(self) -> None:
        Desk.went_live += Revision.objects.filter(published_at__isnull=False).count()
        Desk.discussed += ThreadEntry.objects.exclude(kind=EntryKind.COMMENT).count()
        transaction.set_rollback(True)
        self.walk.__exit__(None, None, None)

    def anybody(self, choice: int) -> User:
        return self.people[choice % len(self.people)]

    def see(self, revision: Revision) -> None:
        revision.refresh_from_db()
        self.pages.append((revision, revision.state_token))

    @rule(who=CHOICES, title=CHOICES)
    def write(self, who: int, title: int) -> None:
        try:
            draft = drafting.start_article(by=self.anybody(who), title=f"Article {title % 4}", topic=self.topic)
            words = {"summary": "S", "body": BODY, "interests": "None"}
            by, seen = self.anybody(who), draft.state_token
            self.see(drafting.save_draft(draft, by=by, seen=seen, words=words, references=[REFERENCE]))
        except Refusal:
            return

    @rule(who=CHOICES, page=CHOICES, number=CHOICES)
    def change(self, who: int, page: int, number: int) -> None:
        if not self.pages:
            return
        revision, seen = self.pages[page % len(self.pages)]
        try:
            words = {"summary": f"Summary {number}"}
            self.see(drafting.save_draft(revision, by=self.anybody(who), seen=seen, words=words))
        except Refusal:
            self.see(revision)

    @rule(who=CHOICES, page=CHOICES, action=st.sampled_from(ACTIONS), kind=st.sampled_from(SignOffKind))
    def take_a_step(self, who: int, page: int, action: Action, kind: SignOffKind) -> None:
        if not self.pages:
            return
        revision, seen = self.pages[page % len(self.pages)]
        answers: dict[str, Any] = {"seen": seen}
        if action not in (Action.PUBLISH, Action.UNSCHEDULE):
            answers["note"] = "Because."
        if action == Action.SIGN_OFF:
            answers |= {"kind": kind, "answers": answers_for(revision, kind)}
        try:
            after, _told = TAKE[action](revision, self.anybody(who), answers)
            self.see(after)
        except Refusal:
            pass
        self.see(revision)

    @rule(who=CHOICES, article=CHOICES)
    def start_an_update(self, who: int, article: int) -> None:
        articles = list(Article.objects.order_by("pk"))
        if not articles:
            return
        try:
            self.see(drafting.start_revision(articles[article % len(articles)], by=self.anybody(who)))
        except Refusal:
            return

    @rule(who=CHOICES, page=CHOICES)
    def hurry_one_along(self, who: int, page: int) -> None:
        """Random steps alone seldom get anything signed off; sometimes everybody does their part."""
        if not self.pages:
            return
        revision, _seen = self.pages[page % len(self.pages)]
        self.resolve_all(revision)
        for person in [self.anybody(who), *self.people]:
            for action in (Action.SUBMIT, Action.SIGN_OFF, Action.PUBLISH):
                revision.refresh_from_db()
                kind = SignOffKind.CLINICAL if person in self.people[3:6] else SignOffKind.EDITORIAL
                try:
                    self.step(revision, action, person, kind)
                except Refusal:
                    continue
        self.see(revision)

    def step(self, revision: Revision, action: Action, person: User, kind: SignOffKind) -> None:
        seen = revision.state_token
        if action == Action.SUBMIT:
            reviewing.submit(revision, by=person, seen=seen)
        elif action == Action.SIGN_OFF:
            sign(revision, kind, person)
        else:
            publishing.publish(revision, by=person, seen=seen)

    @rule(who=CHOICES, page=CHOICES, act=CHOICES)
    def discuss(self, who: int, page: int, act: int) -> None:
        """Open a thread, or say, resolve or reopen something in one."""
        if not self.pages:
            return
        revision, _seen = self.pages[page % len(self.pages)]
        if act % 3 == 0:  # else nobody ever gets to sign
            self.resolve_all(revision)
            return
        by, threads = self.anybody(who), list(Thread.objects.order_by("pk"))
        try:
            if not threads or act % 5 == 4:
                discussing.open_thread(revision, by=by, text="Is this so?", section="w-what-it-is")
                return
            thread = threads[act % len(threads)]
            if act % 5 == 1:
                discussing.reply(thread, by=by, text=f"Number {act}.")
            elif act % 5 == 2:
                discussing.reopen(thread, by=by, text="Not so.")
            else:
                discussing.resolve(thread, by=by, seen=thread.entries.latest("pk").pk)
        except Refusal:
            return

    def resolve_all(self, revision: Revision) -> None:
        for thread in Thread.objects.open().filter(article=revision.article_id):
            for person in self.people:
                try:
                    discussing.resolve(thread, by=person, seen=thread.entries.latest("pk").pk)
                    break
                except Refusal:
                    continue

    @invariant()
    def no_sign_off_was_given_while_a_thread_was_open(self) -> None:
        for sign_off in SignOff.objects.select_related("review__revision"):
            threads = Thread.objects.filter(article=sign_off.review.revision.article_id, opened_at__lte=sign_off.at)
            assert [thread for thread in threads if self.was_open(thread, sign_off)] == []

    def was_open(self, thread: Thread, sign_off: SignOff) -> bool:
        acts = thread.entries.filter(at__lte=sign_off.at).exclude(kind=EntryKind.COMMENT)
        last = acts.last()
        return last is None or last.kind == EntryKind.REOPEN

    @invariant()
    def words_that_are_signed_off_have_no_open_thread(self) -> None:
        settled = Revision.objects.filter(status__in=[Status.SIGNED_OFF, Status.SCHEDULED]).values("article")
        assert not Thread.objects.open().filter(article__in=settled).exists()

    @invariant()
    def live_words_are_signed_by_people_who_did_not_write_them(self) -> None:
        for revision in Revision.objects.filter(status=Status.PUBLISHED):
            signed = SignOff.objects.filter(review__revision=revision, seal=compute_seal(revision))
            kinds = sorted(signed.values_list("kind", flat=True))
            assert kinds == ["clinical", "editorial"]
            assert not barred_from_signing(revision) & set(signed.values_list("by_id", flat=True))
            assert revision.article.live_revision_id == revision.pk

    @invariant()
    def an_article_has_at_most_one_open_and_one_live_revision(self) -> None:
        for article in Article.objects.all():
            assert article.revisions.open().count() <= 1
            assert article.revisions.filter(status=Status.PUBLISHED).count() <= 1

    @invariant()
    def every_status_is_explained_by_its_transitions(self) -> None:
        for revision in Revision.objects.all():
            last = revision.transitions.first()
            assert revision.status == (last.to_status if last else Status.DRAFT)
        assert list(broken_chains()) == []


@pytest.mark.django_db
def test_no_random_walk_breaks_a_promise():
    """20 walks of up to 40 steps, each on an empty desk; some of them get something live."""
    Desk.went_live = Desk.discussed = 0
    walks = settings(
        max_examples=20,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(Desk, settings=walks)

    assert Desk.went_live > 5
    assert Desk.discussed > 5
