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


def test_templates_trust_only_html_that_libraries_made():
    trusting = [path for path in TEMPLATES if re.search(r"\|\s*safe\b|autoescape\s+off", path.read_text())]

    # the hints that Django's own forms carry, and the QR code that django-allauth draws
    assert [where(path) for path in trusting] == [
        "templates/django/forms/field.html",
        "templates/mfa/totp/activate_form.html",
    ]


def test_only_the_domain_moves_a_status():
    movers = [path for path in MODULES if path.parent.name != "domain" and list(status_writes(path))]

    assert [where(path) for path in movers] == []


def test_a_migration_says_what_it_does():
    unnamed = [path for path in MIGRATIONS if "_auto_" in path.name or not re.match(r"\d{4}_[a-z]", path.name)]

    assert [where(path) for path in unnamed] == []


def test_templates_carry_no_inline_style_or_script():
    assert [where(path) for path in TEMPLATES if INLINE.search(path.read_text())] == []


def test_only_a_folder_of_ones_own_making_is_removed():
    code = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]

    assert [where(path) for path in code if path != Path(__file__) and removes_what_it_did_not_make(path)] == []


def removes_what_it_did_not_make(path: Path) -> bool:
    """Whether the file calls rmtree on more than a plain name, or makes no temporary folder itself."""
    source = path.read_text()
    removed = re.findall(r"rmtree\((.*)\)", source)
    return any(not re.fullmatch(r"(self\.)?\w+", each) for each in removed) or bool(
        removed and "mkdtemp(" not in source
    )


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
        number = isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)  # an answer's HTTP status
        targets = node.targets if isinstance(node, ast.Assign) and not number else []
        if any(isinstance(target, ast.Attribute) and target.attr == "status" for target in targets) or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("update", "create", "bulk_create")
            and any(keyword.arg == "status" for keyword in node.keywords)
        ):
            yield node
