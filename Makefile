# dateline: `make demo` and `make test` are all that a new user needs; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
AXE    := 4.14.1
CLUSTER := 1.1.0

# Stamps: a target whose stamp is newer than what it was made from is not made again.
MADE   := $(VENV)/.made
USER   := $(VENV)/.installed
DEV    := $(VENV)/.installed-dev
AXE_JS := $(VENV)/share/axe.min.js
CLUSTER_JS := $(VENV)/share/leaflet.markercluster.js

.DELETE_ON_ERROR:
.PHONY: help demo test check bench bench-geoparsing bench-incidents bench-map bench-merging bench-large-run bench-endurance bench-corpus fit fuzz gazetteer browser postgis clean

help:  ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(USER)  ## install into .venv and draw the three example reports as demo/map.html
	@mkdir -p demo
	$(BIN)/dateline map examples/*.txt -o demo/map.html --title "dateline: three invented examples" --force
	@echo "The map is $(abspath demo/map.html): open it in any browser, with or without a network."

# In as many processes as there are processors, but no more than four, since each takes 1 to 3 GB; ARGS="-n 0": in one.
test: $(DEV) $(AXE_JS) browser postgis  ## install what the tests need, Chromium and PostGIS included, and run them all
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist worksteal $(ARGS)

check: $(DEV)  ## ruff, mypy --strict, import-linter, licences
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/dependencies.py --check

bench: $(DEV) $(CLUSTER_JS) browser  ## print every measured figure beside its budget
	$(BIN)/python -m benchmarks.run $(ARGS)

bench-incidents: $(DEV)  ## score incidents, places, routes on the texts of ../shared (ARGS=6: every 6th text)
	$(BIN)/python -m benchmarks.incidents $(ARGS)
	$(BIN)/python -m benchmarks.speed incidents $(ARGS)

bench-reports: $(DEV)  ## read invented reports and items beside what a careful reader records: one half to mend by, one sealed
	$(BIN)/python -m benchmarks.invented_reports open
	$(BIN)/python -m benchmarks.invented_reports sealed

bench-merging: $(DEV)  ## how well and how fast incidents are merged across reports, up to a million (ARGS=10000: so many)
	$(BIN)/python -m benchmarks.merging $(ARGS)

bench-map: $(DEV) $(CLUSTER_JS) browser  ## the map's size and times beside Folium's clusters (ARGS=1000000: a million)
	$(BIN)/python -m benchmarks.map $(ARGS)

bench-corpus: $(DEV)  ## a corpus in every format by one process, two and a cluster, beside spaCy (ARGS=500: so many texts)
	$(BIN)/python -m benchmarks.corpus $(ARGS)

bench-large-run: $(DEV)  ## what the layers of a run of 100,000 incidents take, and an export of a part (ARGS=10000: so many)
	$(BIN)/python -m benchmarks.large_run $(ARGS)

bench-endurance: $(DEV)  ## kill, starve and damage runs ten times each, and compare what they come to (ARGS=3: three)
	$(BIN)/python -m benchmarks.endurance $(ARGS)

bench-geoparsing: $(DEV)  ## score place names on the corpora of ../shared, beside peers installed for this alone
	$(PIP) install -c constraints.txt -e '.[bench]'
	$(BIN)/python -m benchmarks.geoparsing
	$(BIN)/python -m benchmarks.speed places

fit: $(DEV)  ## fit weights and trees again from the corpora of ../shared
	$(PIP) install -c constraints.txt -e '.[bench]'
	$(BIN)/python -m benchmarks.fit_recognition
	$(BIN)/python -m benchmarks.fit_resolution
	$(BIN)/python -m benchmarks.fit_placing
	$(BIN)/python -m benchmarks.fit_retellings
	$(BIN)/python -m benchmarks.fit_worth

fuzz: $(DEV)  ## search every reader for inputs that break it (ARGS="60 pdf": 60 seconds, one of them)
	$(PIP) install -c constraints.txt -e '.[fuzz]'
	nice $(BIN)/python -m fuzz.run $(ARGS)

gazetteer: $(DEV)  ## build gazetteer/data again from its pinned sources
	$(BIN)/python -m gazetteer.build

clean:  ## remove all that make has made
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .cache

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
	  echo "dateline needs Python 3.11, 3.12 or 3.13; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another: make PYTHON=/path/to/python3.11 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(USER): $(MADE) pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(DEV): $(USER)
	$(PIP) install -c constraints.txt -e '.[test,check]'
	@touch $@

# axe-core, the accessibility checker, as the npm registry has it; only the tests read it.
$(AXE_JS): | $(MADE)
	@mkdir -p $(@D)
	cd $(@D) && npm pack --silent axe-core@$(AXE) >/dev/null && tar -xzOf axe-core-$(AXE).tgz package/axe.min.js > $(@F).part
	@mv $(@D)/$(@F).part $@ && rm $(@D)/axe-core-$(AXE).tgz

# Leaflet.markercluster, which Folium's pages load from another host; only `make bench-map` reads it.
$(CLUSTER_JS): | $(MADE)
	@mkdir -p $(@D)
	cd $(@D) && npm pack --silent leaflet.markercluster@$(CLUSTER) >/dev/null && tar -xzOf leaflet.markercluster-$(CLUSTER).tgz package/dist/leaflet.markercluster.js > $(@F).part
	@mv $(@D)/$(@F).part $@ && rm $(@D)/leaflet.markercluster-$(CLUSTER).tgz

browser:
	@bash .ci/chromium

postgis:
	@bash .ci/postgis
