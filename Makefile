# Everything a person does with clinic_cms. Needs GNU make 4 and Python 3.11 or newer, nothing else.
# Only relative paths, so that a folder with spaces works.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: run dev test lint bench screenshots messages lock clean help

PYTHON ?= python3
PY := .venv/bin/python
# One line for each library, so that a slow network does not look like a standstill.
INSTALL := $(PY) -m pip install --require-hashes --progress-bar off
PROGRESS := sed -nE -e 's/^ *Collecting ([^ =;]+).*/  \1/p' -e 's/^Installing collected.*/  unpacking .../p'
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYTHONUNBUFFERED = 1

run: .venv/runtime.installed ## Start the clinic on http://127.0.0.1:8000 (PORT= changes the number); Ctrl-C stops it
	@exec $(PY) manage.py serve

dev: .venv/development.installed ## The same, and it restarts when a file changes
	@exec $(PY) manage.py serve --reload

test: .venv/development.installed ## Every test, on a throw-away PostgreSQL (ARGS="-k words" picks some)
	@exec $(PY) -m pytest $(ARGS)

lint: .venv/development.installed ## Style, types, templates, import order, migrations, deployment check
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m djlint templates --lint --quiet
	.venv/bin/lint-imports --no-cache
	@echo "Migrations complete? Settings fit for production?"
	@$(AS_IN_PRODUCTION) $(PY) -W "ignore:Got an error checking a consistent" manage.py makemigrations --check --dry-run
	@$(AS_IN_PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING

bench: .venv/development.installed ## How long the slow things take, next to what they may take (ARGS="words" picks some)
	@exec $(PY) -m bench $(ARGS)

screenshots: .venv/development.installed ## Walk the stories in Chromium and keep a picture of every step
	@$(PY) -m pytest -m browser tests/stories
	@echo "The pictures are in var/screenshots."

messages: .venv/development.installed ## Put what the code says now into the catalogues, and say what has no translation
	@$(PY) -m tests.catalogue

# The extras stay in the lock: without them pip refuses the file on the day a newer release of such a package appears.
lock: .venv/development.installed ## Renew the lock files in requirements/ from pyproject.toml
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header pyproject.toml \
		-o requirements/runtime.txt
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header pyproject.toml \
		--group dev -o requirements/development.txt

clean: ## Remove what was installed and built; your data in var/ stays
	rm -rf .venv build dist clinic_cms.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf htmlcov .coverage
	find manage.py clinic_cms articles comments bench tests -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## This list
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

# Settings that exist nowhere: these checks read the configuration and never reach a database.
AS_IN_PRODUCTION = DATABASE_URL=postgresql://nobody@localhost/never_used ALLOWED_HOSTS=clinic.example \
	SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(45))')"

# The stamps: an installation runs again only after its lock file changed.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "clinic_cms needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Making a place for the libraries in .venv (once) ..."
	@$(PYTHON) -m venv .venv \
		|| { echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

.venv/runtime.installed: requirements/runtime.txt | .venv/made
	@echo "Installing the libraries, each checked against its hash. The first time this takes about a minute ..."
	@$(INSTALL) -r requirements/runtime.txt | $(PROGRESS)
	@touch $@

.venv/development.installed: requirements/development.txt | .venv/made
	@echo "Installing the libraries and the test tools, each checked against its hash. The first time takes a few minutes ..."
	@$(INSTALL) -r requirements/development.txt | $(PROGRESS)
	@touch $@
