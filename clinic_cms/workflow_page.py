"""Writes docs/workflow.md from the workflow table, so that the picture can't differ from the code."""

from articles.workflow import STEPS, Step
from clinic_cms.roles import LABELS, ROLES

HEAD = """# The workflow

Made from `articles/workflow.py` by `manage.py draw_workflow`; do not edit by hand.

```mermaid
stateDiagram-v2
    [*] --> draft
"""

MIDDLE = """```

*Sign off* leads to *signed off* with the last sign-off that the review asked for; until then the revision stays
*in review*. Standard risk asks for one editorial and one clinical sign-off, high risk for two clinical ones.
A page about the site in a topic of standard risk asks for the editorial one alone.

| action | from | to | who | |
|---|---|---|---|---|
"""


def workflow_page() -> str:
    """The page's text: a Mermaid diagram and a table, both from the workflow table and the roles."""
    edges = "".join(
        f"    {source.value} --> {step.target.value}: {step.action.label}\n"
        for step in STEPS.values()
        for source in sorted(step.sources)
    )
    return HEAD + edges + MIDDLE + "".join(map(_row, STEPS.values()))


def _row(step: Step) -> str:
    sources = ", ".join(sorted(str(source.label) for source in step.sources))
    cells = (step.action.label, sources, step.target.label, ", ".join(_who(step)), "; ".join(_extras(step)))
    return f"| {' | '.join(map(str, cells))} |\n"


def _who(step: Step) -> list[str]:
    roles = [str(LABELS[role]).lower() for role, has in ROLES.items() if has.intersection(step.permissions)]
    return [*roles, "the clock"] if step.clock else roles


def _extras(step: Step) -> list[str]:
    extras = {
        "a note is required": step.note_required,
        "a new draft opens with the same words": step.continues,
        "only inside another step": step.internal,
    }
    return [text for text, holds in extras.items() if holds]
