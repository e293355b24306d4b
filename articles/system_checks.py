"""What `manage.py check --database default` and every deploy say of crisis lines that nobody keeps."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections
from django.utils import timezone


def crisis_lines_are_kept(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """A warning where the clinic's country has no crisis line in use, or one that was not checked for 180 days."""
    # models are not loaded yet when this is registered
    from articles.models import CrisisResource  # noqa: PLC0415
    from clinic_cms.models import ClinicProfile  # noqa: PLC0415
    from clinic_cms.profile import fetched  # noqa: PLC0415

    warnings: list[CheckMessage] = []
    for alias in databases or ():
        if not {CrisisResource._meta.db_table, ClinicProfile._meta.db_table}.issubset(
            connections[alias].introspection.table_names()
        ):
            continue  # before the first migration
        country = fetched(alias).country
        own = CrisisResource.objects.using(alias).filter(country=country, active=True)
        if not own.exists():
            told = f"There is no crisis line for {country}."
            warnings.append(Warning(told, "Add one at /desk/crisis-lines/.", id="articles.W001"))
        elif stale := own.stale(timezone.localdate()).count():
            told = f"Crisis lines that nobody has checked with their source for 180 days: {stale}."
            warnings.append(Warning(told, "Check them at /desk/crisis-lines/.", id="articles.W002"))
    return warnings


def install() -> None:
    register(crisis_lines_are_kept, Tags.database)
