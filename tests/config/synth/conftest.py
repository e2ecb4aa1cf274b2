"""A small Marlshire, written once, and the full one for the slow tests."""

from pathlib import Path

import pytest

from goldenthread.config.synth import demo
from goldenthread.config.synth.area import FictionalArea, imagine
from goldenthread.config.synth.profile import marlshire

SEED = 20261031


@pytest.fixture(scope="session")
def small() -> FictionalArea:
    return imagine(marlshire(160), SEED)


@pytest.fixture(scope="session")
def full() -> FictionalArea:
    return imagine(marlshire(), SEED)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    demo.write(folder, marlshire(160), SEED)
    return folder


@pytest.fixture(scope="session")
def full_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full")
    demo.write(folder, marlshire(), SEED)
    return folder
