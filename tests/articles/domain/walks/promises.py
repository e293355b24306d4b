"""What has to be true after every single step."""

from django.db import connection
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from hypothesis.stateful import invariant

from articles.enums import Status
from articles.models import Revision, Thread, Transition
from tests.articles.domain.walks.desk import Desk


class Promises(Desk):
    @invariant()
    def every_promise_holds(self) -> None:
        """Asked again only where something may have changed: a refusal changes nothing."""
        if self.moved:
            self.moved = False
            self.the_database_would_commit_it()
            self.an_article_has_at_most_one_open_and_one_live_revision()
            self.readers_see_what_is_live_and_nothing_else()
            self.every_status_is_explained_by_the_last_transition()
            self.words_that_are_signed_off_have_no_open_thread()

    def the_database_would_commit_it(self) -> None:
        """Guards that wait for the end of a transaction speak now, as they do after every request."""
        connection.check_constraints()

    def an_article_has_at_most_one_open_and_one_live_revision(self) -> None:
        counted = Revision.objects.order_by().values("article")
        counted = counted.annotate(
            ways=Count("pk", filter=Q(status__in=Status.open())), live=Count("pk", filter=Q(status=Status.PUBLISHED))
        )
        assert not counted.filter(Q(ways__gt=1) | Q(live__gt=1)).exists()

    def readers_see_what_is_live_and_nothing_else(self) -> None:
        live = Revision.objects.filter(status=Status.PUBLISHED).values_list("article", "pk")
        shown = Revision.objects.filter(article__live_revision__isnull=False).values_list(
            "article", "article__live_revision"
        )
        assert set(live) == set(shown)

    def every_status_is_explained_by_the_last_transition(self) -> None:
        last = Transition.objects.filter(revision=OuterRef("pk")).order_by("-pk").values("to_status")[:1]
        explained = Coalesce(Subquery(last), Value(str(Status.DRAFT)))
        assert not Revision.objects.annotate(explained=explained).exclude(status=F("explained")).exists()

    def words_that_are_signed_off_have_no_open_thread(self) -> None:
        settled = Revision.objects.filter(status__in=[Status.SIGNED_OFF, Status.SCHEDULED]).values("article")
        assert not Thread.objects.open().filter(article__in=settled).exists()
