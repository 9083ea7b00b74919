# Two commands on a fresh machine: make demo, make test. Both set up .venv first.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
SHARED ?= ../shared
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := uv pip compile --quiet pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-header

.PHONY: help env test-env demo test docs eval bench bench-linear bench-picture bench-resolution bench-stores lock

help:
	@echo 'make demo   a graph from corpus/: lineage, what was in force, conflicts, a picture'
	@echo 'make test   lint, types and all tests, those on a Neo4j server among them (Java 17 or newer, Maven)'
	@echo 'make docs   the generated pages of docs/ anew, and all of it as HTML in docs/_build'
	@echo 'make eval   how well annotated texts are read (SHARED names the folder that holds them)'
	@echo 'make env    only .venv with regraph in it'
	@echo 'make lock   write the lock files anew after a change of pyproject.toml (needs uv)'

env: .venv/env.stamp
	@$(BIN)/regraph --version >/dev/null || { echo 'The environment is broken; remove it with: rm -r .venv' >&2; exit 1; }

test-env: env .venv/test.stamp

.venv/env.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'regraph needs Python 3.11 or newer; name one: make PYTHON=python3.12 …' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo 'The venv module of Python is missing; install it (Debian, Ubuntu: apt install python3-venv).' >&2; exit 1; }
	@echo 'Setting up .venv, which takes a minute or two …' >&2
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: .venv/env.stamp requirements-test.lock
	@$(PIP) --require-hashes -r requirements-test.lock
	@touch $@

demo: export REGRAPH_DB := demo.db
demo: env
	$(BIN)/regraph ingest corpus/
	$(BIN)/regraph lineage 96-QĐ/TW
	$(BIN)/regraph in-force --on 2020-01-01
	$(BIN)/regraph conflicts
	@$(BIN)/regraph export --format html --output demo.html
	@echo 'The picture: $(CURDIR)/demo.html'

test: test-env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	REGRAPH_REQUIRE_NEO4J=1 $(BIN)/pytest -rs

docs: test-env
	$(BIN)/python docs/generate.py
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --nitpicky --quiet --builder html docs docs/_build
	@echo 'Open $(CURDIR)/docs/_build/index.html'

bench: env
	$(BIN)/python benchmarks/bench.py $(LAW)

bench-linear: env
	$(BIN)/python benchmarks/linear.py

bench-picture: test-env
	PYTHONPATH=tests $(BIN)/python benchmarks/picture.py

bench-resolution: env
	$(BIN)/python benchmarks/resolution.py

bench-stores: test-env
	PYTHONPATH=tests $(BIN)/python benchmarks/stores.py

eval: env
	@mkdir -p .cache/eval
	@for set in seeds texts closing-articles; do \
	  echo "== $$set"; \
	  $(BIN)/regraph extract $(SHARED)/gold/$$set --format jsonl > .cache/eval/$$set.jsonl; \
	  $(BIN)/python $(SHARED)/eval/score.py $(SHARED)/gold/$$set .cache/eval/$$set.jsonl; \
	done
	@echo '== official dates'
	@$(BIN)/python $(SHARED)/eval/official.py write $(SHARED)/gold/effectivity.jsonl .cache/eval/official >/dev/null
	@$(BIN)/regraph extract .cache/eval/official --format jsonl > .cache/eval/official.jsonl
	@$(BIN)/python $(SHARED)/eval/official.py score $(SHARED)/gold/effectivity.jsonl .cache/eval/official.jsonl
	@echo '== official notes of amendment'
	@$(BIN)/python benchmarks/notes.py $(SHARED)/data/phapdien_relations.tsv

lock: pyproject.toml
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra test --constraint requirements.lock --output-file requirements-test.lock
