# Everything is done with the packages of .venv, which every target brings up to date first.
PYTHON ?= python3
PORT ?= 8000
ARGS ?=
RUN := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help demo reset test check check-letters format bench screenshots axe lighthouse messages lock start stop runtime development compiled

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: runtime compiled  ## Start the demonstration office and print where it is (PORT=8000)
	@PORT=$(PORT) $(RUN) -m tools.demo

reset:  ## Stop everything and remove all data of this folder
	@if [ -x $(RUN) ]; then $(RUN) -m tools.reset; else rm -rf .data staticfiles; fi

test: development compiled  ## Run all tests, browser journeys included (ARGS="-k words" for some)
	@$(RUN) tools/browser.py --install > /dev/null || true
	@$(RUN) tools/programs.py --install || true
	@$(RUN) -m pytest -n logical --maxschedchunk 4 $(ARGS)

check: development compiled  ## Check style, templates, imports, types, settings, migrations, translations
	@$(RUN) -m tools.check $(ARGS)

check-letters: development compiled  ## Judge every letter as PDF/A and PDF/UA, and its seal (needs Java)
	@$(RUN) tools/programs.py --install
	@$(RUN) -m tools.check_letters $(ARGS)

format: development  ## Put code and templates into the house's form
	@.venv/bin/ruff check --quiet --fix . ; .venv/bin/ruff format --quiet .
	@.venv/bin/djlint templates --reformat --quiet

bench: development compiled  ## Measure speed and memory; one BENCH line per figure
	@$(RUN) -m bench $(ARGS)

screenshots: development compiled  ## Picture the main pages at two widths, into screenshots/ (ARGS="words" for some)
	@$(RUN) tools/browser.py --install > /dev/null
	@$(RUN) -m tools.screenshots $(ARGS)

axe: development compiled  ## Let axe look at every page in both languages at two widths
	@$(RUN) tools/browser.py --install > /dev/null
	@$(RUN) -m tools.axe $(ARGS)

lighthouse: development compiled  ## Let Lighthouse judge five public pages (needs npm and Chromium)
	@$(RUN) tools/browser.py --install > /dev/null
	@$(RUN) -m tools.lighthouse $(ARGS)

messages: development  ## Bring the Italian catalogue up to the sources, and compile it
	@$(RUN) -m tools.messages update
	@$(RUN) -m tools.messages compile

lock: development  ## Write the lock files anew (ARGS="package" or ARGS=all for newer versions)
	@$(RUN) -m tools.lock $(ARGS)

start: runtime  ## Start the embedded PostgreSQL and keep it running
	@$(RUN) -m config.postgres start

stop: runtime  ## Stop the embedded PostgreSQL
	@$(RUN) -m config.postgres stop

runtime:
	@$(PYTHON) tools/bootstrap.py runtime

development:
	@$(PYTHON) tools/bootstrap.py development

compiled: runtime
	@$(RUN) -m tools.messages compile
