# Two commands for newcomers: `make demo` and `make test`. Each sets up what it needs and reuses it the next time.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do command -v $$name && break; done)
VENV := .venv
WORKERS ?= 2
BIN := $(VENV)/bin
PLUGINS := english entities quotes numbers
RUNNING := -e '.[across,html,tables,testing]' -e 'benchmarks[report]' $(foreach name,$(PLUGINS),-e plugins/newsparse-$(name))
DEVELOPING := -e '.[dev]' -e plugins/newsparse-english-cased -e plugins/newsparse-polls
# What runs, without Stanza, torch and the tools of developers; then everything.
RUNS := $(VENV)/.runs
STAMP := $(VENV)/.installed
INSTALL = $(BIN)/python -m pip install --quiet --constraint constraints.txt
SPECS := pyproject.toml constraints.txt benchmarks/pyproject.toml $(wildcard plugins/*/pyproject.toml)

.PHONY: demo test lint types contracts browser tests properties docs changelog release-check clean

demo: $(RUNS)
	$(BIN)/newsparse parse examples/harbour.txt

test: $(STAMP) lint types contracts browser tests docs

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell
	$(BIN)/lizard -l python -C 12 -w newsparse $(wildcard plugins/*/newsparse_*) benchmarks/newsparse_bench

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

# Pages are tested in a Chromium; where none can be installed, those tests are skipped.
browser: $(STAMP)
	$(BIN)/python tests/browsing.py

tests: $(STAMP)
	$(BIN)/python -m pytest -q -n $(WORKERS)

# Property tests draw new values in each run; `make test` draws the same ones, so that it judges nothing but the change.
properties: $(STAMP)
	$(BIN)/python -m pytest -q -n $(WORKERS) -m hypothesis --hypothesis-profile=new

# The names of other projects become links with ONLINE=1.
docs: $(STAMP)
	$(BIN)/sphinx-build -q -n -W --keep-going -b html docs docs/_build

changelog: $(STAMP)
	$(BIN)/towncrier build --yes --version $$($(BIN)/python -c 'import newsparse; print(newsparse.__version__)')

# What is built is kept in a folder with DIST=folder.
release-check:
	$(PYTHON) release/check.py $(if $(DIST),--dist $(DIST))

$(RUNS): $(SPECS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) $(RUNNING)
	touch $@

$(STAMP): $(RUNS)
	$(INSTALL) $(DEVELOPING)
	touch $@

clean:
	rm -rf $(VENV) docs/_build
