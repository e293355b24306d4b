"""The desk's addresses for comments; included in the `desk` namespace."""

from django.urls import path

from comments.views import (
    alerting,
    desk_bulk,
    desk_comment,
    desk_decided,
    desk_live,
    desk_redact,
    desk_report,
    desk_rules,
    desk_second_looks,
    desk_side_effects,
    desk_wordings,
    moderating,
)

urlpatterns = [
    path("comments/", moderating.queue, name="comments"),
    path("comments/alerts/", alerting.crisis_alerts, name="crisis_alerts"),
    path("comments/live/", desk_live.live, name="comments_live"),
    path("comments/several/", desk_bulk.bulk, name="comments_bulk"),
    path("comments/decided/", desk_decided.decided, name="comments_decided"),
    path("comments/report/", desk_report.report, name="comments_report"),
    path("comments/rules/", desk_rules.show, name="comment_rules"),
    path("comments/rules/switch/", desk_rules.switch, name="comment_switch"),
    path("comments/replies/", desk_wordings.index, name="canned_replies"),
    path("comments/replies/<int:pk>/", desk_wordings.edit, name="canned_reply"),
    path("comments/replies/<int:pk>/retire/", desk_wordings.retire, name="canned_reply_retire"),
    path("comments/second-looks/", desk_second_looks.show, name="second_looks"),
    path("comments/second-looks/<int:pk>/", desk_second_looks.answer, name="second_look"),
    path("comments/side-effects/", desk_side_effects.index, name="side_effects"),
    path("comments/<int:pk>/", desk_comment.show, name="comment"),
    path("comments/<int:pk>/decide/", moderating.decide_comment, name="decide"),
    path("comments/<int:pk>/reply/", desk_comment.reply, name="comment_reply"),
    path("comments/<int:pk>/note/", desk_comment.add_note, name="comment_note"),
    path("comments/<int:pk>/redact/", desk_redact.redact, name="comment_redact"),
    path("comments/<int:pk>/original/", desk_comment.original, name="comment_original"),
    path("comments/<int:pk>/side-effect/", desk_side_effects.change, name="side_effect"),
]
