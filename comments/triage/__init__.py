"""Says why a moderator should look closely at a reader's comment. Pure: no database, no request, no network.

`inspect` finds, `lane_of` orders, `words` tells people, `redaction` takes out. None of them decides about a comment.
"""

from comments.triage.adverse_event import elements
from comments.triage.inspecting import inspect, personal_parts
from comments.triage.lanes import lane_of
from comments.triage.redaction import redacted, without
from comments.triage.reply_guard import confirms_care
from comments.triage.signal import CODES, HELPLINES, Facts, Signal
from comments.triage.spam_model import BadModel, SpamModel
from comments.triage.words import label, sentence

__all__ = [
    "CODES",
    "HELPLINES",
    "BadModel",
    "Facts",
    "Signal",
    "SpamModel",
    "confirms_care",
    "elements",
    "inspect",
    "label",
    "lane_of",
    "personal_parts",
    "redacted",
    "sentence",
    "without",
]
