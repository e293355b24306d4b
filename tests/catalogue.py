"""The catalogues of translated words: what the code and the templates say, and what each language makes of it.

`python -m tests.catalogue` brings every catalogue up to date. New words stand in it without a translation, and
tests/clinic_cms/test_languages.py fails until each has one.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALE: Final = ROOT / "clinic_cms" / "locale"
APPS: Final = ("clinic_cms", "articles", "comments")
LANGUAGES: Final = ("es",)

# What Django's own makemessages looks for, and where in each call the words stand.
_WORDS: Final[dict[str, tuple[int | tuple[int, str], ...] | None]] = {
    name + lazy: where
    for name, where in {
        "_": None,
        "L": None,
        "gettext": None,
        "gettext_noop": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for lazy in ("", "_lazy")
}
_CALL: Final = re.compile(r"\b(_|n?p?gettext)\(")
_STRING: Final = re.compile(r"\s*(u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"))\s*(,?)")


def gathered() -> Catalog:
    """Everything that the code and the templates say, in the order of the files."""
    catalog = Catalog(charset="utf-8")
    for path in sorted(_files()):
        name = str(path.relative_to(ROOT))
        for words, context in _in_template(path) if path.suffix in {".html", ".txt"} else _in_python(path):
            catalog.add(words, locations=[(name, 0)], context=context)
    return catalog


def catalogue(language: str) -> Catalog:
    """What is translated into a language, as it stands in the repository."""
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def compiled(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.mo"


def write(language: str, catalog: Catalog) -> None:
    """Put a catalogue where Django finds it: the words for people, and the same for the machine."""
    folder = LOCALE / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "django.po").open("wb") as file:
        write_po(file, catalog, width=0, include_lineno=False, omit_header=False, ignore_obsolete=True)
    with compiled(language).open("wb") as file:
        write_mo(file, catalog)


def bring_up_to_date(language: str) -> list[str]:
    """Put new words into a language's catalogue and take out those that are gone; what has no translation yet."""
    template = gathered()
    old = catalogue(language)
    new = Catalog(
        locale=language,
        charset="utf-8",
        header_comment="# PROJECT in another language. tests/catalogue.py keeps this file up to date.",
        project="clinic_cms",
        version="",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        creation_date=old.creation_date,
        revision_date=old.revision_date,
        fuzzy=False,
    )
    for message in template:
        if message.id:
            known = old.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
            new.add(
                message.id,
                known.string if known and known.id == message.id else None,
                locations=message.locations,
                flags={each for each in message.flags if each != "fuzzy"},
                context=message.context,
            )
    write(language, new)
    return missing(new)


def missing(catalog: Catalog) -> list[str]:
    """What has no translation."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalog
        if message.id and not all([message.string] if isinstance(message.string, str) else message.string or [""])
    ]


def _files() -> Iterator[Path]:
    for app in APPS:
        yield from (each for each in (ROOT / app).rglob("*.py") if "migrations" not in each.parts)
        yield from (each for each in (ROOT / app).rglob("templates/**/*") if each.suffix in {".html", ".txt"})
    yield from (each for each in (ROOT / "templates").rglob("*") if each.suffix in {".html", ".txt"})


def _in_python(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    with path.open("rb") as file:
        for _line, words, _comments, context in extract("python", file, keywords=_WORDS):
            yield words, context


def _in_template(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for call in _CALL.finditer(code):
        words, at, goes_on = [], call.end(), True
        while goes_on and (found := _STRING.match(code, at)):
            words.append(ast.literal_eval(found[1]))
            at, goes_on = found.end(), bool(found[2])
        context = words.pop(0) if "p" in call[1] else None
        yield (words[0], words[1]) if "n" in call[1] else words[0], context


if __name__ == "__main__":
    for each in LANGUAGES:
        left = bring_up_to_date(each)
        sys.stdout.write("".join(f"{each}: {words}\n" for words in left))
        sys.stdout.write(f"{each}: {len(left)} without a translation\n")
