#!/bin/sh
# Sets up all that tilmash needs on a fresh Debian or Ubuntu: system packages, a virtual environment, the Python packages.
# usage: . scripts/prepare.sh   with  PROFILE=demo|test  and  SYSTEM_PACKAGES="…"  set; leaves $PYTHON pointing at the environment's python.
# Safe to run again: what is there already is left alone.

say() { printf '• %s\n' "$*" >&2; }
fail() { printf 'tilmash set-up: %s\n' "$*" >&2; exit 1; }

root_do() {
    if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else fail "system packages are missing ($missing) and there is neither root nor sudo; ask an administrator to install them"
    fi
}

is_installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

install_missing() {
    missing=""
    for package in "$@"; do is_installed "$package" || missing="$missing $package"; done
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || fail "this set-up knows Debian and Ubuntu only; install by hand what corresponds to:$missing"
    say "Installing system packages:$missing"
    root_do apt-get update -qq || fail "apt-get update failed; is the network there?"
    # shellcheck disable=SC2086 # a list of words
    root_do apt-get install -y -qq --no-install-recommends $missing >/dev/null || fail "apt-get could not install:$missing"
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null && is_new_enough "$candidate"; then printf '%s' "$candidate"; return; fi
    done
}

install_missing python3 g++ pkg-config libicu-dev $SYSTEM_PACKAGES
SYSTEM_PYTHON=$(find_python)
if [ -z "$SYSTEM_PYTHON" ]; then # Ubuntu 22.04: its python3 is 3.10, but 3.11 is in its archive
    install_missing python3.11 python3.11-venv python3.11-dev
    SYSTEM_PYTHON=python3.11
elif [ "$(command -v "$SYSTEM_PYTHON")" = "/usr/bin/$SYSTEM_PYTHON" ]; then
    install_missing "$SYSTEM_PYTHON-venv" "$SYSTEM_PYTHON-dev"
fi

VENV=${TILMASH_VENV:-$PWD/.venv}
PYTHON=$VENV/bin/python
if [ -e "$VENV" ] && [ ! -w "$VENV" ]; then
    fail "$VENV belongs to another user; remove it, or set TILMASH_VENV to a folder of your own"
fi
if ! "$PYTHON" -c 'import pip' 2>/dev/null; then
    say "Making a virtual environment in $VENV"
    "$SYSTEM_PYTHON" -m venv --clear "$VENV" || fail "no virtual environment could be made in $VENV"
fi

recipe=$(cat pyproject.toml constraints.txt scripts/prepare.sh | sha256sum | cut -d' ' -f1)
stamp=$VENV/.tilmash-$PROFILE
if [ "$(cat "$stamp" 2>/dev/null)" != "$recipe $PWD" ]; then
    say "Installing the Python packages ($PROFILE); PyICU is compiled on this machine, which takes about a minute"
    "$PYTHON" -m pip install --quiet --disable-pip-version-check --upgrade pip -c constraints.txt || fail "pip could not be updated"
    if [ "$PROFILE" = test ]; then packages="--group dev -e .[all]"; else packages="-e .[documents,exchange]"; fi
    # shellcheck disable=SC2086 # a list of words
    "$PYTHON" -m pip install --quiet --disable-pip-version-check -c constraints.txt $packages || fail "the Python packages could not be installed; the lines above say why"
    say "Compiling the aligner's loops on the bundled example, which takes about half a minute"
    scratch=$(mktemp -d)
    "$VENV/bin/tilmash" demo "$scratch/demo" >"$scratch/said" 2>&1 || { cat "$scratch/said" >&2; fail "the bundled example could not be aligned; the lines above say why"; }
    rm -r "$scratch"
    printf '%s' "$recipe $PWD" > "$stamp"
fi
