from django.urls import path

from comments.views import posting

app_name = "comments"

urlpatterns = [
    path("articles/<slug:slug>/comments/", posting.post, name="post"),
    path("comments/<str:key>/", posting.own, name="own"),
]
