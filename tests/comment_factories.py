"""Makes comments for tests, through the verbs."""

from articles.models import Article
from clinic_cms.models import User
from clinic_cms.roles import MODERATOR
from comments.domain.moderation import approve, reject
from comments.domain.posting import post_comment
from comments.enums import Reason
from comments.models import Comment, SecondLook
from tests.factories import make_live_article, make_person


def make_comment(
    body: str = "This helped me.", name: str = "Mia", article: Article | None = None, parent: Comment | None = None
) -> Comment:
    return post_comment(article or make_live_article(), name=name, body=body, parent=parent)


def make_approved(body: str = "This helped me.", *, by: User | None = None, **fields: object) -> Comment:
    comment = make_comment(body, **fields)
    return approve(comment, by=by or make_person(MODERATOR), seen=comment.version)


def make_rejected(body: str = "Buy pills", reason: str = Reason.SPAM, **fields: object) -> Comment:
    comment = make_comment(body, **fields)
    return reject(comment, by=make_person(MODERATOR), seen=comment.version, reason=reason)


def make_reply(parent: Comment, body: str = "I think so too.", **fields: object) -> Comment:
    """A reader's reply that is up."""
    return make_approved(body, article=parent.article, parent=parent, **fields)


def make_second_look(body: str = "This helped me.", **fields: object) -> SecondLook:
    """An approval that was drawn for a second look."""
    return SecondLook.objects.get_or_create(decision=make_approved(body, **fields).decisions.get())[0]
