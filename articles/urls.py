from django.urls import path

from articles.views import reading

app_name = "articles"

urlpatterns = [
    path("articles/", reading.index, name="index"),
    path("articles/<slug:slug>/", reading.detail, name="detail"),
    path("topics/<slug:slug>/", reading.topic, name="topic"),
    path("people/<slug:slug>/", reading.person, name="person"),
]
