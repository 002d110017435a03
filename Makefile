# make demo   sets everything up and codes the sample documents
# make test   sets everything up and runs every check and test
# make frames adds data frames and charts (Polars, Altair) to what make demo sets up
# make train  makes the learned coder's weights from the corpus
# make check  lint, types and unit tests only: the fast loop
PYTHON ?= python3
BIN := .venv/bin
OTR := $(BIN)/otr
LEDGER := demo/ledger.duckdb

.PHONY: demo frames test check lint lock figures train clean

.venv/run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "On the Record needs Python 3.11 or newer; this is %d.%d. Name another: make demo PYTHON=python3.12" % sys.version_info[:2])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the program stands on (once; some hundred MB) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.venv/frames: requirements/frames.txt .venv/run
	@echo "Installing data frames and charts (once; some 100 MB) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/frames.txt
	@touch $@

frames: .venv/frames

demo: .venv/run
	@mkdir -p demo
	$(OTR) add samples --ledger $(LEDGER)
	$(OTR) dyad $$(cat samples/DYAD) --ledger $(LEDGER)
	$(OTR) readouts $$(cat samples/DYAD) --latest --ledger $(LEDGER)
	@echo
	@echo "The ledger is $(LEDGER). Next:"
	@echo "  $(OTR) code samples/$$(cat samples/FIRST)"
	@echo "  $(OTR) export --format csv --ledger $(LEDGER) -o demo/events.csv"
	@echo "  $(OTR) serve --ledger $(LEDGER)      opens it as a page: http://127.0.0.1:8000"

lint: .venv/dev
	$(BIN)/ruff check src tests training
	$(BIN)/ruff format --check src tests training
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint
	$(BIN)/pytest -n 2 -m "not slow and not browser"

test: lint
	$(BIN)/pytest -n 2 --dist loadfile

# The gold data are other people's: name the folder that holds them.
figures: .venv/dev
	$(BIN)/python gate/figures.py --write $(or $(DATA),../shared/eval)

# From corpus/ to the coder's weights: half an hour on two cores. Commit them only when they beat the old ones on the gate.
train: .venv/dev
	$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[training]"
	$(BIN)/python -m training.train build/coder
	$(BIN)/python -m training.export build/coder src/ontherecord/events/model

lock:
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes -q -o requirements/run.txt --custom-compile-command "make lock"
	$(BIN)/uv pip compile pyproject.toml --extra frames --group build --universal --python-version 3.11 --generate-hashes -q -o requirements/frames.txt -c requirements/run.txt --custom-compile-command "make lock"
	$(BIN)/uv pip compile pyproject.toml --extra frames --group dev --universal --python-version 3.11 --generate-hashes -q -o requirements/dev.txt -c requirements/frames.txt --custom-compile-command "make lock"

clean:
	rm -rf .venv demo
