"""Styles and fonts are built once, and again only when something they are made of has changed.

A copy of the tree is dressed by a pretended npm and node: they are the network's edge.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow

NPM = """#!/bin/sh
echo "npm $1" >> called
mkdir -p node_modules/govuk-frontend/dist/govuk
echo script > node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js
for font in 400Regular 400Regular_Italic 700Bold 700Bold_Italic; do
    mkdir -p node_modules/@expo-google-fonts/arimo/$font
    echo font > node_modules/@expo-google-fonts/arimo/$font/Arimo_$font.ttf
done
echo {} > node_modules/.package-lock.json
"""
NODE = """#!/bin/sh
echo node >> called
for last; do :; done
echo css > "$last"
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    styles = tmp_path / "goldenthread" / "foundation" / "ui" / "styles"
    for folder in (styles, tmp_path / "tools", tmp_path / "bin"):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "build_assets.py", tmp_path / "tools")
    (tmp_path / "package-lock.json").write_text("{}")
    (styles / "goldenthread.scss").write_text("a { b: c }")
    for name, script in (("npm", NPM), ("node", NODE)):
        command = tmp_path / "bin" / name
        command.write_text(script)
        command.chmod(0o755)
    return tmp_path


def build(tree: Path, path: str | None = None) -> list[str]:
    """What it called."""
    (tree / "called").unlink(missing_ok=True)
    path = path or f"{tree / 'bin'}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([sys.executable, tree / "tools" / "build_assets.py"], check=True, env={"PATH": path})
    called = tree / "called"
    return called.read_text().splitlines() if called.exists() else []


def test_a_bare_tree_is_dressed(tree: Path) -> None:
    assert build(tree) == ["npm ci", "node"]
    assert (tree / "goldenthread/foundation/ui/static/vendored/goldenthread.css").read_text() == "css\n"
    assert len(list((tree / "goldenthread/publish/reports/fonts").glob("*.ttf"))) == 4


def test_a_dressed_tree_is_left_alone_and_needs_no_node(tree: Path) -> None:
    build(tree)

    assert build(tree, path="/nowhere") == []


def test_a_changed_style_is_built_without_installing_again(tree: Path) -> None:
    build(tree)

    (tree / "goldenthread/foundation/ui/styles/goldenthread.scss").write_text("a { b: d }")

    assert build(tree) == ["node"]


def test_a_new_lock_is_installed(tree: Path) -> None:
    build(tree)

    lock, installed = tree / "package-lock.json", tree / "node_modules/.package-lock.json"
    lock.write_text('{"new": 1}')
    os.utime(installed, (0, 0))

    assert build(tree) == ["npm ci", "node"]


@pytest.mark.parametrize(
    "lost", ["foundation/ui/static/vendored/goldenthread.css", "publish/reports/fonts/Arimo_700Bold.ttf"]
)
def test_what_was_lost_is_made_again(tree: Path, lost: str) -> None:
    build(tree)

    (tree / "goldenthread" / lost).unlink()

    assert build(tree) == ["node"]
    assert (tree / "goldenthread" / lost).exists()
