# Sets everything up on a machine with Python 3.11+ and make; every target can be called first.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
.PHONY: run test stress lint bench pictures clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Faheng needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]" -c constraints.txt
	touch $(READY)

run: $(READY)
	$(BIN)/faheng build
	$(BIN)/faheng serve --port $(PORT)

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist loadfile

stress: $(READY)
	FAHENG_STRESS=1 $(BIN)/python -m pytest -m stress

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/faheng lint-data

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

pictures: $(READY)
	$(BIN)/python -m tests.pictures

clean:
	rm -rf $(VENV) build data/store/faheng-* data/store/current *.egg-info
