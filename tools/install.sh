#!/bin/sh
# Makes .venv with Python 3.11 and installs exactly what requirements.lock pins, or says what is missing.
set -eu

find_python() {
    for name in python3.11 python3 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Teladan needs Python 3.11 and found none. On Debian 12: apt-get install python3 python3-venv" >&2
    return 1
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        echo "$python cannot make virtual environments. On Debian 12: apt-get install python3-venv" >&2
        exit 1
    fi
    echo "Virtual environment: .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

# uv, itself pinned by its hash, installs the rest in parallel; where it cannot, pip does the same slowly.
echo "Python packages: those pinned in requirements.lock, checked by their hashes"
awk '/^uv==/ { take = 1 } take { print } take && !/\\$/ { exit }' requirements.lock >.venv/uv.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.lock
if ! .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements.lock; then
    echo "uv could not fetch them; pip tries, which takes longer"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
