# Teladan. `make` alone says what there is. Needs Python 3.11, git and make; everything else is fetched by locks.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8000
PEOPLE ?=
RESET ?=
ARGS ?=
BIN := .venv/bin
PYTHON := $(BIN)/python
TELADAN := $(PYTHON) -m teladan.site.program
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm
VAR := $(if $(TELADAN_VAR),$(TELADAN_VAR),var)

INSTALLED := .venv/.installed
FRONTEND := static-build/.built
COLLECTED := $(VAR)/static/.collected
FRONTEND_SOURCES := $(shell find frontend -type f) package.json package-lock.json
STATIC_SOURCES := $(shell find src -path '*/static/*' -type f)

# Run a benchmark and gather the page of all, also when a limit is broken: then it fails after that.
bench = status=0; $(PYTHON) bench/$(1).py $(ARGS) || status=$$?; $(PYTHON) tools/benchmarks.py; exit $$status

.PHONY: help install frontend demo demo-reset test lint format messages lock bench-law bench-nation bench-intake bench-pages bench-day bench-oracle bench-kill mutate fuzz-api real clean

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

install: $(INSTALLED) ## Virtual environment with everything pinned in requirements.lock

$(INSTALLED): requirements.lock tools/install.sh
	@sh tools/install.sh
	@touch $@

frontend: $(FRONTEND) ## Style sheet, fonts and scripts from npm

$(FRONTEND): $(FRONTEND_SOURCES) | $(INSTALLED)
	@echo "Front end: packages pinned in package-lock.json, then the style sheet"
	@$(NPM) ci --silent
	@$(NPM) run --silent build
	@touch $@

$(COLLECTED): $(FRONTEND) $(INSTALLED) $(STATIC_SOURCES)
	@$(TELADAN) collectstatic --noinput --verbosity 0
	@touch $@

demo: $(COLLECTED) ## Lapas Kupang as a living facility on http://127.0.0.1:8000/ (PORT=8001, PEOPLE=5000)
	@TELADAN_LOG_LEVEL=$${TELADAN_LOG_LEVEL:-WARNING} $(TELADAN) serve --demo --port $(PORT) $(if $(PEOPLE),--people $(PEOPLE)) $(RESET)

demo-reset: ## Throw away what was entered in the demo and start over
	@$(MAKE) demo RESET=--reset

test: $(INSTALLED) $(FRONTEND) ## Every test, on SQLite and, where one answers, on PostgreSQL (ARGS="-k word")
	@$(PYTHON) tools/test.py $(ARGS)

lint: $(INSTALLED) $(FRONTEND) ## Style, types, import rules, translations, migrations, locks, house rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(TELADAN) messages --check
	@$(PYTHON) -m pytest tests/house -q

format: $(INSTALLED) ## Let ruff rewrite the code in the house's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

messages: $(INSTALLED) ## Collect texts for translation into the English catalogues
	@$(TELADAN) messages

lock: $(INSTALLED) ## Pin anew what pyproject.toml and package.json ask for (needs the network)
	@$(BIN)/uv pip compile pyproject.toml --all-extras --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header --python-version 3.11 -o requirements.lock -q
	@$(NPM) install --package-lock-only --silent

bench-law: $(INSTALLED) ## How fast the law is: one person, all real verdicts
	@$(call bench,law)

bench-nation: $(INSTALLED) ## The law for 280,000 people: computing, memory, both databases, OpenFisca-Core (ARGS="--again")
	@$(call bench,nation)

bench-intake: $(INSTALLED) ## How exact the intake is on the real verdict texts, field by field
	@$(call bench,intake)

bench-pages: $(COLLECTED) ## Time and queries of every desk page, at 700 and 5,000 people
	@$(call bench,pages)

bench-day: $(INSTALLED) ## A remission day at 700 and 5,000 people: propose, open, decide, print; nights and single changes
	@$(call bench,remission_day)

mutate: $(INSTALLED) ## Which small wrong changes of the law no test notices (ARGS="grants rights", then ARGS=--unit)
	@$(PYTHON) tools/mutate.py $(ARGS)

bench-oracle: $(INSTALLED) ## Whether the second reading of the law agrees, on 100,000 made-up people (ARGS="--people 5000")
	@$(call bench,agreement)

bench-kill: $(COLLECTED) ## SIGKILL the web server in the middle of a remission day, fifty times
	@$(call bench,kill)

fuzz-api: $(COLLECTED) ## 20,000 made-up requests to the open API: nothing may fail
	@$(call bench,fuzz_api)

real: $(INSTALLED) ## The main job on the real verdicts in ../shared, with a page in docs/ of what came out
	@$(PYTHON) bench/real.py $(ARGS)

clean: ## Remove what was built (not what was entered)
	@rm -rf .venv node_modules static-build $(VAR)/static .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
