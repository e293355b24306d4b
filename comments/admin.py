"""Comments are decided at the desk, by the verb that records the decision; here they can only be looked at."""

from django.contrib import admin

from clinic_cms.shared.windows import Window
from comments.models import Comment, ModerationDecision

admin.site.register([Comment, ModerationDecision], Window)
