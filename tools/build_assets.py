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
STAMP = VENDORED / "built-from.txt"
WANTED_FONTS = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")


def fingerprint() -> str:
    """Changes when a pinned version, a style or this file does."""
    sources = [ROOT / "package-lock.json", Path(__file__), *sorted((UI / "styles").glob("*.scss"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def up_to_date() -> bool:
    made = [VENDORED / name for name in ("goldenthread.css", "govuk-frontend.min.js")]
    made += [FONTS / f"Arimo_{font}.ttf" for font in WANTED_FONTS]
    return STAMP.exists() and STAMP.read_text() == fingerprint() and all(path.exists() for path in made)


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)  # noqa: S603  our own words


def bring_node() -> None:
    """A machine without npm gets one from PyPI, by hash, into the environment that runs this."""
    if shutil.which("npm") and shutil.which("node"):
        return
    binaries = Path(sys.executable).parent
    if not (binaries / "npm").exists():
        lock = ROOT / "requirements" / "node.txt"
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, "--require-hashes", "-r", lock)
    os.environ["PATH"] = f"{binaries}{os.pathsep}{os.environ['PATH']}"


def install() -> None:
    """What package-lock.json names, checked by hash."""
    installed = MODULES / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= (ROOT / "package-lock.json").stat().st_mtime:
        return
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")


def build() -> None:
    """The stamp goes first and comes back last: what was left half-made is made again."""
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
    if up_to_date():
        return
    bring_node()
    install()
    build()
    STAMP.write_text(fingerprint())


if __name__ == "__main__":
    main()
