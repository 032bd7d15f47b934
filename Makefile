# Each target sets up what it needs; a machine needs Python 3.11 or newer and make.
#   make run      the marketplace with its demo region, at http://localhost:8000 (PORT=... for another)
#   make test     make check and all tests; ARGS="tests/orders -k refuse" for some
#   make check    style, types, layers, migrations, translations, templates
#   make bench    figures into var/bench.json; ARGS="search" for some
#   make lock     requirements/*.txt from pyproject.toml, package-lock.json from package.json

PYTHON ?= python3
ENV := .venv/bin/python
ARGS ?=
LOCKED := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet

.PHONY: run test check bench lock ready
.DEFAULT_GOAL := run

ready:
	@$(PYTHON) scripts/environment.py

run: ready
	@$(ENV) -m scripts.run

test: ready
	$(if $(ARGS),,@$(ENV) -m scripts.check)
	@$(ENV) -m scripts.test $(ARGS)

check: ready
	@$(ENV) -m scripts.check

bench: ready
	@$(ENV) -m benchmarks $(ARGS)

lock: ready
	.venv/bin/uv pip compile $(LOCKED) pyproject.toml -o requirements/run.txt
	.venv/bin/uv pip compile $(LOCKED) --group dev pyproject.toml -o requirements/dev.txt
	PATH="$(CURDIR)/.venv/bin:$$PATH" npm install --package-lock-only
