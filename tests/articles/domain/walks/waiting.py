"""Reviews wait for people by name: assigning, claiming, giving back; and following up on what came down."""

from hypothesis.stateful import precondition, rule

from articles.domain import assigning, claiming, follow_ups
from articles.domain.pool import running_claims
from articles.enums import SignOffKind
from articles.models import Assignment, FollowUp
from tests.articles.domain.walks.desk import CHOICES, KINDS, Desk


class Waiting(Desk):
    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, to=CHOICES, page=CHOICES, kind=KINDS, instead=CHOICES)
    def give_to_somebody_else(self, who: int, to: int, page: int, kind: SignOffKind, instead: int) -> None:
        revision, _seen = self.a_page(page)
        before = list(Assignment.objects.filter(review__revision=revision, kind=kind))
        instead_of = before[instead % len(before)] if before and instead % 4 else None
        options = {"by": self.anybody(-(who % 3) - 1), "to": self.anybody(to), "reason": "Holidays."}
        if self.attempt(assigning.assign, revision, kind, instead_of=instead_of, **options):
            self.tally["assigned"] += 1

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES, kind=KINDS)
    def claim(self, who: int, page: int, kind: SignOffKind) -> None:
        revision, _seen = self.a_page(page)
        claimed = self.attempt(claiming.claim, revision, kind, by=self.anybody(who))
        if claimed:
            self.tally["claimed"] += 1
            reading = running_claims().filter(review=claimed.review, kind=kind).values("person").distinct().count()
            assert reading <= claimed.review.missing()[kind]

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES)
    def give_a_claim_back(self, who: int, page: int) -> None:
        claiming.release(self.a_page(page)[0], by=self.anybody(who))

    @rule(who=CHOICES, which=CHOICES, kind=KINDS)
    def look_again_at_what_came_down(self, who: int, which: int, kind: SignOffKind) -> None:
        open_ones = list(FollowUp.objects.open())
        if open_ones:
            chosen, by = open_ones[which % len(open_ones)], self.anybody(who)
            self.attempt(follow_ups.confirm, chosen, kind, by=by, note="The source was wrong.")
