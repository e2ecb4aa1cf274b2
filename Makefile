# Two commands matter: `make demo` and `make test`. Both do all the set-up on a bare machine.
SHELL := /bin/bash
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev assets demo demo-load test check lint types contracts unit journeys bench docs lock clean

help:  ## what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.runtime assets  ## the environment that running needs

setup-dev: .venv/.dev assets  ## the environment that testing needs

.venv/.runtime: requirements/runtime.txt pyproject.toml
	tools/environment.sh requirements/runtime.txt
	@touch $@

.venv/.dev: requirements/dev.txt pyproject.toml
	tools/environment.sh requirements/dev.txt
	@touch $@ .venv/.runtime

assets: .venv/.runtime
	@$(PY) tools/build_assets.py

demo: setup  ## load the fictional area Marlshire and serve it on http://localhost:8000
	.venv/bin/goldenthread demo --serve

demo-load: setup  ## load the fictional area Marlshire without serving it
	.venv/bin/goldenthread demo

test: setup-dev  ## everything CI runs
	tools/system_packages.sh chromium poppler-utils
	$(MAKE) --no-print-directory lint types contracts
	$(PY) -m pytest -n 2 --dist loadgroup --cov --cov-report=term:skip-covered -m "not journey" -q
	$(PY) -m pytest -m journey -q

check: setup-dev  ## the quick loop, under two minutes
	$(MAKE) --no-print-directory lint contracts
	$(PY) -m pytest -n 2 --dist loadgroup -m "not journey and not slow" -q

lint: .venv/.dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: .venv/.dev
	.venv/bin/mypy goldenthread

contracts: .venv/.dev  ## the house: wings, rooms, doors
	.venv/bin/lint-imports

journeys: setup-dev  ## the browser tests alone
	$(PY) -m pytest -m journey -q

bench: setup-dev  ## each benchmark beside its peer
	@for file in bench/*.py; do echo "== $$file"; $(PY) $$file; done

lock: .venv/.dev  ## pin again, with hashes and without addresses
	.venv/bin/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
		--no-annotate --allow-unsafe --strip-extras --extra dev --extra build -o requirements/dev.txt pyproject.toml
	.venv/bin/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
		--no-annotate --allow-unsafe --strip-extras -c requirements/dev.txt --extra build -o requirements/runtime.txt pyproject.toml

clean:  ## forget everything that can be made again
	rm -rf .venv node_modules var demo build artefacts *.egg-info
