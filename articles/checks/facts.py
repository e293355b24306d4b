"""What the checks are told besides the words: plain values, each with a default that lets nothing through unseen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """One reference. `status` is "ok", "corrected", "concern", "retracted" or "withdrawn"; `participants` is None where
    nobody has filled it in. `data_year` is the year that the figures are of, where it differs.
    """

    position: int
    kind: str = "journal_article"
    title: str = ""
    container: str = ""
    year: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    url: str = ""
    study_type: str = ""
    participants: int | None = None
    population: str = ""
    status: str = "ok"
    data_year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrugFacts:
    """A medicine and what it is for. Conditions are named as `ConditionFacts.name` names them.

    `schedule` is "I" to "V" for a controlled drug, else empty.
    """

    name: str
    synonyms: tuple[str, ...] = ()
    schedule: str = ""
    controlled: bool = False
    approved: tuple[str, ...] = ()
    off_label: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.synonyms)

    @property
    def is_controlled(self) -> bool:
        return self.controlled or bool(self.schedule)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionFacts:
    name: str
    synonyms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.synonyms)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """A help line: its number as digits alone, and as it is written. `is_text` says that one texts it, `word` which
    word; `then` is what a caller presses. `language` is the one it is told in, `for_all` that it is for no group alone.
    """

    digits: str
    active: bool = True
    written: str = ""
    is_text: bool = False
    word: str = ""
    then: str = ""
    language: str = ""
    for_all: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFacts:
    """Something the clinic sells: how articles name it, and the sentence that says so."""

    name: str
    sentence: str
    synonyms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.synonyms)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """A picture of the article. `consent_valid` speaks of today."""

    src: str
    alt: str = ""
    decorative: bool = False
    depicts_patient: bool = False
    consent_valid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFacts:
    """A patient's story or words in the article, and whether a written authorization for them is valid today."""

    quote: str
    authorised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFacts:
    """How the editor calls a change of live words ("typo", "editorial", "clinical" or "clinical-error"), the least that
    it is, the protected words it touches, and whether readers get a notice of it.
    """

    label: str
    least: str = ""
    protected: tuple[str, ...] = ()
    has_notice: bool = False


# What a reader of the clinic's country knows as such, or knows better than what it stands for.
KNOWN_ABBREVIATIONS = frozenset(
    "US USA UK EU UN HIV AIDS DNA RNA AM PM TV ID FAQ PDF OK COVID SARS ZIP CEO AA MD PHD RN DO"
    " EE UU EEUU VIH SIDA ADN ARN UE ONU".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything about a revision that its words do not say. `kind` is "treatment", "condition", "news", "service" or
    empty; `ai_assistance` is "none", "draft", "edit", "translate" or empty. `is_site_page` says that the words
    are about the site and not about health. `language` is that of the words. `signed_clinically` is None as long as no
    sign-off is asked for yet. `today` is None where dates are not to be judged.
    """

    language: str = "en"
    title: str = ""
    summary: str = ""
    byline: str = ""
    author_role: str = ""
    interests: str = ""
    disclaimer: str = ""
    kind: str = ""
    is_site_page: bool = False
    audience: str = ""
    ai_assistance: str = ""
    references: tuple[SourceFacts, ...] = ()
    drugs: tuple[DrugFacts, ...] = ()
    conditions: tuple[ConditionFacts, ...] = ()
    crisis_lines: tuple[CrisisLine, ...] = ()
    clinic_phones: tuple[str, ...] = ()
    services: tuple[ServiceFacts, ...] = ()
    signed_clinically: bool | None = None
    review_months: int | None = None
    next_review_due: date | None = None
    change: ChangeFacts | None = None
    pictures: tuple[PictureFacts, ...] = ()
    stories: tuple[StoryFacts, ...] = ()
    dead_links: tuple[str, ...] = ()
    own_hosts: tuple[str, ...] = ()
    known_abbreviations: frozenset[str] = field(default=KNOWN_ABBREVIATIONS)
    today: date | None = None

    @property
    def reference_list(self) -> str:
        """The references as one text, a line each: what a finding about a reference points into."""
        return "\n".join(reference_line(each) for each in self.references)

    def lines(self) -> "Iterator[tuple[SourceFacts, int, int]]":
        """Each reference with where its line stands in `reference_list`."""
        at = 0
        for each in self.references:
            end = at + len(reference_line(each))
            yield each, at, end
            at = end + 1


def reference_line(source: SourceFacts) -> str:
    parts = (
        f"{source.position}. {source.title}",
        source.container,
        source.year,
        source.doi or source.pmid or source.url,
    )
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())
