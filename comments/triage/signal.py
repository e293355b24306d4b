"""What the detectors say, and what they are told about the clinic."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from comments.triage.folding import Reading

Source = Literal["body", "name"]

CHECK_FAILED: Final = "check_failed"
CODES: Final = (
    "crisis",
    "abuse",
    "unsafe_detail",
    "personal_data",
    "adverse_event",
    "advice_request",
    "drug_selling",
    "misinformation",
    "testimonial",
    "link",
    "spam",
    CHECK_FAILED,
)
# Lines for people in danger: to write one of them is help, not a personal detail.
HELPLINES: Final = frozenset(
    """
    911 112 999 000 111 988 741741 85258 116123 116111 116117 135 131114 1300224636 18006624357 18002738255 18007997233
    18886287454 18884737392 18003321088 18002221222 18006564673 024 016 061 017 8002453 8004448 08001110123 08000684141
    08082000247 0800543354 0508828865 1737 18007842433
    """.split()  # noqa: SIM905  a list of numbers reads best as numbers
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the detectors know of the clinic and the article; every part may be left out.

    `medicines` come on top of the package's own; `own_phones` are the clinic's numbers, in any way of writing.
    """

    medicines: frozenset[str] = frozenset()
    clinic_names: tuple[str, ...] = ()
    country: str = "US"
    own_phones: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signal:
    """A reason to look closely, and the place in the text as stored: `text[start:end]`. `detail` is the sub-kind.

    A signal is advice to a moderator. It never decides anything.
    """

    code: str
    start: int
    end: int
    detail: str = ""
    source: Source = "body"


class Found(NamedTuple):
    """A place in the folded text, as the detectors see it."""

    start: int
    end: int
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A question to the words, with sentences that it must find, by detail, and sentences that it must let stand."""

    name: str
    code: str
    find: "Callable[[Reading, Facts], Iterator[Found]]"
    hits: Mapping[str, tuple[str, ...]]
    misses: tuple[str, ...]
    reads_names: bool = True
