"""The clinic as it is now. Whatever needs its name, its country or its words asks `clinic()`, and nothing else."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from django.conf import settings
from django.db import connections
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from articles.enums import Audience
from articles.models import Article, CrisisResource
from articles.models.clinical_data import told_here
from clinic_cms.clinic import Clinic, CrisisLine, Logo

# One row, whether anybody has said anything or not: the clinic, its logos, what is live, its first crisis line.
_NOW: Final = """
SELECT to_jsonb(p), to_jsonb(logo), to_jsonb(dark), ARRAY({live}), ({line})
FROM (SELECT 1) one
LEFT JOIN "clinic_cms_clinicprofile" p ON true
LEFT JOIN "clinic_cms_cliniclogo" logo ON logo.digest = p.logo_id
LEFT JOIN "clinic_cms_cliniclogo" dark ON dark.digest = p.logo_dark_id
"""
_SAID: Final = (
    "name", "country", "tagline", "address", "phone", "email", "hours", "hours_note", "translations", "brand",
    "brand_dark", "logo_has_name", "disclaimers",
)  # fmt: skip
_this_request: ContextVar[dict[str, Clinic] | None] = ContextVar("clinic of this request", default=None)
_seen: ContextVar[str] = ContextVar("what this request has seen of the site", default="")
_last: dict[str, Clinic] = {}
_last_seen: dict[str, tuple[str, Clinic]] = {}


def clinic() -> Clinic:
    """The clinic as its people have set it up; before that, as the settings say. One query, once in a request; none
    where it is `remembered`.
    """
    known, language = _this_request.get(), get_language() or settings.LANGUAGE_CODE
    if known is not None and language in known:
        return known[language]
    fresh = _last[language] = _remembered(language) or fetched()
    if known is not None:
        known[language] = fresh
    if seen := _seen.get():
        _last_seen[language] = (seen, fresh)
    return fresh


def fetched(alias: str = "default") -> Clinic:
    """The same, from the database at this moment."""
    live = Article.objects.live().order_by().distinct().values(json=JSONObject(language="language", page="site_page"))
    everybody = CrisisResource.objects.filter(active=True, audience=Audience.GENERAL)
    country = RawSQL("coalesce(p.country, %s)", [settings.CLINIC_COUNTRY])
    lines = told_here(everybody).filter(country=country).order_by("order", "pk")
    line = lines.values(
        json=JSONObject(name="name", phone="phone", then="then", sms_number="sms_number", hours="hours")
    )
    (live_sql, live_params), (line_sql, line_params) = (each.query.sql_with_params() for each in (live, line[:1]))
    with connections[alias].cursor() as cursor:
        cursor.execute(_NOW.format(live=live_sql, line=line_sql), [*live_params, *line_params])
        said, logo, dark, written, first_line = cursor.fetchone()
    parts: dict[str, Any] = {
        "logo": _logo(logo),
        "logo_dark": _logo(dark),
        "line": _line(first_line),
        "written": frozenset((each["language"], each["page"]) for each in map(_read, written)),
    }
    row = _read(said)
    if row is None:
        return Clinic(settings.CLINIC_NAME, settings.CLINIC_COUNTRY, **parts)
    words = {name: row[name] for name in _SAID}
    return Clinic(own_emergency_number=row["emergency_number"], **words, **parts)


def last_known() -> Clinic:
    """The clinic as this process last saw it, for a page that may ask the database nothing."""
    return _last.get(get_language() or settings.LANGUAGE_CODE) or by_the_settings()


def by_the_settings() -> Clinic:
    """What holds before anybody has set it up."""
    return Clinic(settings.CLINIC_NAME, settings.CLINIC_COUNTRY)


def unasked() -> dict[str, Any]:
    """What a template gets in place of the usual `clinic`, so that it asks the database nothing."""
    return {"clinic": last_known(), "no_site_pages": True}


def ask_again() -> None:
    """The clinic has changed: what this request knows of it is not true any more."""
    known = _this_request.get()
    if known is not None:
        known.clear()


def forget() -> None:
    """Know nothing of what was asked so far: for tests."""
    ask_again()
    _last.clear()
    _last_seen.clear()


@contextmanager
def remembered(seen: str) -> Iterator[None]:
    """Until this ends, the clinic is what it was for the last page that had `seen` the same of the site (the `site` of
    `shown_change.seen`): whatever changes it makes another answer.
    """
    token = _seen.set(seen)
    try:
        yield
    finally:
        _seen.reset(token)


@contextmanager
def asked_once() -> Iterator[None]:
    """Until this ends, the clinic is asked for once at most, and stays the same."""
    token = _this_request.set({})
    try:
        yield
    finally:
        _this_request.reset(token)


class AskedOnce:
    """The same for each request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with asked_once():
            return self.get_response(request)


def _remembered(language: str) -> Clinic | None:
    seen, known = _last_seen.get(language, ("", None))
    return known if seen and seen == _seen.get() else None


def _logo(found: Any) -> Logo | None:
    row = _read(found)
    return Logo(row["digest"], row["width"], row["height"]) if row else None


def _line(found: Any) -> CrisisLine | None:
    row = _read(found)
    return CrisisLine(**row) if row else None


def _read(found: Any) -> Any:
    """A row as the driver gives it: JSON that is still text, or nothing."""
    return json.loads(found) if isinstance(found, str) else found
