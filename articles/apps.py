from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from articles import system_checks


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("articles")

    def ready(self) -> None:
        system_checks.install()
