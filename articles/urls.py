from django.urls import path

from articles.views import previewing, reading, versions

app_name = "articles"

urlpatterns = [
    path("articles/", reading.index, name="index"),
    path("articles/<slug:slug>/", reading.detail, name="detail"),
    path("articles/<slug:slug>/versions/", versions.index, name="versions"),
    path("articles/<slug:slug>/versions/<int:number>/", versions.show, name="version"),
    path("preview/<str:token>/", previewing.show, name="preview"),
    path("preview/<str:token>/code/", previewing.send_code, name="preview_code"),
    path("preview/<str:token>/confirm/", previewing.confirm, name="preview_confirm"),
    path("preview/<str:token>/remark/", previewing.remark, name="preview_remark"),
    path("preview/<str:token>/advice/", previewing.advise, name="preview_advice"),
    path("topics/<slug:slug>/", reading.topic, name="topic"),
    path("people/<slug:slug>/", reading.person, name="person"),
]
