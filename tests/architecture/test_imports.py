"""Imports run one way (docs: architecture), and the checker that says so is itself shown to fail."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("articles", "comments", "clinic_cms")
KNOWS_NO_REQUEST = ("django.http", "django.shortcuts", "django.views", "django.forms", "django.contrib.messages")


def test_imports_run_one_way():
    result = check_imports(ROOT)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("articles/rules.py", "articles.models"),
        ("articles/enums.py", "comments.models"),
        ("articles/models/topic.py", "articles.domain.drafting"),
        ("articles/domain/readiness.py", "articles.views"),
        ("articles/domain/readiness.py", "clinic_cms.roles"),
        ("comments/models/__init__.py", "articles.domain.publishing"),
        ("clinic_cms/shared/refusal.py", "articles.enums"),
    ],
)
def test_a_deliberate_violation_is_found(tmp_path, module, forbidden):
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a") as file:
        file.write(f"\nimport {forbidden}\n")

    result = check_imports(tmp_path)

    assert result.returncode == 1, result.stdout
    source = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert f"{source} -> {forbidden}" in result.stdout


def test_a_domain_knows_no_request():
    modules = [path for app in ("articles", "comments") for path in (ROOT / app / "domain").glob("*.py")]

    names = {name for path in modules for name in imported(path.read_text())}

    assert {name for name in names if name.startswith(KNOWS_NO_REQUEST)} == set()


def test_a_request_in_the_domain_would_be_found():
    assert imported("def late():\n    from django.http import HttpRequest") == {"django.http"}


def check_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import linter, as `make lint` does, on the packages in `folder`."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def imported(source: str) -> set[str]:
    """The modules that `source` imports, wherever it does."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
