from comments.models.adverse_event import AdverseEvent
from comments.models.canned_reply import CannedReply, CannedReplyVersion
from comments.models.comment import Comment
from comments.models.decision import ModerationDecision
from comments.models.feedback import Feedback
from comments.models.flood import CrisisAlert, Dropped, Flow, SpamModel
from comments.models.guard_override import GuardOverride
from comments.models.looking import Looking
from comments.models.note import ModeratorNote
from comments.models.policy import CommentRules, CommentSwitch
from comments.models.redaction import OriginalView, Redaction
from comments.models.report import Report
from comments.models.second_look import SecondLook
from comments.models.signal import Signal

__all__ = [
    "AdverseEvent",
    "CannedReply",
    "CannedReplyVersion",
    "Comment",
    "CommentRules",
    "CommentSwitch",
    "CrisisAlert",
    "Dropped",
    "Feedback",
    "Flow",
    "GuardOverride",
    "Looking",
    "ModerationDecision",
    "ModeratorNote",
    "OriginalView",
    "Redaction",
    "Report",
    "SecondLook",
    "Signal",
    "SpamModel",
]
