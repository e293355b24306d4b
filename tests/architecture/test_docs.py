from pathlib import Path

from clinic_cms.workflow_page import workflow_page

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def test_the_drawn_workflow_is_the_one_in_the_code():
    assert (DOCS / "workflow.md").read_text(encoding="utf-8") == workflow_page()
