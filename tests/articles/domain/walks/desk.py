"""The desk of a random walk: its people, what they have open, and how they try things."""

import sys
from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar

from django.db import transaction
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, run_state_machine_as_test

from articles.enums import Risk, SignOffKind
from articles.models import Article, Revision, Topic
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.articles.domain.walks import looking_back
from tests.factories import BODY, make_credential, make_live, make_person, make_topic

CHOICES = st.integers(min_value=0, max_value=10_000)
KINDS = st.sampled_from(SignOffKind)
ROLES = [*[EDITOR] * 4, *[CLINICIAN] * 4, *[PUBLISHER] * 2]
SUPERUSER = 1  # an editor who may do everything, holds a credential, and has to keep the rules all the same
WORDS = [
    BODY,
    BODY.replace("short walk", "shrot walk", 1),
    BODY.replace("Start with ten minutes.", "Start gently with ten minutes."),
    BODY.replace("ten minutes", "twenty minutes"),
]


class Desk(RuleBasedStateMachine):
    """Four editors (one a superuser with a credential), four clinicians, two publishers, two topics of which one is of
    high risk. The whole walk is one transaction that is undone at its end, after everything was looked at again.
    """

    tally: ClassVar[Counter[str]]
    people: ClassVar[list[User]]
    topics: ClassVar[list[Topic]]

    @classmethod
    def set_up(cls) -> None:
        """What every walk starts from: the people, and an article of each topic that is live."""
        cls.tally = Counter()
        cls.people = [make_person(role, is_superuser=number == SUPERUSER) for number, role in enumerate(ROLES)]
        make_credential(cls.people[SUPERUSER])
        cls.topics = [make_topic(), make_topic(Risk.HIGH, name="Medicines")]
        for topic in cls.topics:
            make_live(f"About {topic}", by=cls.people[0], topic=topic, signers=cls.people[3:6])

    @initialize()
    def open_the_desk(self) -> None:
        self.walk = transaction.atomic()
        self.walk.__enter__()
        self.pages: list[tuple[Revision, str]] = []  # what somebody has open: a revision, and the state it was in
        self.away: list[looking_back.Away] = []  # whose account was closed, from when till when
        self.moved = True  # whether anything may have changed since the promises were last checked
        for revision in Revision.objects.live():
            self.see(revision)

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:
                self.tally.update(looking_back.at_everything(self.away))
        finally:
            transaction.set_rollback(True)
            self.walk.__exit__(None, None, None)

    @invariant()
    def a_step_was_taken(self) -> None:
        self.tally["steps"] += 1

    def anybody(self, choice: int) -> User:
        """Read afresh, as for every request."""
        return User.objects.get(pk=self.people[choice % len(self.people)].pk)

    def a_page(self, choice: int) -> tuple[Revision, str]:
        """One that somebody opened some time ago; a new one where it was never opened before."""
        return self.pages[choice % len(self.pages)]

    def an_article(self, choice: int) -> Article | None:
        articles = list(Article.objects.order_by("pk"))
        return articles[choice % len(articles)] if articles else None

    def see(self, revision: Revision | None) -> Revision | None:
        """Somebody opens a revision, or looks at it again."""
        if revision is not None:
            revision = Revision.objects.with_people().get(pk=revision.pk)
            self.pages.append((revision, revision.state_token))
        return revision

    def attempt(self, verb: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """What the verb gives, or None where it refuses. Whatever else goes wrong ends the walk."""
        try:
            given = verb(*args, **options)
        except Refusal:
            self.tally["refused"] += 1
            return None
        self.moved = True
        return given


def take_walks(machine: type[Desk], *, seeds: int, steps: int) -> Counter[str]:
    """The same random walks in every run, ten from each seed; what came about on them, counted.

    After its first ten, Hypothesis mostly walks its own ways again with little changed. New seeds lead further.
    """
    machine.set_up()
    options = settings(
        max_examples=10,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    for number in range(seeds):
        run_state_machine_as_test(seed(number)(machine), settings=options)
    return machine.tally
