"""The page of the documentation is the rules'."""

from pathlib import Path

from articles.checks import RULES
from articles.checks.page import checks_page

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"


def test_the_documentation_lists_the_rules_as_they_are():
    """To renew it, write `checks_page()` to the file."""
    assert PAGE.read_text(encoding="utf-8") == checks_page()


def test_every_rule_is_on_it_once_with_an_example_that_fits_a_line():
    rows = [line for line in checks_page().splitlines() if line.startswith("| **")]

    assert [row.split("**")[1] for row in rows] == [rule.id for rule in RULES]
    assert all(len(row.split(" | ")) == 7 and len(row.split(" | ")[3]) < 95 for row in rows)
