"""People take steps of the workflow, from pages that may be stale; sometimes everybody does their part."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from articles.domain import drafting, publishing, reviewing, withdrawing
from articles.domain.pool import candidates
from articles.enums import Action, ChangeClass, SignOffKind, Status
from articles.models import Article, Revision
from articles.views.steps import TAKE
from articles.workflow import STEPS
from clinic_cms.models import User
from tests.articles.domain.walks.desk import CHOICES, KINDS, WORDS, Desk
from tests.factories import answers_for, sign

ACTIONS = [action for action in Action if not STEPS[action].internal and action != Action.SCHEDULE]
CLASSES = st.sampled_from(ChangeClass)
BACK = {
    Status.DRAFT: [Action.DISCARD],
    Status.IN_REVIEW: [Action.RECALL, Action.REQUEST_CHANGES],
    Status.SIGNED_OFF: [Action.REOPEN],
    Status.SCHEDULED: [Action.REOPEN, Action.UNSCHEDULE],
}


class Stepping(Desk):
    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES, action=st.sampled_from(ACTIONS), kind=KINDS, change=CLASSES)
    def take_a_step(self, who: int, page: int, action: Action, kind: SignOffKind, change: ChangeClass) -> None:
        revision, seen = self.a_page(page)
        answers: dict[str, Any] = {"seen": seen}
        if action not in (Action.PUBLISH, Action.UNSCHEDULE):
            answers["note"] = "Because."
        if action == Action.SIGN_OFF:
            answers |= {"kind": kind, "answers": answers_for(revision, kind)}
        if action == Action.SUBMIT:
            answers |= {"change_class": change, "whole_article": who % 3 == 0}
        taken = self.attempt(TAKE[action], revision, self.anybody(who), answers)
        if taken:
            self.see(taken[0])
        self.see(revision)

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES)
    def hurry_one_along(self, who: int, page: int) -> None:
        """Random steps alone seldom get anything signed off."""
        revision, _seen = self.a_page(page)
        self.do_it_properly(Revision.objects.with_people().get(pk=revision.pk), who, ChangeClass.CLINICAL)

    @rule(who=CHOICES, article=CHOICES, body=st.sampled_from(WORDS), change=CLASSES)
    def update_properly(self, who: int, article: int, body: str, change: ChangeClass) -> None:
        """A small change of live words, as far as people and threads let it come."""
        live = list(Article.objects.filter(live_revision__isnull=False).order_by("pk"))
        if not live:
            return
        by = self.anybody(who)
        draft = self.attempt(drafting.start_revision, live[article % len(live)], by=by)
        if draft is None:
            return
        options = {"seen": draft.state_token, "words": {"body": body}}
        saved = self.attempt(drafting.save_draft, draft, by=by, **options)
        if saved:
            self.do_it_properly(saved, who, change)

    def do_it_properly(self, revision: Revision, who: int, change: ChangeClass) -> None:
        """Submit, give the sign-offs that are missing, publish: each by the first who can."""
        revision = self.give_what_is_missing(self.submitted(revision, self.anybody(who), who, change))
        if revision.status == Status.SIGNED_OFF and who % 4:
            options = {"by": self.anybody(-1), "seen": revision.state_token}
            revision = self.attempt(publishing.publish, revision, **options) or revision
        self.see(revision)

    def submitted(self, revision: Revision, by: User, who: int, change: ChangeClass) -> Revision:
        """Submitted by this person or by whoever saved it, where it can be; a “typo” that is none is called another."""
        whole = change == ChangeClass.CLINICAL and who % 2 == 0
        again = ChangeClass.EDITORIAL if change == ChangeClass.TYPO else change
        for person, called in [(by, change), (revision.saved_by, change), (revision.saved_by, again)]:
            if revision.status == Status.DRAFT:
                options = {"seen": revision.state_token, "whole_article": whole, "change_class": called}
                revision = self.attempt(reviewing.submit, revision, by=person, **options) or revision
        return revision

    def give_what_is_missing(self, revision: Revision) -> Revision:
        if revision.status != Status.IN_REVIEW:
            return revision
        for kind, count in revision.review.missing().items():
            for person in candidates(revision.review, kind)[:count]:
                revision = self.attempt(sign, revision, kind, person) or revision
        return revision

    @rule(who=CHOICES, page=CHOICES)
    def step_back_properly(self, who: int, page: int) -> None:
        """Words go back to their writer, or away: steps that random people seldom may take."""
        waiting = list(Revision.objects.with_people().filter(status__in=BACK).order_by("pk"))
        if not waiting or who % 3:  # else too little comes to its end
            return
        late = [each for each in waiting if each.status in (Status.SIGNED_OFF, Status.SCHEDULED)]
        revision = (late or waiting)[page % len(late or waiting)]
        actions = BACK[Status(revision.status)]
        answers = {"seen": revision.state_token, "note": "Because."}
        for number in range(len(self.people)):
            taken = self.attempt(TAKE[actions[page % len(actions)]], revision, self.anybody(who + number), answers)
            if taken:
                self.see(taken[0])
                return

    @rule(who=CHOICES, topic=CHOICES)
    def withdraw_a_whole_topic(self, who: int, topic: int) -> None:
        if who % 3:  # else there is too seldom anything live
            return
        chosen, by = self.topics[topic % len(self.topics)], self.anybody(-1 - topic % 3)
        told = {"note": "A recall.", "notice": "Please ask your doctor."}
        self.attempt(withdrawing.withdraw_topic, chosen, by=by, seen=[], **told)
