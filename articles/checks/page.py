"""The page of the documentation that lists the rules, drawn from the rules themselves."""

from typing import Final

from articles.checks.registry import NEVER_OVERRIDABLE, RULES, RULESET_VERSION
from articles.checks.rule import Example, Rule

_GROUPS: Final = {
    "CLM": "Claims",
    "DRG": "Medicines",
    "EVD": "Evidence",
    "GOV": "Who answers for it",
    "HTM": "The page",
    "LNG": "Languages",
    "RDB": "Plain words",
    "SAF": "Safety",
}
_OPENING: Final = """# The clinical checks

While you write, the checks read along. Each finding says which words it is about, why, and what to do.

- **block**: the article can't be submitted or published until it is mended.
- **warn**: look at it; it may be right as it is.
- **info**: good to know.

A clinical reviewer may let a blocking finding stand, with a reason, one finding at a time. That holds for as long as
the sentence stands, and not a moment longer: change a word of it and the finding is back. Rules marked *never
overridden* have no such way. (Of EVD-05 that is so for what was retracted or withdrawn.)

The checks read words; they don't understand them. They are made to be quiet, so what they find is worth a look, and
they miss much that a reviewer sees. Nothing here replaces a sign-off. Where the words or the server make them too slow,
they stop, and say so with the finding CHK-01, which blocks: what was not looked at is not without problems.

A figure or a study needs its source in the same sentence or paragraph; in a table the whole row shares its sources.
What medicines are approved for, and which crisis lines are active, comes from the clinic's own lists.

The reading grade is Flesch-Kincaid's, with SMOG beside it, over a table of syllables made of the CMU Pronouncing
Dictionary. Grades of other programs differ by up to two: compare only grades of the same version.

A Spanish article has no school grade. It has Szigriszt-Pazos' index, with what the INFLESZ scale says of it
(Barrio-Cantalejo and others, 2008, with texts for patients): a higher number is easier, and from 55 on it is normal.

Each article is read in its own language. The last column says which a rule reads: English and Spanish, or any, where
what it looks at is no matter of language. What could not be read is told (LNG-01), never passed over. What a finding
says is in the language of the page; what it suggests is words for the article, in the article's.
"""


def checks_page() -> str:
    """The whole of `docs/checks.md`."""
    parts = [_OPENING.strip(), f"Ruleset {RULESET_VERSION}: {len(RULES)} rules."]
    for prefix, name in _GROUPS.items():
        rows = [_row(rule) for rule in RULES if rule.id.startswith(prefix)]
        head = ["| rule | finds | | for example | why | source | reads |", "|---|---|---|---|---|---|---|"]
        parts.append("\n".join([f"## {name}", "", *head, *rows]))
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    severity = str(rule.severity.value) + (f" / {rule.lighter.value}" if rule.lighter else "")
    fixed = ", never overridden" if rule.id in NEVER_OVERRIDABLE else ""
    reads = " ".join(sorted(rule.languages)) or "any"
    cells = (
        f"**{rule.id}**",
        str(rule.title),
        severity + fixed,
        _shown(rule.must[0]),
        str(rule.why),
        rule.source,
        reads,
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _shown(example: Example) -> str:
    return example.shown or f"`{example.words}`"
