"""What the demonstration is made of. Pure data: nothing here knows of Django or of a database."""

from dataclasses import dataclass, field
from typing import Literal

Role = Literal["editor", "clinician", "publisher", "moderator", "privacy_officer", "administrator"]
Risk = Literal["standard", "high"]
ReferenceKind = Literal["journal_article", "guideline", "agency_page", "book"]
ArticleState = Literal[
    "draft",
    "in_review",
    "returned",
    "signed_off",
    "scheduled",
    "published",
    "published_with_update_in_review",
    "withdrawn",
]
ArticleKind = Literal["treatment", "condition", "news", "service"]
CommentState = Literal["pending", "approved", "rejected", "spam"]
Reason = Literal[
    "", "spam", "abuse", "personal_data", "medical_advice", "unsafe", "off_topic", "undisclosed_affiliation"
]


@dataclass(frozen=True, slots=True)
class Credential:
    """A license or certificate, dated from the day the demonstration is built so that it never goes stale."""

    title: str
    issuer: str
    number: str
    verified_days_ago: int
    valid_days: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at the clinic. Everybody here is made up."""

    username: str
    full_name: str
    honorific: str
    job_title: str
    job_title_es: str
    role: Role
    bio: str
    email: str
    credentials: tuple[Credential, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A shelf of the library. `risk` decides how many people must sign its articles off, and how long a review holds
    where `review_months` does not.
    """

    slug: str
    name: str
    description: str
    risk: Risk
    review_months: int | None = None
    translations: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that exists. An identifier is empty rather than guessed; `checked` is the ISO date we read it."""

    kind: ReferenceKind
    authors: str
    title: str
    container: str
    year: str
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""
    study_type: str = ""
    participants: int | None = None
    population: str = ""
    checked: str = "2026-10-05"


@dataclass(frozen=True, slots=True)
class Update:
    """New words for an article that is live: the whole body, and who has signed it off so far."""

    body: str
    change_note: str
    signed_off_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typo:
    """A slip in words that went live, mended the same day: what stood there, what the body says, who signed it off."""

    wrong: str
    right: str
    change_note: str
    signed_off_by: str


@dataclass(frozen=True, slots=True)
class ComingDown:
    """That a scheduled article is planned to come down again, so many days after the demonstration is built."""

    in_days: int
    reason: str
    notice: str


@dataclass(frozen=True, slots=True)
class LetStand:
    """A finding of the checks that its author asked about, and that a clinician lets stand."""

    rule: str
    asked: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A discussion of words of an article: who opened it on which words, who said what after, who resolved it."""

    opened_by: str
    quote: str
    text: str
    replies: tuple[tuple[str, str], ...] = ()
    resolved_by: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of `demonstration/pictures.py` as an article shows it: at its top, or above one of its headings."""

    drawing: Literal["night", "cuff", "path"]
    alt: str
    caption: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A patient's words as an article has them, and where the signed authorization would be kept."""

    quote: str
    paper: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article and how far it has come.

    `audience`, `need` and `main_message` are its brief. A machine drafted these words, and the desk says so.
    `signed_off_by` names who signs off, in order, up to its state; empty for a draft. `note` is what the reviewer
    (returned) or the publisher (withdrawn) wrote for colleagues; `reader_notice` is what readers of a withdrawn article
    see. `scheduled_in_days` counts from the day the demonstration is built; everything happened `days_ago` before it.
    `claimed_by` reads what is in review right now; `followed_by` are told of whatever happens to it later.
    """

    slug: str
    topic: str
    author: str
    title: str
    summary: str
    body: str
    references: tuple[Reference, ...]
    interests: str
    state: ArticleState
    change_note: str
    kind: ArticleKind
    audience: str
    need: str
    main_message: str
    signed_off_by: tuple[str, ...] = ()
    note: str = ""
    reader_notice: str = ""
    scheduled_in_days: int = 0
    days_ago: int = 0
    comes_down: ComingDown | None = None
    update: Update | None = None
    threads: tuple[Thread, ...] = ()
    let_stand: tuple[LetStand, ...] = ()
    mended: Typo | None = None
    claimed_by: str = ""
    followed_by: tuple[str, ...] = ()
    lead: Picture | None = None
    figure: Picture | None = None
    story: Story | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the clinic says to a comment; with a source it is a correction."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reader wrote under a published article, and what became of it. `reason` is for rejected ones; `answers`
    names whose comment it is a reply to, and `then` what happened once it was up and had been answered.
    """

    article: str
    name: str
    body: str
    state: CommentState = "approved"
    reason: Reason = ""
    answers: str = ""
    said: Said | None = None
    then: Literal["", "withdrawn", "removed", "reported"] = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """An article in another language, live: `of` is the address of the one it translates, `translator` its author."""

    of: str
    language: str
    translator: str
    title: str
    summary: str
    body: str
    interests: str
    change_note: str
    signed_off_by: tuple[str, ...]
