"""`goldenthread paper`."""

import pytest

from goldenthread.config.cli import main

ASKED = ["--meeting", "2026-11-12", "--as-at", "2026-10-31"]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(settings, tmp_path) -> None:
    settings.HOME = tmp_path / "home"


def test_it_writes_a_real_areas_paper_in_three_formats_and_says_what_is_missing(tmp_path, capsys) -> None:
    status = main(["paper", "--area", "885", *ASKED, "--out", str(tmp_path / "out")])

    name = "cabinet_report-885-2026-11-12-edition-1"
    assert status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{name}.{f}" for f in ("docx", "html", "pdf")
    ]
    assert "Still missing: words for “What does the monitoring officer advise?”" in capsys.readouterr().err


def test_asked_twice_it_makes_the_same_paper_again(tmp_path) -> None:
    out = tmp_path / "out"

    for _ in range(2):
        main(["paper", "--area", "885", *ASKED, "--out", str(out)])

    assert len(list(out.iterdir())) == 3


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--area", "000"], "There is no area with the code 000. Check it and try again.\n"),
        (["--area", "885", "--report", "x"], "There is no report “x”. There is: cabinet_report.\n"),
    ],
)
def test_a_wrong_name_is_said(wrong: list[str], said: str, capsys) -> None:
    status = main(["paper", *wrong, *ASKED])

    assert (status, capsys.readouterr().err) == (1, said)
