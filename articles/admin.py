"""Articles change at the desk, by the workflow's verbs; here they can only be looked at."""

from django.contrib import admin

from articles.models import Article, Contribution, Reference, Review, Revision, SignOff, Topic, Transition
from clinic_cms.shared.windows import Window

admin.site.register([Article, Contribution, Reference, Review, Revision, SignOff, Topic, Transition], Window)
