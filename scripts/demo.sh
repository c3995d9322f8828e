#!/bin/sh
# One command from a fresh clone to the main job done on the bundled example.
# usage: sh scripts/demo.sh [FOLDER]     (FOLDER: where the results go; default: ./demo)
set -eu
cd "$(dirname "$0")/.."
PROFILE=demo SYSTEM_PACKAGES=""
. scripts/prepare.sh
say "Running: tilmash demo ${1:-demo}"
exec "$VENV/bin/tilmash" demo "${1:-demo}"
