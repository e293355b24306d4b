from django.urls import path

from articles.views import (
    browsing,
    feeds,
    previewing,
    reading,
    searching,
    share_cards,
    site_pages,
    versions,
)

app_name = "articles"

urlpatterns = [
    path("articles/", browsing.index, name="index"),
    path("articles/<slug:slug>/", reading.detail, name="detail"),
    path("articles/<slug:slug>/versions/", versions.index, name="versions"),
    path("articles/<slug:slug>/versions/<int:number>/", versions.show, name="version"),
    path("preview/<str:token>/", previewing.show, name="preview"),
    path("preview/<str:token>/code/", previewing.send_code, name="preview_code"),
    path("preview/<str:token>/confirm/", previewing.confirm, name="preview_confirm"),
    path("preview/<str:token>/remark/", previewing.remark, name="preview_remark"),
    path("preview/<str:token>/advice/", previewing.advise, name="preview_advice"),
    path("articles/<slug:slug>/card-<int:number>.png", share_cards.show, name="share_card"),
    path("feed/", feeds.atom, name="feed"),
    path("feed.json", feeds.json_feed, name="json_feed"),
    path("topics/<slug:slug>/feed/", feeds.topic_atom, name="topic_feed"),
    path("about/<slug:page>/", site_pages.show, name="site_page"),
    path("search/", searching.search, name="search"),
    path("topics/", browsing.topics, name="topics"),
    path("topics/<slug:slug>/", reading.topic, name="topic"),
    path("people/<slug:slug>/", reading.person, name="person"),
]
