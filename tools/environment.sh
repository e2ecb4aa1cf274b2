#!/usr/bin/env bash
# Make .venv and install exactly what a lock file names, checked by hash. Usage: tools/environment.sh requirements/FILE.txt
# Another interpreter than python3: PYTHON=python3.12 make setup
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1
python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null; then
    tools/system_packages.sh "$python"
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Goldenthread needs Python 3.11 or newer; $python is $("$python" -V). Name another with PYTHON=…" >&2
    exit 1
fi
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then  # none yet, or one that was left half-made
    if ! "$python" -m venv --clear .venv >/dev/null 2>&1; then
        # Debian splits what venv needs into a package of its own, one for each version of Python.
        tools/system_packages.sh "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        "$python" -m venv --clear .venv
    fi
fi
install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check)
"${install[@]}" --require-hashes -r "$lock"
# The package itself is linked, not copied: what you edit is what runs. No build isolation, so nothing unpinned is fetched.
PYTHONWARNINGS=ignore "${install[@]}" --no-deps --no-build-isolation --editable .
