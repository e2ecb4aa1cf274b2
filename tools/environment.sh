#!/usr/bin/env bash
# Make .venv and install exactly what a lock file names, checked by hash. Usage: tools/environment.sh requirements/FILE.txt
set -euo pipefail
lock=$1

if ! [ -x .venv/bin/pip ]; then
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
        || { echo "Goldenthread needs Python 3.11 or newer; this is $(python3 --version)." >&2; exit 1; }
    if ! python3 -m venv .venv 2>/dev/null; then  # Debian keeps venv in a package of its own
        tools/system_packages.sh python3-venv
        python3 -m venv --clear .venv
    fi
fi
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
# The package itself is linked, not copied: what you edit is what runs. No build isolation, so nothing unpinned is fetched.
.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
