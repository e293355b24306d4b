"""What readers think of a page: useful or not, and what is wrong with it. Nobody is asked who they are."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _

from articles.models import Article
from clinic_cms.shared.refusal import Refusal
from clinic_cms.shared.text import lines, tidy
from comments import triage
from comments.domain.triaging import facts
from comments.enums import Verdict
from comments.models import Feedback
from comments.models.feedback import LONGEST_REMARK

PROBLEMS = (Verdict.WRONG, Verdict.UNCLEAR, Verdict.OUTDATED, Verdict.BROKEN, Verdict.OTHER)


@dataclass(frozen=True, slots=True)
class Told:
    """What readers said of an article since a day: how many found it useful, of how many, and problems by kind."""

    useful: int
    asked: int
    problems: list[tuple[str, int]]

    @property
    def percent(self) -> int:
        return round(100 * self.useful / self.asked) if self.asked else 0


def give(article: Article, verdict: str, words: str = "") -> Feedback:
    """Keep what a reader thinks of the words that are live. Personal details in theirs become labels such as
    "[phone number removed]". Refuses an unknown verdict, words that are too long, and a page that is not there.
    """
    if verdict not in Verdict.values:
        raise Refusal(_("Choose what is wrong with it."))
    said = lines(words)
    if len(said) > LONGEST_REMARK:
        raise Refusal(_("Use at most %(most)s characters; nothing was cut.") % {"most": LONGEST_REMARK})
    if article.live_revision_id is None or article.site_page:
        raise Refusal(_("This article is not here any more."))
    said = tidy(said)
    kept = triage.redacted(said, triage.personal_parts(said, facts=facts()))
    return Feedback.objects.create(
        article=article, revision_id=article.live_revision_id, verdict=verdict, words=kept[:LONGEST_REMARK]
    )


def told(article: Article, since: datetime) -> Told:
    """Counts since a moment."""
    counted = Feedback.objects.filter(article=article, at__gte=since).order_by().values_list("verdict")
    by_verdict = dict(counted.annotate(number=Count("pk")))
    useful = by_verdict.get(Verdict.USEFUL, 0)
    problems = [(str(each.label), by_verdict[each]) for each in PROBLEMS if each in by_verdict]
    return Told(useful, useful + by_verdict.get(Verdict.NOT_USEFUL, 0), problems)
