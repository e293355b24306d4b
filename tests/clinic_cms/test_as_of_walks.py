"""Random histories, with acts in the same microsecond too: at every moment the page as of then is the page of then."""

import random
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from articles.domain import publishing, reviewing
from articles.enums import SignOffKind
from articles.models import Article
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from comments.domain.moderation import approve, reject
from comments.domain.posting import post_comment
from comments.models import Comment
from tests.clinic_cms.test_as_of import page_of, seen
from tests.factories import make_person, make_signed_off, make_update, sign

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 2, 18, tzinfo=UTC)
STEPS = [timedelta(0), timedelta(microseconds=1), timedelta(seconds=1), timedelta(days=20)]


class Walk:
    """Takes random acts that are possible, and keeps what the public page was after each."""

    def __init__(self, seed):
        self.random = random.Random(seed)  # noqa: S311  chance is what is tried
        self.now, self.pages, self.done = START, {}, 0
        roles = {
            "jo": EDITOR,
            "signer": EDITOR,
            "doctor": CLINICIAN,
            "publisher": PUBLISHER,
            "moderator": MODERATOR,
        }
        self.people = {name: make_person(role, name) for name, role in roles.items()}
        signers = [self.people["signer"], self.people["doctor"]]
        revision = make_signed_off(by=self.people["jo"], signers=signers)
        self.article, self.reader = revision.article, Client()
        self.publish(revision)

    def step(self):
        with time_machine.travel(self.now, tick=False):
            self.random.choice(self.possible())()
            self.done += 1
            self.pages[self.now] = page_of(self.reader.get(self.article.get_absolute_url()))
        self.now += self.random.choice(STEPS)

    def possible(self):
        live = Article.objects.get(pk=self.article.pk).live_revision
        acts = [self.update, self.update]
        if live:
            acts += [lambda: self.withdraw(live), self.comment, self.comment]
        if Comment.objects.exists():
            acts += [self.decide, self.decide, self.decide]
        return acts

    def publish(self, revision):
        publishing.publish(revision, by=self.people["publisher"], seen=revision.state_token)

    def update(self):
        editor = self.people["jo"]
        draft = make_update(self.article.revisions.first(), by=editor, summary=f"Words of act {self.done}.")
        revision = reviewing.submit(draft, by=editor, seen=draft.state_token, whole_article=self.random.random() < 0.5)
        revision = sign(revision, SignOffKind.EDITORIAL, self.people["signer"])
        self.publish(sign(revision, SignOffKind.CLINICAL, self.people["doctor"]))

    def withdraw(self, live):
        by = self.people["publisher"]
        publishing.withdraw(live, by=by, seen=live.state_token, note="Why.", notice=f"Notice of act {self.done}.")

    def comment(self):
        post_comment(self.article, name="Kim", body=f"Comment of act {self.done}.")

    def decide(self):
        comment = self.random.choice(list(Comment.objects.order_by("pk")))
        by = self.people["moderator"]
        if comment.status == "approved":
            reject(comment, by=by, seen=comment.version, reason="spam")
        else:
            approve(comment, by=by, seen=comment.version)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happened_each_moment_is_shown_as_it_was(client, seed):
    with time_machine.travel(START, tick=False):
        walk = Walk(seed)
    for _each in range(16):
        walk.step()

    with time_machine.travel(walk.now + timedelta(days=1)):
        client.force_login(walk.people["doctor"])
        shown = {at: seen(client, walk.article, at) for at in walk.pages}

    assert shown == walk.pages
