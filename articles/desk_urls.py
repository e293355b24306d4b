"""The desk's addresses for articles; included in the `desk` namespace."""

from django.urls import path

from articles.views import drafting, reports, reviewing

urlpatterns = [
    path("articles/", drafting.index, name="articles"),
    path("articles/new/", drafting.new, name="article_new"),
    path("articles/<int:article_pk>/revise/", drafting.revise, name="revise"),
    path("reports/", reports.reports, name="reports"),
    path("reviews/", reviewing.index, name="reviews"),
    path("revisions/<int:pk>/", reviewing.show, name="revision"),
    path("revisions/<int:pk>/edit/", drafting.edit, name="revision_edit"),
    path("revisions/<int:pk>/<slug:action>/", reviewing.take_step, name="step"),
]
