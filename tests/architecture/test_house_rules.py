"""Rules of the house that no linter knows. Each failure names the file, and the rule is the test's name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("articles", "comments", "clinic_cms")
CODE = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
MIGRATIONS = [path for path in CODE if path.parent.name == "migrations" and path.name != "__init__.py"]
MODULES = [path for path in CODE if path not in MIGRATIONS]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PROSE = ROOT / "clinic_cms" / "demonstration"  # articles, not code: as long as they are
DATA = r"[^>]*application/(ld\+)?json"
INLINE = re.compile(rf"<style|\sstyle=|\son[a-z]+=\"|javascript:|<script(?![^>]*\bsrc=)(?!{DATA})", re.IGNORECASE)


def test_there_is_something_to_check():
    assert len(MODULES) > 50
    assert len(TEMPLATES) > 30


def test_a_module_fits_in_the_head():
    long = [path for path in MODULES if PROSE not in path.parents and len(path.read_text().splitlines()) > 250]

    assert [where(path) for path in long] == []


def test_nobody_listens_to_signals():
    assert (
        where_imported(r"(django\.db\.models|django\.core|django\.contrib\.auth)\.signals.*|django\.dispatch.*") == []
    )


def test_there_are_no_generic_foreign_keys():
    assert where_imported(r"django\.contrib\.contenttypes\.fields.*") == []


def test_the_editor_sits_behind_one_seam():
    assert where_imported(r"ckeditor.*") == ["articles/editor.py"]


def test_html_is_trusted_in_one_filter_only():
    assert where_written(r"\b(mark_safe|SafeString|SafeText)\b") == ["articles/templatetags/richtext.py"]


def test_templates_do_not_trust_html_by_themselves():
    assert [where(path) for path in TEMPLATES if re.search(r"\|\s*safe\b|autoescape\s+off", path.read_text())] == []


def test_only_the_domain_moves_a_status():
    movers = [path for path in MODULES if path.parent.name != "domain" and list(status_writes(path))]

    assert [where(path) for path in movers] == []


def test_a_migration_says_what_it_does():
    unnamed = [path for path in MIGRATIONS if "_auto_" in path.name or not re.match(r"\d{4}_[a-z]", path.name)]

    assert [where(path) for path in unnamed] == []


def test_templates_carry_no_inline_style_or_script():
    assert [where(path) for path in TEMPLATES if INLINE.search(path.read_text())] == []


def test_nothing_is_removed_by_a_path_from_the_settings():
    code = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
    removes = [path for path in code if re.search(r"\brmtree\b", path.read_text()) and path != Path(__file__)]

    assert [where(path) for path in removes] == ["tests/throwaway_postgres.py"]


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def where_written(pattern: str) -> list[str]:
    return [where(path) for path in MODULES if re.search(pattern, path.read_text())]


def where_imported(pattern: str) -> list[str]:
    return [where(path) for path in MODULES if any(re.fullmatch(pattern, name) for name in imports(path))]


def imports(path: Path) -> list[str]:
    """Every module and every name out of a module that the file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    named = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return plain + [f"{node.module}.{alias.name}" for node in named for alias in node.names]


def status_writes(path: Path) -> Iterator[ast.AST]:
    """Assignments to `.status` on anything, and `update(status=...)`."""
    for node in ast.walk(ast.parse(path.read_text())):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Attribute) and target.attr == "status" for target in targets) or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("update", "create", "bulk_create")
            and any(keyword.arg == "status" for keyword in node.keywords)
        ):
            yield node
