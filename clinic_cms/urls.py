"""Every address of the site: what readers see first, then the desk."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import Group
from django.urls import URLPattern, URLResolver, include, path, re_path

from articles.views import browsing
from clinic_cms import as_of, clinic_page, crawlers, desk, feedback, health, logos, look, notices, people, topics
from clinic_cms.evidence import views as evidence

# One way to sign in, with its limits and second step, for the support windows too.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.unregister(Group)  # roles are code (clinic_cms/roles.py), not something to click together

# /desk/
desk_urls: list[URLPattern | URLResolver] = [
    path("", desk.home, name="home"),
    path("articles/<int:pk>/as-of/", as_of.as_of, name="as_of"),
    path("articles/<int:pk>/readers/", feedback.told, name="readers"),
    path("articles/<int:pk>/evidence.zip", evidence.download, name="evidence"),
    path("notices/", notices.index, name="notices"),
    path("notices/how/", notices.choose, name="notices_choose"),
    path("notices/<int:pk>/again/", notices.try_again, name="notice_try_again"),
    path("articles/<int:article_pk>/follow/", notices.follow, name="follow"),
    path("people/", people.index, name="people"),
    path("people/new/", people.new, name="person_new"),
    path("people/<int:pk>/", people.show, name="person"),
    path("people/<int:pk>/credentials/", people.add_credential, name="credential_new"),
    path("people/<int:pk>/credentials/<int:credential_pk>/verify/", people.verify_credential, name="credential_verify"),
    path("people/<int:pk>/invite/", people.invite, name="person_invite"),
    path("clinic/", clinic_page.show, name="clinic"),
    path("topics/", topics.index, name="topics"),
    path("topics/new/", topics.edit, name="topic_new"),
    path("topics/<int:pk>/", topics.edit, name="topic"),
    path("", include("articles.desk_urls")),
    path("", include("comments.desk_urls")),
]

urlpatterns: list[URLPattern | URLResolver] = [
    re_path(look.ADDRESS, look.show, name="look"),
    re_path(logos.ADDRESS, logos.show, name="logo"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.site_map, name="sitemap"),
    path(".well-known/security.txt", crawlers.security, name="security"),
    path("healthz", login_not_required(health.healthz), name="healthz"),
    path("", include("articles.picture_urls")),
]
# In the clinic's own language as they stand here, and once more in each other one: /es/articles/.
urlpatterns += i18n_patterns(
    path("", browsing.home, name="home"),
    path("", include("articles.urls")),
    path("", include("comments.urls")),
    path("articles/<slug:slug>/feedback/", feedback.give, name="feedback"),
    path("articles/<slug:slug>/feedback/thanks/", feedback.thanks, name="feedback_thanks"),
    path("accounts/", include("allauth.urls")),
    path("desk/support/", admin.site.urls),
    path("desk/", include((desk_urls, "desk"))),
    prefix_default_language=False,
)

handler400 = "clinic_cms.errors.bad_request"
handler403 = "clinic_cms.errors.permission_denied"
handler404 = "clinic_cms.errors.not_found"
handler500 = "clinic_cms.outages.server_error"
