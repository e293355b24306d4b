from django.urls import path

from comments.views import feed, own, posting, reporting, thread

app_name = "comments"

urlpatterns = [
    path("articles/<slug:slug>/comments/", posting.post, name="post"),
    path("articles/<slug:slug>/comments.atom", feed.feed, name="feed"),
    path("comments/at/<int:pk>/", thread.at, name="at"),
    path("comments/report/<int:pk>/", reporting.report, name="report"),
    path("comments/report/<int:pk>/thanks/", reporting.reported, name="reported"),
    # whoever knows the address of the rest is the comment's author
    path("comments/<str:key>/", own.own, name="own"),
    path("comments/<str:key>/correct/", own.correct, name="correct"),
    path("comments/<str:key>/withdraw/", own.withdraw, name="withdraw"),
    path("comments/<str:key>/erase/", own.erase, name="erase"),
    path("comments/<str:key>/appeal/", own.appeal, name="appeal"),
    path("comments/<str:key>/comment.json", own.export, name="export"),
]
