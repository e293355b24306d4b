"""Posts the made-up comments and lets the moderators decide them, by the verbs that everybody uses."""

from articles.models import Revision
from clinic_cms.demonstration.comments import COMMENTS
from clinic_cms.demonstration.discussion import FOLLOWING
from clinic_cms.demonstration.kinds import Comment as Written
from clinic_cms.models import User
from comments.domain import author, reporting
from comments.domain.moderation import approve, decide, reject
from comments.domain.posting import post_comment
from comments.domain.replying import Reply, approve_with
from comments.enums import Outcome, Reason, ReportReason
from comments.models import Comment, CommentRules

People = dict[str, User]
ALL = (*COMMENTS, *FOLLOWING)


def moderate(articles: dict[str, Revision], people: People) -> None:
    """Set how comments are taken, then post and decide each, and let happen what happened afterwards."""
    rules = CommentRules.objects.create(
        hours="Monday to Friday, 9 am to 5 pm",
        translations={"es": {"hours": "De lunes a viernes, de 9:00 a 17:00"}},
        by=people["privacy"],
        country="US",
        allow_testimonials=False,
    )
    rules.on_call.set([people["moderator2"]])
    posted = [(each, _post(each, articles[each.article], people)) for each in ALL]
    for each, comment in posted:
        _afterwards(each, comment, people["moderator2"])


def _post(each: Written, revision: Revision, people: People) -> Comment:
    parent = Comment.objects.filter(article=revision.article, name=each.answers).first() if each.answers else None
    posted = post_comment(revision.article, name=each.name, body=each.body, parent=parent)
    moderator, seen = people["moderator"], posted.version
    if each.said:
        reply = Reply(each.said.text, corrects=bool(each.said.source), source_url=each.said.source)
        return approve_with(posted, reply, by=people["moderator2"], seen=seen)
    if each.state == "approved":
        return approve(posted, by=moderator, seen=seen)
    if each.state == "rejected":
        return reject(posted, by=moderator, seen=seen, reason=each.reason)
    return decide(posted, Outcome.SPAM, by=moderator, seen=seen) if each.state == "spam" else posted


def _afterwards(each: Written, comment: Comment, moderator: User) -> None:
    if each.then == "withdrawn":
        author.withdraw(comment)
    elif each.then == "removed":
        decide(comment, Outcome.REMOVE, by=moderator, seen=comment.version, reason=Reason.ABUSE)
    elif each.then == "reported":
        reporting.report(comment, ReportReason.WRONG)
