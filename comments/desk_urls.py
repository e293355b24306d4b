"""The desk's addresses for comments; included in the `desk` namespace."""

from django.urls import path

from comments.views import moderating

urlpatterns = [
    path("comments/", moderating.queue, name="comments"),
    path("comments/<int:pk>/decide/", moderating.decide_comment, name="decide"),
]
