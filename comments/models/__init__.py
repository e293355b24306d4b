from comments.models.comment import Comment
from comments.models.decision import ModerationDecision

__all__ = ["Comment", "ModerationDecision"]
