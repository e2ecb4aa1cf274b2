"""Frozen by columns and frozen case by case, persons become the same rows."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.config.synth import demo
from goldenthread.config.synth.profile import Profile
from goldenthread.measure.snapshots import from_returns, parquet
from goldenthread.measure.snapshots.freezing import tables_of
from goldenthread.rules.cases import freeze
from goldenthread.rules.pseudonym import pseudonyms
from goldenthread.rules.sen2.checked import Checked
from goldenthread.rules.sen2.merge import FileRef, Merger
from goldenthread.rules.sen2.reader import read_xml
from goldenthread.rules.sen2.templates import Alike
from goldenthread.rules.tables import BY_NAME
from tests.rules.sen2.people import ACTIVE, ASSESSMENT, ATTENDED, PLAN, REQUEST, person, xml

pytestmark = pytest.mark.oracle
AREA, PSEUDONYM = "999", pseudonyms("key")
DAYS = ("2025-01-06", "2025-09-02", "2014-03-04", "2026-03-01", "2025-02-30", "2025-06-30T09:30:00", "1890-01-01", "?")
CODES = ("Y", "N", "A", "W", "H", "M", "?")
FLAGS = ("1", "0", "true", "2")
NEED = f"{ACTIVE}.senneed.0"


def told(columns: str, of: str, values: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {f"{of}.{column}": values for column in columns.split()}


CHANGES: dict[str, tuple[Any, ...]] = {
    "personbirthdate": DAYS,
    "upn": ("Y850000000001", "y85-0000000002", None),
    "sex": ("F", "M", None),
    **told("receiveddate requestoutcomedate", REQUEST, DAYS),
    **told("requestoutcome requestsource", REQUEST, CODES),
    **told("requestmediation requesttribunal", REQUEST, FLAGS),
    f"{REQUEST}.exported": ("885",),
    ASSESSMENT: (None, {}, {"assessmentoutcome": "N"}, {"namedplan": {"startdate": "2025-03-01"}}),
    ACTIVE: (None, {}, {"transferla": "885"}),
    **told("assessmentoutcomedate", ASSESSMENT, DAYS),
    **told("assessmentoutcome", ASSESSMENT, CODES),
    **told("week20 assessmentmediation assessmenttribunal othermediation othertribunal", ASSESSMENT, FLAGS),
    **told("startdate ceasedate", PLAN, DAYS),
    **told("ceasereason", PLAN, CODES),
    **told("pb", PLAN, FLAGS),
    **told("reviewmeeting lastreview reviewdraft phasetransferduedate phasetransferfinaldate", ACTIVE, DAYS),
    **told("reviewoutcome transferla", ACTIVE, CODES),
    **told("entrydate leavingdate", ATTENDED, DAYS),
    **told("sensetting res wbp", ATTENDED, CODES),
    **told("placementrank", ATTENDED, ("1", "2", "01")),
    **told("senunitindicator resourcedprovisionindicator", ATTENDED, FLAGS),
    **told("sentype", NEED, ("SEMH", "ASD", None)),
    **told("sentyperank", NEED, ("1", "2", "3", None)),
}
CHANGE = st.sampled_from(sorted(CHANGES)).flatmap(lambda path: st.tuples(st.just(path), st.sampled_from(CHANGES[path])))
MORE_PLACES = st.fixed_dictionaries(
    {},
    optional={
        "urn": st.sampled_from(["123456", "100001"]),
        "sensetting": st.sampled_from(CODES),
        "entrydate": st.sampled_from(DAYS),
        "leavingdate": st.sampled_from(DAYS),
        "placementrank": st.sampled_from(["1", "2"]),
        "resourcedprovisionindicator": st.sampled_from(FLAGS),
    },
)


def changed(record: dict[str, Any], change: tuple[str, Any]) -> None:
    """Where the path still leads somewhere."""
    path, value = change
    *above, last = path.split(".")
    row: Any = record
    for step in above:
        row = row[int(step)] if step.isdigit() else row.get(step)
        if not row:
            return
    if value is None:
        row.pop(last, None)
    else:
        row[last] = value


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    record = person()
    del record["line"]
    if draw(st.booleans()):
        record["requests"] += person()["requests"]
    record["requests"][0]["activeplans"]["placementdetail"] += draw(st.lists(MORE_PLACES, max_size=3))
    for change in draw(st.lists(CHANGE, max_size=5)):
        changed(record, change)
    return record


def case_by_case(people: list[Any], as_at: date) -> dict[str, pa.Table]:
    frozen = freeze(map(from_returns.person, people), as_at, PSEUDONYM, {}, AREA)
    rows = {"cases": frozen.cases, "plans": frozen.plans, "reviews": frozen.reviews}
    return {name: parquet.typed(BY_NAME[name], each) for name, each in rows.items()}


def said(tables: dict[str, pa.Table]) -> dict[str, Any]:
    return {name: (table.to_pylist(), parquet.content_hash(table)) for name, table in tables.items()}


@given(st.lists(records(), min_size=1, max_size=4), st.sampled_from(DAYS[:4]))
@settings(max_examples=100, deadline=None)
def test_any_persons_become_the_same_rows(persons: list[dict[str, Any]], day: str) -> None:
    """Of each two, so that the second is read by the template of the first; nobody is left out for an error."""
    people = list(read_xml(BytesIO(xml(*persons, *persons))).persons)
    as_at = date.fromisoformat(day)

    assert sum(isinstance(each, Alike) for each in people) >= len(persons)
    assert said(tables_of(people, as_at, PSEUDONYM, AREA)) == said(case_by_case(people, as_at))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    demo.write(folder, Profile("999", "Marlshire", 300), 11)
    return folder


def good(path: Path) -> list[Any]:
    with path.open("rb") as stream:
        return list(Checked(read_xml(stream)).persons())


@pytest.mark.parametrize("as_at", [date(2024, 5, 2), date(2025, 10, 1), date(2026, 1, 15)])
def test_a_return_becomes_the_same_tables(files: Path, as_at: date) -> None:
    people = good(files / "sen2_2026.xml")

    found = tables_of(people, as_at, PSEUDONYM, AREA)

    assert said(found) == said(case_by_case(people, as_at))
    assert found["plans"].num_rows > 20


def test_a_batch_may_end_anywhere(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    people = good(files / "sen2_2026.xml")
    whole = tables_of(people, date(2026, 1, 15), PSEUDONYM, AREA)
    monkeypatch.setattr("goldenthread.measure.snapshots.freezing._AT_A_TIME", 7)
    monkeypatch.setattr("goldenthread.measure.snapshots.freezing._ROWS_AT_A_TIME", 3)

    assert said(tables_of(people, date(2026, 1, 15), PSEUDONYM, AREA)) == said(whole)


def test_persons_of_several_returns_become_the_same_tables(files: Path) -> None:
    merger = Merger()
    for year in (2024, 2025, 2026):
        for record in good(files / f"sen2_{year}.xml"):
            merger.add(FileRef(date(year, 1, 15), f"sen2_{year}.xml"), record)
    people = list(merger.people())

    found = tables_of(people, date(2026, 1, 15), PSEUDONYM, AREA)

    assert said(found) == said(case_by_case(people, date(2026, 1, 15)))
    assert found["reviews"].num_rows > 20


def test_nobody_makes_no_tables() -> None:
    assert tables_of([], date(2026, 1, 15), PSEUDONYM, AREA) == {}
