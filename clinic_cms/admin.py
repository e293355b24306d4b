"""Support can look at people and their credentials; the desk's People page is where they are changed."""

from django.contrib import admin

from clinic_cms.models import ClinicChange, ClinicProfile, Credential, User
from clinic_cms.shared.windows import Window


@admin.register(User)
class UserWindow(Window):
    exclude = ("password",)


admin.site.register(Credential, Window)
admin.site.register(ClinicProfile, Window)
admin.site.register(ClinicChange, Window)
