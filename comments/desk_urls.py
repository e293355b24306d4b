"""The desk's addresses for comments; included in the `desk` namespace."""

from django.urls import path

from comments.views import alerting, moderating

urlpatterns = [
    path("comments/", moderating.queue, name="comments"),
    path("comments/alerts/", alerting.crisis_alerts, name="crisis_alerts"),
    path("comments/<int:pk>/decide/", moderating.decide_comment, name="decide"),
]
