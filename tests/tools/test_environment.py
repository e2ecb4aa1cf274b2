"""How the environment is made on machines of several kinds, each pretended: its commands write down their calls."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# As Debian's: venv fails until its package is there, and leaves a half-made environment behind.
PYTHON = """#!/bin/sh
case "$1 $2" in
    "-c "*version_info\\ *) exit ${TOO_OLD:-0} ;;
    "-c "*) echo python3.11-venv ;;
    "-V "*) echo "Python 3.10.1" ;;
    "-m venv")
        mkdir -p .venv/bin
        [ -e installed ] || exit 1
        echo "venv" >> called
        cp "$0" .venv/bin/python ;;
    "-m pip") [ "$3" = --version ] || { shift 3; echo "pip $*" >> called; } ;;
esac
"""
APT_GET = """#!/bin/sh
echo "apt-get $1" >> called
[ "$1" = update ] || { touch installed; for last; do :; done; echo "$last" >> called; }
"""
MISSING = "#!/bin/sh\nexit 1\n"
LOCKED = "pip --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt"
LINKED = "pip --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable ."


@dataclass
class Machine:
    tree: Path

    def has(self, name: str, script: str) -> None:
        command = self.tree / "bin" / name
        command.write_text(script)
        command.chmod(0o755)

    def make(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """With nothing on the path but what the machine was given."""
        command = [self.tree / "tools" / "environment.sh", "requirements/runtime.txt"]
        path = {"PATH": str(self.tree / "bin")}
        return subprocess.run(command, env={**path, **environment}, capture_output=True, text=True)

    def called(self) -> list[str]:
        lines = (self.tree / "called").read_text().splitlines() if (self.tree / "called").exists() else []
        (self.tree / "called").unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for folder in ("tools", "bin"):
        (tmp_path / folder).mkdir()
    for script in ("environment.sh", "system_packages.sh"):
        shutil.copy(ROOT / "tools" / script, tmp_path / "tools")
    for name in ("sh", "bash", "env", "dirname", "mkdir", "cp", "touch", "grep"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or name)
    machine = Machine(tmp_path)
    machine.has("python3", PYTHON)
    machine.has("dpkg-query", MISSING)
    machine.has("id", "#!/bin/sh\necho 0\n")
    return machine


def test_debian_is_given_what_venv_wants(machine: Machine) -> None:
    machine.has("apt-get", APT_GET)

    done = machine.make()

    assert (done.returncode, done.stderr) == (0, "Installing python3.11-venv …\n")
    assert machine.called() == ["apt-get update", "apt-get install", "python3.11-venv", "venv", LOCKED, LINKED]


def test_a_sound_environment_is_kept(machine: Machine) -> None:
    (machine.tree / "installed").touch()
    machine.make()
    machine.called()

    machine.make()

    assert machine.called() == [LOCKED, LINKED]


def test_a_half_made_environment_is_made_again(machine: Machine) -> None:
    (machine.tree / "installed").touch()
    (machine.tree / ".venv" / "bin").mkdir(parents=True)

    machine.make()

    assert machine.called() == ["venv", LOCKED, LINKED]


@pytest.mark.parametrize(
    ("commands", "environment", "sentence"),
    [
        (
            {},
            {},
            "This machine has no apt-get. Install what Debian calls python3.11-venv in its own way, then try again.\n",
        ),
        (
            {"apt-get": APT_GET, "id": "#!/bin/sh\necho 1000\n"},
            {},
            "Ask an administrator to run: apt-get install python3.11-venv\n",
        ),
        (
            {},
            {"TOO_OLD": "1"},
            "Goldenthread needs Python 3.11 or newer; python3 is Python 3.10.1. Name another with PYTHON=…\n",
        ),
    ],
    ids=["no apt-get", "not root", "old Python"],
)
def test_what_cannot_be_done_is_said(
    machine: Machine, commands: dict[str, str], environment: dict[str, str], sentence: str
) -> None:
    for name, script in commands.items():
        machine.has(name, script)

    done = machine.make(**environment)

    assert (done.returncode, done.stderr) == (1, sentence)
    assert machine.called() == []
