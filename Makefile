# Every target does its own set-up; nothing beyond python3, python3-venv, make and git is needed.
V := .venv
PYTHON ?= python3
PORT ?= 8000
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Modules are compiled once, not anew by each process.
unexport PYTHONDONTWRITEBYTECODE

# uv is quick; where it cannot be had, pip installs the same locked packages.
install_locked = if [ -x $(V)/bin/uv ]; then \
	  $(V)/bin/uv pip install -q --python $(V)/bin/python --require-hashes --only-binary :all: -r $(1) \
	  || $(V)/bin/pip install -q --require-hashes --only-binary :all: -r $(1); \
	else $(V)/bin/pip install -q --require-hashes --only-binary :all: -r $(1); fi

# Files of tests run side by side, as many as there are cores.
AT_ONCE := -n auto --dist loadfile

.PHONY: install demo test lint format messages bench lock clean

install: $(V)/.installed

$(V)/.installed: requirements/base.txt requirements/uv.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Python 3.11 or newer is needed; name it: make install PYTHON=python3.11' >&2; exit 1; }
	[ -x $(V)/bin/pip ] || $(PYTHON) -m venv $(V)
	$(V)/bin/pip install -q --require-hashes -r requirements/uv.txt || echo 'uv cannot be had: going on with pip'
	$(call install_locked,requirements/base.txt)
	$(call install_locked,requirements/build.txt)
	$(V)/bin/pip install -q --no-deps --no-build-isolation --no-index -e .
	touch $@

$(V)/.dev: $(V)/.installed requirements/dev.txt
	$(call install_locked,requirements/dev.txt)
	touch $@

demo: install
	@$(V)/bin/zhunsheng demo --out var/demo
	@$(V)/bin/zhunsheng site demo --port $(PORT)

test: $(V)/.dev
	$(V)/bin/python -m pytest $(AT_ONCE)
	$(V)/bin/python -m tests.web.on_postgresql $(AT_ONCE)

lint: $(V)/.dev
	$(V)/bin/ruff check .
	$(V)/bin/ruff format --check .
	$(V)/bin/mypy
	$(V)/bin/lint-imports

messages: $(V)/.dev
	PYTHONPATH=src $(V)/bin/python -m tools.translations

format: $(V)/.dev
	$(V)/bin/ruff check --fix-only .
	$(V)/bin/ruff format .

$(V)/.bench: $(V)/.installed requirements/bench.txt
	$(call install_locked,requirements/bench.txt)
	touch $@

bench: $(V)/.bench
	$(V)/bin/python -m benchmarks

# Writes the locks anew: hashes, and no address of a registry.
lock: $(V)/.installed
	cd requirements && for name in base dev bench spark build uv; do \
	  ../$(V)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  $$name.in -o $$name.txt; done

clean:
	rm -rf $(V) var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
