"""People discuss the words, share them with outsiders, and outsiders advise and comment."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from articles.domain import advising, discussing, sharing
from articles.enums import AdviceVerdict, PreviewKind
from articles.models import PreviewLink, Revision, Thread
from tests.articles.domain.walks.desk import CHOICES, Desk

ACTS = st.sampled_from(["open", "reply", "reopen", "resolve", "resolve", "resolve all"])
GUESTS = st.sampled_from(["advise", "advise", "remark", "revoke"])


class Talking(Desk):
    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES, act=ACTS, which=CHOICES)
    def discuss(self, who: int, page: int, act: str, which: int) -> None:
        revision, _seen = self.a_page(page)
        by, threads = self.anybody(who), list(Thread.objects.filter(article=revision.article_id).order_by("pk"))
        if act == "resolve all":
            self.resolve_all(revision)
        elif act == "open" or not threads:
            self.attempt(discussing.open_thread, revision, by=by, text="Is this so?", section="w-what-it-is")
        elif act == "reply":
            self.attempt(discussing.reply, threads[which % len(threads)], by=by, text=f"Number {which}.")
        elif act == "reopen":
            self.attempt(discussing.reopen, threads[which % len(threads)], by=by, text="Not so.")
        else:
            thread = threads[which % len(threads)]
            seen = thread.entries.latest("pk").pk - (which % 7 == 0)
            self.attempt(discussing.resolve, thread, by=by, seen=seen)

    def resolve_all(self, revision: Revision) -> None:
        """Else nobody ever gets to sign."""
        for thread in Thread.objects.open().filter(article=revision.article_id):
            for number in range(len(self.people)):
                seen = thread.entries.latest("pk").pk
                if self.attempt(discussing.resolve, thread, by=self.anybody(number), seen=seen):
                    break

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES, kind=st.sampled_from(PreviewKind), days=st.integers(1, 60))
    def share(self, who: int, page: int, kind: PreviewKind, days: int) -> None:
        revision, _seen = self.a_page(page)
        whom = {"name": "Dr Outside", "email": "outside@clinic.example", "kind": kind, "days": days}
        self.attempt(sharing.share, revision, by=self.anybody(who), **whom)

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, which=CHOICES, act=GUESTS, verdict=st.sampled_from(AdviceVerdict))
    def hear_from_outside(self, who: int, which: int, act: str, verdict: AdviceVerdict) -> None:
        links = list(PreviewLink.objects.order_by("pk"))
        if not links:
            self.share(0, which, PreviewKind.EXPERT, 14)
            return
        link = links[which % len(links)]
        if act == "advise":
            self.attempt(advising.advise, link, verdict=verdict, text="I would add a source.", interests="None")
        elif act == "remark":
            self.attempt(advising.remark, link, text="Is this so?", section="w-what-it-is")
        else:
            self.attempt(sharing.revoke, link, by=self.anybody(who))
