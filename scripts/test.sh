#!/bin/sh
# One command from a fresh clone to all checks passed: style, types, import contracts, tests.
# usage: sh scripts/test.sh [pytest arguments]
set -eu
cd "$(dirname "$0")/.."
PROFILE=test SYSTEM_PACKAGES="postgresql libxml2-utils"
. scripts/prepare.sh
say "Style (ruff)";               "$PYTHON" -m ruff check . ; "$PYTHON" -m ruff format --check --quiet .
say "Types (mypy)";               "$PYTHON" -m mypy
say "Import contracts";           "$VENV/bin/lint-imports" --no-cache
say "Tests (pytest)"
exec "$PYTHON" -m pytest "$@"
