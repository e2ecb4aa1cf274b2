"""The column sets of a real census, by the sector's own synthetic files, through the front door."""

import gzip
from pathlib import Path

import pytest

from goldenthread.foundation.intake import reads as intake
from goldenthread.record.establishments.models import PupilExtract
from tests.factories.pupils import PRIMARY, bring, understood, zipped

FOLDER = Path(__file__).parents[3].parent / "shared" / "data" / "schools"
TABLES = ("pupilonroll", "senneeds", "termlysessiondetailsonroll", "termlyexclusionsonroll")
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="needs the shared data folder"),
]


def table(name):
    return gzip.decompress((FOLDER / f"synthetic_census_2025_spring_{name}.csv.gz").read_bytes())


def test_the_censuss_own_zip_gives_pupils_half_days_and_exclusions(area):
    schools = {f"school:SCH{number}": PRIMARY for number in range(1, 9)}

    batch = bring(zipped(**{name: table(name) for name in TABLES}), "census_2025_spring.zip", **schools)

    kept = {(each.kind, each.day.isoformat()): each.rows for each in PupilExtract.objects.all()}
    assert batch.source == "pupil_census"
    assert kept == {
        ("census", "2025-01-16"): 9498, ("sessions", "2024-09-01"): 713,
        ("exclusions", "2025-01-01"): 9109, ("exclusions", "2025-04-01"): 951,
    }  # fmt: skip
    assert {each.code for each in intake.problems(batch)} == {"PUP9", "PUP10", "PUP11", "PUP14", "PUP19", "PUP20"}


def test_until_its_schools_are_known_nothing_is_taken_and_each_is_asked_for(area):
    batch, understanding = understood(table("pupilonroll"), "census_2025_spring_pupilonroll.csv")

    assert (understanding.ready, understanding.refused) == (0, 9498)
    assert sorted(choice.name for choice in understanding.choices) == [
        "census_on", *(f"school:SCH{number}" for number in range(1, 9)),
    ]  # fmt: skip
    assert {each.code for each in intake.problems(batch)} >= {"PUP4"}
