"""EVD-04 to EVD-08: the list of references itself."""

import re
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks.facts import Facts, SourceFacts
from articles.checks.identifiers import is_doi, is_isbn, is_pmid
from articles.checks.reading import Reading
from articles.checks.rule import EVERY, Hit, Rule, example
from articles.enums import Severity

_OLD_STUDY: Final = 5  # years
_OLD_DATA: Final = 10
_CLINICAL: Final = ("journal_article", "guideline")
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")


def _incomplete(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for source, start, end in facts.lines():
        wrong = [
            (source.doi and not is_doi(source.doi), _("its DOI is not one (it looks like 10.1001/jama.2024.1)")),
            (source.pmid and not is_pmid(source.pmid), _("its PubMed number is not one (up to 8 digits)")),
            (source.isbn and not is_isbn(source.isbn), _("its ISBN has a wrong digit")),
            (not source.title.strip(), _("it has no title")),
        ]
        missing = [
            (not _YEAR.fullmatch(source.year), _("it has no year")),
            (
                source.kind == "journal_article" and not (source.doi or source.pmid),
                _("a journal article needs its DOI or PubMed number"),
            ),
        ]
        for severity, problems in ((Severity.BLOCK, wrong), (Severity.WARN, missing)):
            for said in (said for is_so, said in problems if is_so):
                message = _("Reference %(position)d can't be looked up as it is: %(problem)s.")
                values = {"position": source.position, "problem": said}
                yield Hit("references", start, end, message % values, severity=severity)


def _retracted(reading: Reading, facts: Facts) -> Iterator[Hit]:
    said = {
        "retracted": _("Reference %(position)d was retracted. Take it out, and everything that rests on it."),
        "withdrawn": _("Reference %(position)d was withdrawn. Take it out, and everything that rests on it."),
        "concern": _(
            "The journal has published a concern about reference %(position)d. Read it, and find a better source."
        ),
        "corrected": _("Reference %(position)d was corrected. Check that what you say of it is still so."),
    }
    for source, start, end in facts.lines():
        if message := said.get(source.status):
            is_mild = source.status == "corrected"
            yield Hit(
                "references",
                start,
                end,
                message % {"position": source.position},
                severity=Severity.WARN if is_mild else Severity.BLOCK,
                overridable=source.status not in ("retracted", "withdrawn"),
            )


def _stale(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if facts.today is None:
        return
    years = [int(each.year) for each in facts.references if each.kind in _CLINICAL and _YEAR.fullmatch(each.year)]
    if years and max(years) < facts.today.year - _OLD_STUDY:
        yield Hit(
            "references",
            0,
            0,
            _("The newest study or guideline here is from %(year)d. Look for newer ones, and for those that disagree.")
            % {"year": max(years)},
            basis=f"{max(years)} {facts.today.year}",
        )
    for source, start, end in facts.lines():
        year = source.data_year
        is_old = _YEAR.fullmatch(year) and int(year) < facts.today.year - _OLD_DATA
        if is_old and year not in reading.body.text:
            yield Hit(
                "references",
                start,
                end,
                _("The figures of reference %(position)d are from %(year)s. Say so in the text, or find newer ones.")
                % {"position": source.position, "year": year},
            )


def _unresolved(reading: Reading, facts: Facts) -> Iterator[Hit]:
    known = {each.position for each in facts.references}
    for marker in reading.citations:
        if marker.number not in known:
            message = _("This marker points to reference %(number)d, which is not in the list. Cite one that is.")
            if not marker.number:
                message = _("This marker has lost its source. Cite the source again, or take the marker out.")
            yield Hit("body", marker.start, marker.end, message % {"number": marker.number})
    cited = {marker.number for marker in reading.citations}
    seen: dict[str, int] = {}
    for source, start, end in facts.lines():
        if source.position not in cited:
            message = _("Reference %(position)d is never cited. Cite it where it belongs, or take it out.")
            yield Hit("references", start, end, message % {"position": source.position}, severity=Severity.WARN)
        for name in (f"doi {source.doi.lower()}" if source.doi else "", f"pmid {source.pmid}" if source.pmid else ""):
            if name and seen.setdefault(name, source.position) != source.position:
                message = _("References %(first)d and %(second)d are the same source. Keep one of them.")
                values = {"first": seen[name], "second": source.position}
                yield Hit("references", start, end, message % values, severity=Severity.WARN)
                break


def sources(**changes: object) -> dict[str, tuple[SourceFacts, ...]]:
    values: dict[str, object] = {
        "position": 1, "title": "A study", "year": "2024", "doi": "10.1016/S0006-3223(99)00230-9", "study_type": "rct",
        "participants": 200, **changes,
    }  # fmt: skip
    return {"references": (SourceFacts(**values),)}  # type: ignore[arg-type]


RULES: Final = (
    Rule(
        id="EVD-04",
        languages=EVERY,
        severity=Severity.BLOCK,
        lighter=Severity.WARN,
        title=gettext_lazy("A reference that is incomplete, or whose identifier can't be right"),
        why=gettext_lazy("A source that can't be found can't be checked."),
        source="ICMJE; DOI Handbook",
        find=_incomplete,
        must=(
            example("It helps [1].", "a DOI of 10.1001/", **sources(doi="10.1001/")),
            example("It helps [1].", **sources(year="")),
            example("It helps [1].", **sources(doi="", pmid="")),
            example("It helps [1].", **sources(pmid="PMID 2474")),
            example("It helps [1].", **sources(kind="book", doi="", isbn="978-0-306-40615-8")),
            example("It helps [1].", **sources(title=" ")),
        ),
        must_not=(
            example("It helps [1].", **sources()),
            example("It helps [1].", **sources(doi="", pmid="24740528")),
            example("It helps [1].", **sources(kind="book", doi="", isbn="978-0-306-40615-7")),
            example("It helps [1].", **sources(kind="agency_page", doi="", url="https://www.cdc.gov/")),
        ),
    ),
    Rule(
        id="EVD-05",
        languages=EVERY,
        severity=Severity.BLOCK,
        lighter=Severity.WARN,
        title=gettext_lazy("A reference that was retracted or withdrawn, or that a concern was published about"),
        why=gettext_lazy("Advice must not rest on a study that its own journal no longer stands by."),
        source="Crossref and Retraction Watch; ICMJE",
        find=_retracted,
        must=(
            example("It helps [1].", "a reference that was retracted", **sources(status="retracted")),
            example("It helps [1].", **sources(status="withdrawn")),
            example("It helps [1].", **sources(status="concern")),
        ),
        must_not=(example("It helps [1].", **sources()),),
    ),
    Rule(
        id="EVD-06",
        languages=EVERY,
        severity=Severity.WARN,
        title=gettext_lazy("Old evidence: nothing newer than five years, or figures older than ten"),
        why=gettext_lazy("A later trial may have found the opposite."),
        source="NHS Standard §2, “check the evidence every time you review”; JAMA benchmarks, currency",
        find=_stale,
        must=(
            example("It helps [1].", "a newest study of 2014", **sources(year="2014")),
            example("About 7 in 100 have it [1].", **sources(data_year="2003")),
        ),
        must_not=(
            example("It helps [1].", **sources(year="2023")),
            example("In 2003, about 7 in 100 had it [1].", **sources(data_year="2003")),
            example("It helps [1].", **sources(year="2014"), today=None),
        ),
    ),
    Rule(
        id="EVD-07",
        languages=EVERY,
        severity=Severity.BLOCK,
        lighter=Severity.WARN,
        title=gettext_lazy("A marker without its reference; a reference nobody cites, or listed twice"),
        why=gettext_lazy("Every marker leads the reader to a source, and every source says what it is for."),
        source="HONcode principle 4; DISCERN 4",
        find=_unresolved,
        must=(
            example("It helps [1] [4].", "It helps [4]. (of three references)"),
            example("It helps."),
            example("<p>It helps [1]<sup><a href='#ref-0'>?</a></sup>.</p>"),
            example(
                "It helps [1] [2].",
                references=(SourceFacts(position=1, doi="10.1000/A"), SourceFacts(position=2, doi="10.1000/a")),
            ),
        ),
        must_not=(example("It helps [1]."), example("No source is needed here.", references=())),
    ),
)
