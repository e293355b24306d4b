"""People write: new articles, changes of drafts, updates of what is live."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from articles.domain import drafting, rechecking
from tests.articles.domain.walks.desk import CHOICES, WORDS, Desk
from tests.factories import BRIEF, REFERENCE

MOST_ARTICLES = 4


class Writing(Desk):
    @rule(who=CHOICES, title=CHOICES, topic=CHOICES)
    def write(self, who: int, title: int, topic: int) -> None:
        by, about = self.anybody(who), self.topics[topic % len(self.topics)]
        title_ = f"Article {title % MOST_ARTICLES}"
        draft = self.attempt(drafting.start_article, by=by, title=title_, topic=about)
        if draft is None:
            return
        words = {"summary": "Why a short walk helps.", "body": WORDS[who % len(WORDS)], "interests": "None", **BRIEF}
        options = {"seen": draft.state_token, "words": words, "references": [REFERENCE]}
        self.see(self.attempt(drafting.save_draft, draft, by=by, **options))

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES, body=st.sampled_from(WORDS), topic=st.none() | CHOICES)
    def change(self, who: int, page: int, body: str, topic: int | None) -> None:
        revision, seen = self.a_page(page)
        words: dict[str, object] = {"body": body}
        if topic is not None and topic % 5 == 0:
            words["topic"] = self.topics[topic % len(self.topics)]
        saved = self.attempt(drafting.save_draft, revision, by=self.anybody(who), seen=seen, words=words)
        self.see(saved or revision)

    @rule(who=CHOICES, article=CHOICES)
    def start_an_update(self, who: int, article: int) -> None:
        chosen = self.an_article(article)
        if chosen:
            self.see(self.attempt(drafting.start_revision, chosen, by=self.anybody(who)))

    @precondition(lambda self: self.pages)
    @rule(who=CHOICES, page=CHOICES)
    def have_it_reviewed_without_change(self, who: int, page: int) -> None:
        revision, seen = self.a_page(page)
        live = revision.article.live_revision or revision
        seen = live.state_token if who % 2 else seen
        self.see(self.attempt(rechecking.recheck, live, by=self.anybody(who), seen=seen))
