# make run          the app: installs what lacks, then starts it (ARGS="gentle-practice --start" and the like)
# make test         the tests, and what they need
# make lint         ruff, mypy, and the arrows between the rooms
# make torture      the tests that take long, in full: hundreds of tries (round trips, kills while saving), practices
#                   recorded from a sound server that is killed, whose devices come and go (some 15 minutes)
# make bench        the figures that the app is held to, beside their floors
# make install      the app with its icon in the desktop's menu (make uninstall takes it out again)

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
ARGS ?=

.PHONY: run test lint torture bench install uninstall bells readme-pictures clean python system system-test

run: system .venv/app
	@$(BIN)/hinge-gui $(ARGS)

# Qt draws into memory: the tests open no window on anybody's screen. They start the program some hundred times:
# its bytecode is kept, whatever the environment says.
test: system-test .venv/dev
	@QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n 3 $(ARGS)

lint: system-test .venv/dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

torture: system-test .venv/dev
	@HINGE_GUI_TORTURE=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 -m torture $(ARGS)

bench: system-test .venv/dev
	@$(BIN)/python -m tools.bench $(ARGS)

install: system .venv/app
	@$(BIN)/python tools/desktop_menu.py add

uninstall:
	@$(PYTHON) tools/desktop_menu.py remove

bells: .venv/dev
	$(BIN)/python tools/make_bells.py

readme-pictures: system-test .venv/dev
	$(BIN)/python -m tools.readme_pictures

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; on Debian or Ubuntu: apt install python3"; exit 1; }

system: python
	@$(PYTHON) tools/system_libraries.py run

system-test: python
	@$(PYTHON) tools/system_libraries.py test

# The mark comes last: a virtual environment left half made is made anew.
.venv/made: | system
	@echo "Making a virtual environment in .venv"
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/app: pyproject.toml .venv/made
	@echo "Installing the app and its packages into .venv (some 400 MB, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: pyproject.toml .venv/made
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/app
