from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from clinic_cms.error_words import say_what_to_do


class ClinicConfig(AppConfig):
    name = "clinic_cms"
    verbose_name = _("clinic")

    def ready(self) -> None:
        say_what_to_do()
