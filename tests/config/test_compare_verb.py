"""`goldenthread compare`: one JSON line a measure."""

import json
import subprocess
import sys

import pytest

from goldenthread.config.cli import main

KEYS = ["measure", "period", "latest", "change", "rank", "quartile", "neighbours_mean", "region", "england"]


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_measure_of_one_area(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["compare", "--area", "885", "--measure", "SEN_EHC_All_20wks"])

    assert status == 0
    assert lines(capsys) == [
        {
            "measure": "SEN_EHC_All_20wks", "period": "2024", "latest": 37.2, "change": 9.7, "rank": 102,
            "quartile": "C", "neighbours_mean": 25.84, "region": 41.0, "england": 45.9,
        }
    ]  # fmt: skip


def test_one_of_our_own_measures_goes_by_its_short_code(capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", "--area", "885", "--measure", "plans_in_20_weeks_including_exceptions"])

    assert [(line["measure"], line["latest"]) for line in lines(capsys)] == [("SEN_EHC_All_20wks", 37.2)]


def test_every_measure_has_the_same_keys_in_the_same_order(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["compare", "--area", "885"])

    found = lines(capsys)
    assert status == 0
    assert len({line["measure"] for line in found}) == len(found) > 100
    assert {tuple(line) for line in found} == {tuple(KEYS)}
    assert {line["quartile"] for line in found} <= {"A", "B", "C", "D", None}


def test_missing_is_null_and_not_zero(capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", "--area", "838", "--measure", "SEN_EHC_Excpt_20wks"])

    (line,) = lines(capsys)
    assert (line["latest"], line["change"], line["rank"], line["quartile"]) == (None, None, None, None)
    assert line["england"] == 46.4


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["--area", "000"], "No figures are published for area “000”"),
        (["--area", "885", "--measure", "happiness"], "No published figures are carried for “happiness”"),
        (["--area", "885", "--measure", "plans_in_force_by_need"], "is published by primary need"),
        (["--area", "928", "--measure", "plans_in_20_weeks_excluding_exceptions"], "was last published without"),
    ],
)
def test_what_cannot_be_compared_is_said_on_standard_error(
    asked: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["compare", *asked])

    said = capsys.readouterr()
    assert (status, said.out) == (1, "")
    assert sentence in said.err


def test_it_starts_without_the_web_framework_or_the_analytical_engine() -> None:
    code = (
        "import sys; from goldenthread.config.cli import main;"
        "main(['compare', '--area', '885', '--measure', 'SEN_EHC_All_20wks']);"
        "print(sorted({'django', 'numpy', 'pandas', 'pyarrow', 'ibis'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"
