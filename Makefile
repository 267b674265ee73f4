# Letterladder. First time: `make demo`, then `make test`. Needs Python 3.11+ with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= $(or $(shell getconf _NPROCESSORS_ONLN 2>/dev/null),2)
CASES ?= 100000

.DEFAULT_GOAL := help
.PHONY: help demo desk pictures test long sweeps check serve lint format types law sizes audit score figures bench scale crash mutants lock dist container deb clean-root

help: ## print these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1	\2/' | expand -t 18

$(VENV)/.run: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.run ## the main job on a fresh folder, in seconds, without a mail server
	$(BIN)/python run.py demo demo-school

desk: $(VENV)/.run ## the demo's school in a browser: the pages for head, DSL and office
	@test -d demo-school || $(BIN)/python run.py demo demo-school
	$(BIN)/python run.py --config demo-school desk --demo

serve: $(VENV)/.run ## the daemon, on the school folder CONFIG (default: this folder)
	$(BIN)/python run.py --config $(or $(CONFIG),.) serve

# The suite starts many processes: what Python compiles is kept, even where the environment says otherwise.
test long sweeps: export PYTHONDONTWRITEBYTECODE =

test: $(VENV)/.dev ## every rule, act, page and file once, and the main job; needs no server (what has one missing is skipped)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile -q -m "not sweep and not long"

long: $(VENV)/.dev ## whole cases played through, servers, faults: the files named in tests/long.txt
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile -q -m "long and not sweep"

sweeps: $(VENV)/.dev ## the same many times over: crash points, faults, sizes, hostile files, many examples
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile -q -m "sweep or hypothesis" --hypothesis-profile=many

check: $(VENV)/.dev ## format, lint, types, import law, sizes, audit, tests, long tests, sweeps: the same as CI
	$(BIN)/ruff format --check .
	$(MAKE) --no-print-directory lint types law sizes audit
	$(MAKE) --no-print-directory test long sweeps

lint: $(VENV)/.dev ## ruff
	$(BIN)/ruff check .

format: $(VENV)/.dev ## let ruff lay the code out
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

types: $(VENV)/.dev ## mypy, strict
	$(BIN)/mypy

law: $(VENV)/.dev ## who may import whom
	PYTHONPATH=tests/.types $(BIN)/lint-imports --no-cache

sizes: $(VENV)/.dev ## modules stop at 350 lines, functions at 40
	$(BIN)/python tests/tools/sizes.py

audit: $(VENV)/.dev ## do the locks pin a version with a known fault? By a list that is checked in, without a network
	$(BIN)/python tests/tools/audit.py

score: $(VENV)/.dev ## what is made of reports whose truth is known: the open corpus and the sealed part
	$(BIN)/python tests/tools/score_reports.py open
	$(BIN)/python tests/tools/score_reports.py made-apart
	$(BIN)/python tests/tools/score_likeness.py
	$(BIN)/python tests/tools/learn_conduct.py --try
	$(BIN)/python tests/tools/score_reports.py sealed

figures: $(VENV)/.dev ## sizes, branching, imports: to be held beside those of another tree, FOLDERS
	$(BIN)/python tests/tools/figures.py $(FOLDERS)

bench: $(VENV)/.dev ## measure, each beside a bare baseline in the same run; writes docs/bench.md (over an hour; CASES=2000: minutes)
	$(BIN)/python tests/tools/bench_page.py --cases $(CASES)

scale: $(VENV)/.dev ## what a school costs, measured, and a week of 24,000 simulated from it; writes docs/scale.md (ten minutes)
	$(BIN)/python tests/tools/scale.py

pictures: $(VENV)/.dev ## the pictures of docs/desk.md, taken of the demo's desk (needs Chromium)
	$(BIN)/python tests/tools/desk_pictures.py

crash: $(VENV)/.dev ## kill the program at every point under strace (over an hour), then random months with power cuts
	$(BIN)/python tests/tools/crash_everywhere.py
	$(BIN)/python tests/tools/crash_months.py --minutes 10

$(VENV)/.mutants: requirements-mutants.lock $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-mutants.lock
	@touch $@

mutants: $(VENV)/.mutants ## break the rules on purpose, 200 small changes, and see whether a test notices
	$(BIN)/python tests/tools/mutants.py

dist: $(VENV)/.dev ## the wheel and the sdist, into dist/
	$(BIN)/python tests/tools/make_dist.py dist

container: ## the container, by BUILDER (podman, docker)
	$(or $(BUILDER),docker) build -t letterladder -f packaging/Containerfile .

deb: ## the Debian package, into dist/ (root; mmdebstrap, bubblewrap, debhelper)
	$(PYTHON) tests/tools/clean_root_runs.py --deb dist

clean-root: ## container and Debian package made and used in an empty Debian (the same tools)
	$(PYTHON) tests/tools/clean_root_runs.py

lock: ## write the pins again (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header -o requirements.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra dev --group dist -c requirements.lock -o requirements-dev.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra mutants -c requirements-dev.lock -o requirements-mutants.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --group dist -c requirements-dev.lock -o requirements-dist.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra microsoft --extra google --extra ocr -c requirements-dev.lock -o requirements-full.lock pyproject.toml
