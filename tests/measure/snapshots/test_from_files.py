"""SEN2 files of one area or of many, straight to tables."""

from datetime import date

import pytest

from goldenthread.measure.snapshots import parquet
from goldenthread.measure.snapshots.from_files import Job, read
from tests.rules.sen2.people import ACTIVE, HEADER, REQUEST, person, xml

JOB = Job(date(2026, 1, 15), "key")
OTHER = person({"surname": "Baptiste", "upn": "M850000000002"})
WRONG = person({"upn": "B850000000003", f"{REQUEST}.receiveddate": "2025-02-30"})


@pytest.fixture
def write(tmp_path):
    def written(name, *persons, **header):
        path = tmp_path / name
        path.write_bytes(xml(*persons, header={**HEADER, **header}))
        return path

    return written


def test_files_of_several_areas_are_kept_apart(write):
    paths = [write("b.xml", person(), OTHER, lea="886"), write("a.xml", person(), lea="885")]

    found = list(read(paths, JOB))

    assert [(one.area, one.tables["plans"].num_rows) for one in found] == [("885", 1), ("886", 2)]
    assert [one.tables["cases"]["area"].to_pylist() for one in found] == [["885"], ["886", "886"]]


def test_files_of_one_area_are_merged(write):
    """One plan, and the reviews that either year told of."""
    before = {
        f"{REQUEST}.receiveddate": "2023-01-09",
        f"{REQUEST}.requestoutcomedate": "2023-02-10",
        f"{REQUEST}.assessment.assessmentoutcomedate": "2023-05-20",
        f"{REQUEST}.assessment.namedplan.startdate": "2023-05-20",
        f"{ACTIVE}.placementdetail.0.entrydate": "2023-09-01",
    }
    earlier = {**before, f"{ACTIVE}.reviewmeeting": "2024-11-04", f"{ACTIVE}.lastreview": "2024-11-25"}
    paths = [
        write("2026.xml", person(before)),
        write("2025.xml", person(earlier), year="2025", referencedate="2025-01-16"),
    ]

    (area,) = read(paths, JOB)

    assert [(told.path.name, told.kept) for told in area.files] == [("2026.xml", 1), ("2025.xml", 1)]
    assert area.tables["plans"].num_rows == 1
    assert area.tables["reviews"]["meeting_on"].to_pylist() == [date(2024, 11, 4), date(2025, 11, 3)]


def test_a_person_with_an_error_is_left_out_and_counted(write):
    (area,) = read([write("a.xml", person(), WRONG)], JOB)

    (told,) = area.files
    assert (told.kept, told.aside, told.errors, told.queries, told.problems) == (1, 1, 1, 0, "")
    assert area.tables["cases"].num_rows == 1


def test_problems_are_told_where_they_are_asked_for(write):
    (area,) = read([write("a.xml", WRONG)], Job(JOB.as_at, JOB.key, problems=True))

    assert area.files[0].problems.count("\n") == 1
    assert '"file": "a.xml", "code": "F04"' in area.files[0].problems


def test_a_broken_file_is_told_and_the_others_go_on(write, tmp_path):
    broken = write("broken.xml", person(), OTHER, lea="886")
    broken.write_bytes(broken.read_bytes()[:-700])
    (tmp_path / "none.xml").write_bytes(b"no return at all")

    found = list(read([broken, tmp_path / "none.xml", tmp_path / "gone.xml", write("a.xml", person(), lea="885")], JOB))

    told = {each.path.name: each.fault for area in found for each in area.files}
    assert told["a.xml"] == ""
    assert "1 person was read before it" in told["broken.xml"]
    assert told["none.xml"].startswith("The file is not XML")
    assert told["gone.xml"].startswith("The file cannot be opened: No such file")
    assert {area.area: area.tables["cases"].num_rows for area in found if area.tables} == {"885": 1}


@pytest.mark.slow
def test_two_at_a_time_give_the_same(write):
    paths = [write(f"{code}.xml", person(), OTHER, lea=code) for code in ("885", "886", "887")]

    assert list(read(paths, JOB, workers=2)) == list(read(paths, JOB))


def test_tables_are_appended_to_one_file_each(write, tmp_path):
    paths = [write("a.xml", person(), lea="885"), write("b.xml", person(), lea="886")]

    with parquet.appending(tmp_path / "kept") as append:
        for area in read(paths, JOB):
            append(area.tables)

    kept = parquet.read(tmp_path / "kept")
    assert kept["plans"]["area"].to_pylist() == ["885", "886"]
    assert kept["survey"].num_rows == 0
