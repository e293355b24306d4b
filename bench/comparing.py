"""The comparison of two revisions of 3,000 words: usual edits, a rewrite, and pairs made to be slow."""

import random
from functools import partial

from articles.comparison import Words, compare
from bench.case import Case

BUDGET = 150
WORDS = [
    "sleep", "walk", "rest", "heart", "blood", "pressure", "doctor", "nurse", "clinic", "morning", "evening",
    "people", "often", "may", "help", "tired", "thirsty", "pain", "breath", "water", "food", "salt", "sugar",
    "light", "noise", "phone", "call", "visit", "week", "day", "month", "hour", "medicine", "tablet", "dose",
    "mild", "strong", "slow",
]  # fmt: skip


def words(count: int, seed: int) -> list[str]:
    """Made-up prose with a number every now and then."""
    dice = random.Random(seed)  # noqa: S311  the same prose each time is the point
    return [f"{dice.randint(1, 50)} mg" if dice.random() < 0.03 else dice.choice(WORDS) for _each in range(count)]


def article(text: list[str]) -> str:
    """Fifty paragraphs under headings, with a list and a table."""
    parts = [" ".join(text[at : at + 60]) for at in range(0, len(text), 60)]
    paragraphs = [
        f"<h2>Part {at}</h2><p>{part}</p>" if at % 6 == 0 else f"<p>{part}</p>" for at, part in enumerate(parts)
    ]
    rows = "".join(f"<tr><th>Age {age}</th><td>{age} mg</td></tr>" for age in range(1, 9))
    return "".join(paragraphs) + f"<table><tbody>{rows}</tbody></table><ul><li>Rest</li><li>Walk</li></ul>"


def edited(text: list[str], share: float) -> list[str]:
    dice = random.Random(5)  # noqa: S311
    return [dice.choice(WORDS) if dice.random() < share else word for word in text]


def case(name: str, old: str, new: str) -> Case:
    return Case(f"compare 3,000 words: {name}", BUDGET, partial(compare, Words(body=old), Words(body=new)))


TEXT = words(3_000, seed=1)
PARTS = [f"<p>{' '.join(TEXT[at : at + 60])}</p>" for at in range(0, len(TEXT), 60)]

CASES = (
    case("one word changed", article(TEXT), article([*TEXT[:-1], "changed"])),
    case("every tenth word changed", article(TEXT), article(edited(TEXT, 0.1))),
    case("every second word changed", article(TEXT), article(edited(TEXT, 0.5))),
    case("other words altogether", article(TEXT), article(words(3_000, seed=2))),
    case("all paragraphs the other way round", "".join(PARTS), "".join(PARTS[::-1])),
    case(
        "one paragraph, other words (pathological)", f"<p>{' '.join(TEXT)}</p>", f"<p>{' '.join(words(3_000, 3))}</p>"
    ),
    case(
        "four words over and over (pathological)",
        f"<p>{'a b c d ' * 750}</p>",
        f"<p>{'b d ' * 500}{'c a ' * 1_000}</p>",
    ),
    case("a thousand paragraphs (pathological)", "<p>a b c</p>" * 1_000, "<p>a b c</p><p>c b a</p>" * 500),
    case("nothing but numbers (pathological)", f"<p>{'5 mg 2 ' * 1_000}</p>", f"<p>{'10 mg 3 ' * 1_000}</p>"),
)
