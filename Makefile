# Two targets matter to a newcomer: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Two to a processor: tests wait for browsers and other programs. On two processors all tests took
# 551 seconds with four workers and 586 with three.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')
AXE ?= orders
# Material for MkDocs begins every `mkdocs` command with an advertisement for its makers' next
# program, unless this is set. It is for those who choose a builder, not for those who publish orders.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve test programs test-fast check check-code check-site axe golden dist package pictures audit bench lighthouse format lock search-ui try-page clean

help:  ## say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: $(VENV)/.site  ## set up and build the archive into site/
	$(BIN)/orders build || [ $$? -eq 9 ]  # 9: built, without orders that are held back

serve: $(VENV)/.site  ## build, serve on http://127.0.0.1:8000 and rebuild when an order changes
	$(BIN)/mkdocs serve

test: $(VENV)/.dev programs  ## run every test, on every processor (installs the programs it needs where they are missing)
	$(BIN)/python -m compileall -q -j 0 build_scripts tests tools  # once, not in each worker
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

programs:  ## install the programs that tests need, where they are missing
	sh tests/install_programs.sh

test-fast: $(VENV)/.dev  ## the inner loop: what needs no built site, no browser, no OCR
	$(BIN)/pytest -n auto --dist worksteal -m unit

check: check-code check-site  ## formatting, lint, types, import contracts, dead links

check-code: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check-site: $(VENV)/.dev
	$(BIN)/orders build --strict --quiet
	$(BIN)/python -m tools.check_links site

axe: $(VENV)/.dev programs  ## judge each page of the specimens' site for access, in eight looks (needs npm; AXE=FOLDER: of other orders)
	$(BIN)/python -m tools.check_accessibility $(AXE) --build --looks all --jobs 2

golden: $(VENV)/.dev  ## write the pages that reviews compare anew (tests/site/golden); read their diff
	$(BIN)/python -m tests.site.golden_site

audit: $(VENV)/.dev  ## known weaknesses of the locked packages, where PyPI can be asked
	$(BIN)/python -m tools.audit

dist: $(VENV)/.dev  ## build the package into dist/: the source, and the wheel from it
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .
	$(BIN)/twine check --strict dist/*

package: $(VENV)/.dev  ## build the package; install and use it in empty environments of each Python that is here
	$(BIN)/python -m tools.package_trial

pictures: $(VENV)/.dev  ## draw the pictures of the documents anew; look at them
	$(BIN)/python -m tools.pictures

bench: $(VENV)/.dev  ## speed as ratios against named baselines
	$(BIN)/python -m tools.bench

lighthouse: $(VENV)/.dev  ## scores of home, an order, a judge and an authority (needs node and npm)
	cd tools/lighthouse && npm ci --ignore-scripts --no-audit --no-fund
	$(BIN)/python -m tools.lighthouse

format: $(VENV)/.dev  ## put formatting and imports in order
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

lock:  ## lock versions with hashes (needs uv)
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) -c requirements.txt --extra dev pyproject.toml -o requirements-dev.txt
	$(LOCK) -c requirements-dev.txt --extra train pyproject.toml -o requirements-train.txt
	$(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"])' \
		| $(LOCK) -c requirements-dev.txt - -o requirements-build.txt

try-page: $(VENV)/.site  ## fetch what reads an order in a browser (needs npm); the next build makes /try/ of it
	$(BIN)/python -m tools.try_page

search-ui:  ## build what the search takes from npm (needs node and npm); the files are committed
	npm ci --ignore-scripts --no-audit --no-fund
	node search_ui/build.js

clean:  ## remove what builds made (not the orders)
	rm -rf $(VENV) site dist .cache node_modules tools/lighthouse/node_modules

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; say which: make site PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# Hash-locked packages, with those that pip needs to build this project, then this project itself. The
# locks name all that a package needs: pip looks for nothing more. Nor does it compile: of 5,800 modules
# Python needs 800, and compiles these when it first loads them.
PIP := $(BIN)/pip install -q --disable-pip-version-check --no-deps --no-compile
LOCKED := --require-hashes -r requirements-build.txt -r

$(VENV)/.site: requirements.txt requirements-build.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) $(LOCKED) requirements.txt
	$(PIP) --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements-dev.txt requirements-build.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) $(LOCKED) requirements-dev.txt
	$(PIP) --no-build-isolation --editable .
	touch $(VENV)/.site $@
