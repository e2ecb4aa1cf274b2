"""Two ways in, one schema: a return taken into the record and frozen, and the same return read straight."""

from datetime import date

import pytest
from django_scopes import scope

from goldenthread.config.synth import demo
from goldenthread.config.synth.profile import Profile
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.source import Upload
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.snapshots import parquet, reads
from goldenthread.measure.snapshots.writes import freeze_records
from tests.factories import casework, people

CENSUS = date(2026, 1, 15)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    demo.write(folder, Profile("999", "Marlshire", 120), 7)
    return folder


def through_the_record(paths, area):
    with scope(area=area):
        for path in paths:
            upload = Upload(path.name, path.stat().st_size, lambda path=path: path.open("rb"))
            batch = intake.receive(area=area, upload=upload, by=SYSTEM, on=casework.ON)
            intake.understand(batch=batch, by=SYSTEM, on=casework.ON)
            intake.commit(batch=batch, by=SYSTEM, on=casework.ON)
        snapshot = freeze_records(area=area, as_at=CENSUS, by=SYSTEM, on=casework.ON)
    return parquet.read(reads.folder(snapshot))


def straight(paths, key, into):
    assert [one.fault for area in reads.tables_of(paths, CENSUS, key, into) for one in area.files if one.fault] == []
    return parquet.read(into)


@pytest.mark.oracle
@pytest.mark.django_db
def test_both_ways_give_the_same_tables(files, settings, tmp_path):
    settings.SNAPSHOTS = tmp_path / "snapshots"
    paths = [files / "sen2_2026.xml"]

    kept = through_the_record(paths, people.area())
    read = straight(paths, settings.PSEUDONYM_KEY, tmp_path / "straight")

    for name in ("cases", "plans", "reviews"):
        assert kept[name].to_pylist() == read[name].to_pylist()
        assert parquet.content_hash(kept[name]) == parquet.content_hash(read[name])
    assert min(kept[name].num_rows for name in ("cases", "plans", "reviews")) > 20


@pytest.mark.oracle
@pytest.mark.django_db
def test_both_ways_follow_every_case_of_two_returns_alike(files, settings, tmp_path):
    settings.SNAPSHOTS = tmp_path / "snapshots"
    paths = [files / "sen2_2024.xml", files / "sen2_2026.xml"]

    kept = through_the_record(paths, people.area())
    read = straight(paths, settings.PSEUDONYM_KEY, tmp_path / "straight")

    for name in ("cases", "plans", "reviews"):
        assert kept[name].to_pylist() == read[name].to_pylist()
