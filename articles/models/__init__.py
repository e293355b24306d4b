from articles.models.article import Article
from articles.models.notice import Follow, Notice
from articles.models.planned_withdrawal import FailedAttempt, PlannedWithdrawal
from articles.models.reference import Reference
from articles.models.review import Review, SignOff
from articles.models.revision import Contribution, Revision
from articles.models.topic import Topic
from articles.models.transition import Transition

__all__ = [
    "Article",
    "Contribution",
    "FailedAttempt",
    "Follow",
    "Notice",
    "PlannedWithdrawal",
    "Reference",
    "Review",
    "Revision",
    "SignOff",
    "Topic",
    "Transition",
]
