"""When an article was last reviewed as a whole, and by when it has to be again. An edit moves neither date."""

import calendar
from datetime import date, timedelta

from django.utils import timezone

from articles.domain.facts import review_of
from articles.enums import SignOffKind
from articles.models import Revision
from articles.workflow import OVERDUE_FOR_READERS


def dates_for(revision: Revision) -> dict[str, date | None]:
    """The review dates a revision goes live with, fixed from then on.

    After a review of the whole article they count from the day of its last clinical sign-off, for as long as the
    article or else its topic says now; after any other review they are those of the words that were live before. A page
    about the site that needs no clinical sign-off is reviewed with its last editorial one.
    """
    review = review_of(revision)
    if not review.whole_article:
        before = Revision.objects.filter(article=revision.article_id, published_at__isnull=False).latest("published_at")
        return {"last_reviewed_on": before.last_reviewed_on, "next_review_due": before.next_review_due}
    decisive = SignOffKind.CLINICAL if review.clinical_needed else SignOffKind.EDITORIAL
    reviewed_on = timezone.localdate(max(each.at for each in review.sign_offs.all() if each.kind == decisive))
    due = add_months(reviewed_on, revision.months_between_reviews)
    return {"last_reviewed_on": reviewed_on, "next_review_due": due}


def is_long_overdue(revision: Revision, day: date) -> bool:
    """Whether readers are told on that day that the words are past their review date."""
    due = revision.next_review_due
    return due is not None and day >= due + timedelta(days=OVERDUE_FOR_READERS)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
