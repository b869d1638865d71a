# Every command of the project. Each works on a fresh machine with Python 3.11 or newer and a network.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# The specs shown by `make demo` and measured against by hand-written scripts in `make bench`.
DEMO ?= docs/demo.dgm
PACKAGES := dsl grammar compiler backends llm eval train
TYPED := build/types/diagrammar

export OPENBLAS_NUM_THREADS := 1

.PHONY: help demo test format lint types tests docs gallery bench bench-solver bench-place clean

help:
	@echo 'make demo      install the core into $(VENV) and draw $(DEMO)'
	@echo 'make test      formatter, linter, types and all tests, as CI runs them'
	@echo 'make docs      write the generated pages: docs/reference.md, docs/codes.md'
	@echo 'make gallery   draw every gallery spec into docs/gallery.md'
	@echo 'make bench     measure speed beside hand-written Matplotlib, into docs/bench.json'
	@echo 'make bench-solver  measure the geometry solver beside others, into docs/solver.json'
	@echo 'make bench-place   measure label placement beside others, into docs/placement.json'
	@echo 'make clean     remove what was built'

demo: $(VENV)/core
	@mkdir -p build
	$(BIN)/diagrammar render $(DEMO) --out build/demo.png
	$(BIN)/diagrammar render $(DEMO) --out build/demo.svg
	@echo
	@cat $(DEMO)
	@echo
	@echo "That text is now a checked picture: $(CURDIR)/build/demo.png (and demo.svg)"

test: format lint types tests

format: $(VENV)/dev
	$(BIN)/ruff format --check .

lint: $(VENV)/dev
	$(BIN)/ruff check .

# The root of the repository is the package, so the type checker gets a folder in which it has its name.
types: $(VENV)/dev
	rm -rf $(TYPED) && mkdir -p $(TYPED)
	ln -s $(addprefix ../../../,$(wildcard *.py) py.typed $(PACKAGES)) $(TYPED)
	cd $(TYPED)/.. && MYPYPATH=. $(abspath $(BIN))/python -m mypy -p diagrammar \
		--config-file ../../pyproject.toml --cache-dir ../../.mypy_cache

tests: $(VENV)/dev
	$(BIN)/python -m pytest

docs: $(VENV)/dev
	$(BIN)/python tools/make_docs.py

gallery: $(VENV)/dev
	$(BIN)/python tools/make_gallery.py

bench: $(VENV)/dev
	$(BIN)/python tools/bench.py

bench-solver: $(VENV)/dev
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check python-solvespace
	-mkdir -p build/rivals && npm install --silent --prefix build/rivals @salusoft89/planegcs
	$(BIN)/python tools/bench_solver.py

bench-place: $(VENV)/dev
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check adjusttext textalloc
	$(BIN)/python tools/bench_place.py

clean:
	rm -rf build .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/core: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/core
