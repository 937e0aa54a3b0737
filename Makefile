# Two commands: `make demo` shows the system at work, `make test` runs the whole suite. Both install by themselves.
VENV ?= .venv
# The first interpreter that starts and is one of the supported versions; PYTHON=... chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo "$$p" && break; done)
BIN := $(VENV)/bin
# Tests run in so many processes, a file in one: more than two cores keep busy, for the tests of the stream wait a lot.
# `ARGS="-n 0"` runs them in pytest's own.
PROCESSES ?= 3
INSTALLED := $(VENV)/.installed

# What `make weights` learns from, and where it leaves what it need not make again.
EVAL ?= ../shared/eval
MEDIATOPICS ?= ../shared/data/mediatopics-2025-03-31.json
CACHE ?= $(VENV)/training

.PHONY: help demo test install install-training weights lint lock schemas clean
.DEFAULT_GOAL := help

help:
	@echo "make demo      start a broker and a worker, push sample articles, show the events"
	@echo "make test      the whole suite (on a real Kafka too, where COPYDESK_TEST_KAFKA names one)"
	@echo "make install   everything into $(VENV)"
	@echo "make lint      ruff and mypy"
	@echo "make install-training   what training/ and benchmarks/ need, beside it"
	@echo "make weights   every table and model that ships, from EVAL (an hour; Python 3.12 or later, w3m)"
	@echo "make schemas   write schemas/ from the models"
	@echo "make lock      write requirements/ from pyproject.toml"

install: $(INSTALLED)

$(INSTALLED): pyproject.toml requirements/build.lock requirements/run.lock requirements/dev.lock
	@test -n "$(PYTHON)" || { echo "Copydesk needs Python 3.11, 3.12 or 3.13 with venv (Debian: python3-venv); none was found" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
		-r requirements/build.lock -r requirements/run.lock -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

install-training: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/training.lock

# In this order: titles are learned under the judge's verdicts, and those under the tables of dates and countries.
weights: export PYTHONPATH = services
weights: install-training
	$(BIN)/python training/calendar_names.py
	$(BIN)/python training/keywords.py
	$(BIN)/python training/countries.py --eval $(EVAL)
	$(BIN)/python training/topics.py --mediatopics $(MEDIATOPICS) --eval $(EVAL)
	$(BIN)/python training/judge.py $(EVAL)
	$(BIN)/python training/judge_html.py $(EVAL)
	$(BIN)/python training/headline.py $(EVAL)
	$(BIN)/python training/names.py --data $(EVAL) --cache $(CACHE)

demo: $(INSTALLED)
	@$(BIN)/copydesk demo $(ARGS)

test: $(INSTALLED)
	$(BIN)/python -m pytest -n $(PROCESSES) --dist=loadfile --no-loadscope-reorder $(ARGS)

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schemas: $(INSTALLED)
	$(BIN)/copydesk schemas

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
		--group build -o requirements/build.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
		pyproject.toml -o requirements/run.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
		pyproject.toml --extra embedded --group dev -c requirements/run.lock -c requirements/build.lock -o requirements/dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
		--group training -c requirements/run.lock -c requirements/dev.lock -o requirements/training.lock

clean:
	rm -rf $(VENV) dist build
