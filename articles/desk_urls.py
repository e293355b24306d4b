"""The desk's addresses for articles; included in the `desk` namespace."""

from django.urls import path

from articles.views import (
    calendar,
    coming_down,
    comparing,
    discussing,
    drafting,
    follow_ups,
    queue,
    reports,
    review_dates,
    reviewing,
    sharing,
    topic_withdrawal,
    writing,
)

urlpatterns = [
    path("articles/", drafting.index, name="articles"),
    path("articles/new/", drafting.new, name="article_new"),
    path("articles/<int:article_pk>/revise/", drafting.revise, name="revise"),
    path("articles/<int:article_pk>/compare/", comparing.compare, name="compare"),
    path("reports/", reports.reports, name="reports"),
    path("review-dates/", review_dates.index, name="review_dates"),
    path("follow-ups/", follow_ups.index, name="follow_ups"),
    path("follow-ups/<int:pk>/", follow_ups.show, name="follow_up"),
    path("topics/<int:pk>/withdraw/", topic_withdrawal.withdraw, name="topic_withdraw"),
    path("reviews/", queue.index, name="reviews"),
    path("reviews/<int:pk>/claim/", queue.claim, name="claim"),
    path("reviews/<int:pk>/release/", queue.release, name="release"),
    path("reviews/<int:pk>/assign/", queue.assign, name="assign"),
    path("revisions/<int:pk>/", reviewing.show, name="revision"),
    path("calendar/", calendar.month, name="calendar"),
    path("revisions/<int:pk>/coming-down/", coming_down.plan, name="plan_withdrawal"),
    path("planned-withdrawals/<int:pk>/cancel/", coming_down.cancel, name="plan_cancel"),
    path("planned-withdrawals/<int:pk>/now/", coming_down.now, name="plan_now"),
    path("revisions/<int:pk>/recheck/", review_dates.recheck, name="recheck"),
    path("revisions/<int:pk>/edit/", writing.edit, name="revision_edit"),
    path("revisions/<int:pk>/share/", sharing.share, name="share"),
    path("previews/<int:pk>/close/", sharing.revoke, name="preview_revoke"),
    path("revisions/<int:pk>/threads/", discussing.new, name="thread_new"),
    path("threads/<int:pk>/reply/", discussing.reply, name="thread_reply"),
    path("threads/<int:pk>/resolve/", discussing.resolve, name="thread_resolve"),
    path("threads/<int:pk>/reopen/", discussing.reopen, name="thread_reopen"),
    path("revisions/<int:pk>/<slug:action>/", reviewing.take_step, name="step"),
]
