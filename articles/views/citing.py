"""Citing while one writes: what was pasted becomes rows of the list, and the library is searched. Nothing is saved."""

from typing import Any, Final

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.citing import pasted
from articles.citing.csl import Csl, fields_of
from articles.citing.pasted import Entry, Pasted
from articles.domain import library, looking_up
from articles.models import Source, SourceLookup
from articles.models.source import new_key
from articles.source_enums import LookupState
from articles.source_form import PasteForm
from articles.workflow import WRITE
from clinic_cms.shared.http import AuthenticatedRequest

MOST_FOUND: Final = 20
MOST_ROWS: Final = 200


@require_POST
@permission_required(WRITE, raise_exception=True)
def read(request: AuthenticatedRequest) -> HttpResponse:
    """What was pasted, entry by entry, as the fields of rows; `left` is what could not be used."""
    form = PasteForm(request.POST, request.FILES)
    if not form.is_valid():
        reasons = [str(reason) for errors in form.errors.values() for reason in errors]
        return JsonResponse({"problem": " ".join(reasons)}, status=422)
    found = form.found()
    entries = [_entry(entry, values, request) for entry, values in rows_of(found)]
    left = "\n".join(entry.told for entry in found.refused)
    return JsonResponse({"problem": found.problem, "entries": entries, "left": left})


@require_safe
@permission_required(WRITE, raise_exception=True)
def find(request: AuthenticatedRequest) -> HttpResponse:
    """The sources of the library that fit `?q=`, the last changed first."""
    sources = Source.objects.matching(request.GET.get("q", "")[:100]).order_by("-changed_at", "-pk")[:MOST_FOUND]
    return JsonResponse({"sources": [_choice(source) for source in sources]})


@require_safe
@permission_required(WRITE, raise_exception=True)
def lookups(request: AuthenticatedRequest) -> HttpResponse:
    """How far one's own question to Crossref has come, and what was answered."""
    number = request.GET.get("id", "")
    asked = SourceLookup.objects.filter(asked_by=request.user)
    lookup = asked.filter(pk=number).first() if number.isascii() and number.isdigit() and len(number) < 18 else None
    if lookup is None:
        return JsonResponse({"state": LookupState.FAILED, "problem": _("Nobody asked this.")}, status=404)
    values = fields_of(lookup.csl) if lookup.csl else {}
    return JsonResponse({"state": lookup.state, "problem": lookup.problem, "values": values})


def rows_of(found: Pasted) -> list[tuple[Entry, dict[str, Any]]]:
    """Each entry with the values of its row: what the library says of it where the library has it."""
    names = [library.names_of(entry.csl) if entry.csl else {} for entry in found.entries]
    here = library.shelf([], names)
    return [(entry, _values(entry.csl, here.named(name))) for entry, name in zip(found.entries, names, strict=True)]


def with_pasted(data: QueryDict) -> tuple[QueryDict, Pasted]:
    """The form as it was posted, with a row for each source that was pasted; what is of no use stays in the box."""
    text, total = str(data.get("pasted", "")), str(data.get("references-TOTAL_FORMS", ""))
    found, more = pasted.read(text), data.copy()
    place = min(int(total[:4]), MOST_ROWS) if total.isascii() and total.isdecimal() else 0
    for entry, values in rows_of(found):
        if entry in found.usable and place < MOST_ROWS:
            for name, value in values.items():
                more[f"references-{place}-{name}"] = "" if value is None else str(value)
            place += 1
    more["references-TOTAL_FORMS"] = str(place)
    more["pasted"] = text if found.problem else "\n".join(entry.told for entry in found.refused)
    return more, found


def _entry(entry: Entry, values: dict[str, Any], request: AuthenticatedRequest) -> dict[str, Any]:
    asked = None
    if entry.csl and not entry.problems and not values.get("title"):
        asked = looking_up.ask(entry.csl.get("DOI", ""), by=request.user)
    missing = [] if values.get("title") else entry.missing
    return {
        "told": entry.told,
        "problems": entry.problems,
        "missing": missing,
        "values": values,
        "lookup": asked.pk if asked else None,
    }


def _values(csl: Csl | None, known: Source | None) -> dict[str, Any]:
    if known:
        return {"source": known.key, **library.fields_of_source(known)}
    return {"source": new_key(), **fields_of(csl)} if csl else {}


def _choice(source: Source) -> dict[str, Any]:
    values = {"source": source.key, **library.fields_of_source(source)}
    line = " · ".join(str(values[name]) for name in ("authors", "container", "year") if values[name])
    flag = source.get_status_display() if source.is_flagged else ""
    return {"key": source.key, "title": str(source), "line": line, "flag": flag, "values": values}
