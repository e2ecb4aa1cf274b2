"""Official files in: what is taken, what is kept aside and why, and what a file that cannot be loaded is told."""

import gzip
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goldenthread.foundation.ledger.models import Entry
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.benchmarks import reads, writes
from goldenthread.measure.benchmarks.shelf import Loaded

pytestmark = pytest.mark.django_db
ON = date(2027, 7, 1)
IDENTIFYING = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,"
    "old_la_code,la_name"
)
ENGLAND = "National,E92000001,England,,,,,"
WEST_MIDLANDS = "Regional,E92000001,England,E12000005,West Midlands,,,"
WORCESTERSHIRE = "Local authority,E92000001,England,E12000005,West Midlands,E10000034,885,Worcestershire"
Load = Callable[..., Loaded]


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path: Path) -> Path:
    settings.BENCHMARKS = tmp_path / "benchmarks"
    return settings.BENCHMARKS


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loaded(text: str | bytes, name: str = "figures.csv", on: date = ON, **told: str) -> Loaded:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return writes.load(path=path, told=writes.Told(**told), by=SYSTEM, on=on)[0]

    return loaded


def data_file(*rows: str, columns: str) -> str:
    return "\n".join((f"{IDENTIFYING},{columns}", *rows)) + "\n"


def row(place: str, cells: str, time: str = "2025,Calendar year") -> str:
    return f"{time},{place},{cells}"


PUPILS = data_file(
    row(ENGLAND, "All pupils,All pupils,1000,x,4.5"),
    row(WORCESTERSHIRE, "All pupils,All pupils,20,c,low"),
    row(WORCESTERSHIRE, "Sex,Female,9,z,.."),
    columns="breakdown_topic,breakdown,pupils,absent,rate",
)


def test_numbers_and_symbols_are_taken_for_what_they_say(load: Load) -> None:
    made = load(PUPILS)

    latest = {code: reads.published(code, "885")[0] for code in made.measures}
    assert (made.shape, made.rows, made.figures, made.kept_aside) == ("data file", 3, 9, {})
    assert {code: (one.value, one.status.value) for code, one in latest.items()} == {
        "figures.pupils": (20, ""),
        "figures.absent": (None, "suppressed"),
        "figures.rate": (None, "low"),
    }


def test_a_breakdown_is_asked_for_by_name_and_stays_out_of_the_whole(load: Load) -> None:
    load(PUPILS)

    whole, girls = reads.published("figures.pupils", "885"), reads.published("figures.pupils", "885", "Sex / Female")

    assert ([one.value for one in whole], [one.value for one in girls]) == ([20], [9])


def test_older_symbols_are_known_too(load: Load) -> None:
    cells = [":", "~", "-", ".", "..", "u"]
    load(data_file(*(row(WORCESTERSHIRE, cell, f"{2019 + n},Calendar year") for n, cell in enumerate(cells)),
                   row(WORCESTERSHIRE, "5"), columns="pupils"))  # fmt: skip

    assert [one.status.value for one in reads.published("figures.pupils", "885")] == [
        "unavailable", "suppressed", "missing", "not applicable", "unavailable", "unreliable", "",
    ]  # fmt: skip


def test_what_cannot_be_understood_is_kept_aside_with_its_line(load: Load) -> None:
    plain = [row(WORCESTERSHIRE, "5", f"{1800 + n},Calendar year") for n in range(150)]
    nowhere = WORCESTERSHIRE.replace("E10000034,885,Worcestershire", "E10999999,000,Nowhere")
    made = load(data_file(*plain, row(nowhere, "7"), row(WORCESTERSHIRE, "?"), row(WORCESTERSHIRE, "8", "soon,"),
                          row(WORCESTERSHIRE, "6", "1800,Calendar year"), columns="pupils"))  # fmt: skip

    assert dict(made.kept_aside) == {
        "neither a number nor a symbol used in official tables": 1,
        "no area of England is known by: 000, E10999999, Nowhere": 1,
        "no year can be read in the period": 1,
        "the same place, period and breakdown as a row above": 1,
    }
    assert made.aside.read_text(encoding="utf-8").splitlines()[1:] == [
        'figures,152,"","","no area of England is known by: 000, E10999999, Nowhere"',
        "figures,153,pupils,?,neither a number nor a symbol used in official tables",
        'figures,154,"","",no year can be read in the period',
        'figures,155,"","","the same place, period and breakdown as a row above"',
    ]


def test_an_area_under_an_old_code_is_found_and_said(load: Load) -> None:
    old = "Local authority,E92000001,England,E12000001,North East,E08000020,,Gateshead"
    made = load(data_file(row(old, "5"), columns="pupils"))

    assert reads.published("figures.pupils", "390")[0].value == 5
    assert made.notes == ("Gateshead: E08000020 until 1 April 2013, since then E08000037.",)


def test_a_former_areas_figures_stay_its_own(load: Load) -> None:
    former = "Local authority,E92000001,England,E12000002,North West,E10000006,909,Cumbria"
    made = load(data_file(row(former, "5"), columns="pupils"))

    assert [len(reads.published("figures.pupils", area)) for area in ("909", "942")] == [1, 0]
    assert made.notes[0].startswith("Cumbria (909) became Cumberland (942), or a part of it, on 1 April 2023.")


def test_a_file_loaded_twice_changes_nothing(load: Load, shelf: Path) -> None:
    load(PUPILS)
    before = {path.name: path.stat().st_mtime_ns for path in shelf.iterdir()}

    again = load(PUPILS, on=date(2028, 1, 1))

    assert {path.name: path.stat().st_mtime_ns for path in shelf.iterdir()} == before
    assert (again.loaded_on, Entry.objects.filter(what="loaded published figures").count()) == (ON, 1)


def test_a_load_leaves_one_ledger_line_and_says_where_it_came_from(load: Load) -> None:
    made = load(PUPILS, release="2026", title="Pupils")

    entry = Entry.objects.get()
    assert (entry.what, entry.subject, entry.detail) == (
        "loaded published figures",
        f"benchmarks:{made.key}",
        {"sha256": made.sha256, "rows": 3, "figures": 9, "kept aside": 0},
    )
    assert reads.published("figures.pupils", "885")[0].citation == "Department for Education, Pupils, 2026"
    assert json.loads(made.sidecar.read_text(encoding="utf-8"))["source"]["licence"] == "Open Government Licence v3.0"


def test_a_forgotten_file_leaves_nothing(load: Load, shelf: Path) -> None:
    load(PUPILS)

    writes.forget(name="figures.csv", by=SYSTEM, on=ON)

    assert list(shelf.iterdir()) == []
    assert Entry.objects.filter(what="forgot published figures").count() == 1
    with pytest.raises(reads.UnknownMeasure):
        reads.published("figures.pupils", "885")
    with pytest.raises(writes.NotLoaded, match=r"“figures\.csv”"):
        writes.forget(name="figures.csv", by=SYSTEM, on=ON)


TIMELINESS_2025 = (
    "plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex,"
    "pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,plans_issued_gt_1_year_ex,PC_plans_issued_gt_1_year_ex"
)
TIMELINESS_2026 = f"{TIMELINESS_2025.lower()},avg_weeks_issue_plan,avg_weeks_issue_plan_exc"


@pytest.mark.parametrize(
    ("columns", "everybody", "more"),
    [(TIMELINESS_2025, "All EHC plans issued", ""), (TIMELINESS_2026, "All EHC plans", ",25.1,24.2")],
)
def test_a_newer_release_of_either_shape_adds_to_the_headlines(
    load: Load, columns: str, everybody: str, more: str
) -> None:
    load(
        data_file(
            row(WORCESTERSHIRE, f"{everybody},{everybody},1000,900,500,450,50.0,50.0,45,5.0{more}"),
            row(WORCESTERSHIRE, f"Sex,Female,400,300,200,100,50.0,33.3,5,1.7{more}"),
            columns=f"breakdown_topic,breakdown,{columns}",
        ),
        name="timeliness.csv",
    )

    record = reads.published("plans_in_20_weeks_excluding_exceptions", "885")
    compared = reads.beside("plans_in_20_weeks_excluding_exceptions", "885")

    assert [(one.period.label, one.value) for one in record][-2:] == [("2024", 37.4), ("2025", 50.0)]
    assert compared is not None
    assert (compared.area.numerator, compared.change, compared.ranked, compared.quartile) == (
        450, pytest.approx(12.6), 1, None,
    )  # fmt: skip


def test_the_newest_release_is_the_figure_and_the_older_one_is_kept(load: Load) -> None:
    load(
        data_file(
            row(WORCESTERSHIRE, "All,All,1400,1380,600,520,42.9,37.7,45,5.0", "2024,Calendar year"),
            row(WORCESTERSHIRE, "All,All,1000,900,500,450,50.0,50.0,45,5.0"),
            columns=f"breakdown_topic,breakdown,{TIMELINESS_2026.rpartition(',avg_weeks_issue_plan,')[0]}",
        )
    )

    revised = next(
        f for f in reads.published("plans_in_20_weeks_excluding_exceptions", "885") if f.period.label == "2024"
    )

    assert (revised.value, [(one.value, one.source) for one in reads.earlier(revised)]) == (37.7, [(37.4, "ees-2025")])


def test_an_older_release_takes_nothing_back(load: Load) -> None:
    load(
        data_file(
            row(WORCESTERSHIRE, "All,All,1,1,1,1,100,100,0,0", "2023,Calendar year"),
            columns=f"breakdown_topic,breakdown,{TIMELINESS_2025}",
        )
    )

    record = {one.period.label: one.value for one in reads.published("plans_in_20_weeks_excluding_exceptions", "885")}

    assert (record["2023"], record["2024"]) == (27.7, 37.4)


LAIT = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"


def test_lait_is_taken_by_its_short_codes(load: Load) -> None:
    made = load(
        LAIT + "SEN_TotStat,% with plans,2027,Worcestershire,7.1,885.0,West Midlands\n"
        "SEN_TotStat,% with plans,2027,England,6.4,970.0,NA\n"
        "SEN_TotStat,% with plans,2027,Nowhere,6.4,333333.0,NA\n"
        "FirstYJS,Entrants,2027,England,1300,970.0,NA\n"
        "SEN_TotStat,% with plans,2028,Worcestershire,-,885.0,West Midlands\n",
        name="bds.csv",
    )

    assert reads.series("SEN_TotStat", "885")["2027"] == 7.1
    assert dict(made.kept_aside) == {
        "England’s figure is wrong in LAIT: a sum of regional rates": 1,
        "no area of England has this LA Number": 1,
    }


def test_neighbours_are_kept_by_version(load: Load) -> None:
    heading = "LA num,LA Name," + ",".join(f"SN{n},SNP{f'.{n - 1}' if n > 1 else ''}" for n in range(1, 11))
    load(
        f"{heading}\n885,Worcestershire,{','.join('933,Close' for _ in range(10))}\n", name="neighbours_april_2027.csv"
    )

    def nearest(**when: object) -> tuple[str, str]:
        first = reads.neighbours("885", **when)[1]
        return first.area.code, first.version

    assert [nearest(), nearest(on=date(2026, 1, 1)), nearest(on=date(2020, 1, 1)), nearest(version="2027-04")] == [
        ("933", "2027-04"), ("916", "2025-05"), ("916", "2025-05"), ("933", "2027-04"),
    ]  # fmt: skip


def test_a_list_of_neighbours_without_a_date_is_refused(load: Load) -> None:
    heading = "LA num,LA Name," + ",".join(f"SN{n},SNP{n}" for n in range(1, 11))

    with pytest.raises(writes.CannotLoad, match=r"does not say when its list was made. Give its year and month"):
        load(f"{heading}\n", name="neighbours.csv")


def test_a_newer_list_of_inspections_is_added(load: Load) -> None:
    load(
        '"","Local.area.partnership","Ofsted.region","Inspection.start.date","Inspection.publication.date",'
        '"Inspection.outcome","Priority.action.plan.required.","Number.of.areas.for.priority.action"\n'
        '"1","Coventry","West Midlands","01/03/2027","30/04/2027","Inconsistent experiences and outcomes","No",NA\n',
        name="inspections.csv",
    )

    days = (date(2027, 4, 29), date(2027, 4, 30))
    assert [reads.inspection_counts(day).inspected_since_2023 for day in days] == [72, 73]


def test_a_release_is_read_whole_and_its_guide_is_believed(load: Load, tmp_path: Path) -> None:
    path = tmp_path / "release.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("data/ages.csv", data_file(row(WORCESTERSHIRE, "11,20"), columns="age,pupils"))
        packed.writestr(
            "data/ages.meta.csv", "col_name,col_type,label,indicator_unit\nage,Filter,Age,\npupils,Indicator,Pupils,\n"
        )
        packed.writestr("data/officers.csv", data_file(row(WORCESTERSHIRE, "Yes"), columns="officer"))

    made = load(path.read_bytes(), name="release.zip")

    assert reads.published("ages.pupils", "885", "11")[0].value == 20
    assert list(made.kept_aside) == [
        "the file officers: it has no column of figures: they hold words, such as yes and no, or nothing."
    ]


@pytest.mark.parametrize("pack", [gzip.compress, bytes], ids=["gzip", "plain"])
def test_names_written_by_excel_are_read(load: Load, pack: Callable[[bytes], bytes]) -> None:
    text = data_file(row(WORCESTERSHIRE, "Café,5"), columns="place,pupils").encode("cp1252")

    load(pack(text), name="figures.csv.gz" if pack is gzip.compress else "figures.csv")

    assert reads.published("figures.pupils", "885", "Café")[0].value == 5


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("figures.csv", "", "figures.csv: it is empty. Download it again."),
        ("figures.docx", "words", "tables are read from .csv, .csv.gz and .parquet, or from the .zip of a release"),
        ("figures.zip", "words", "figures.zip cannot be opened: File is not a zip file. Download it again."),
        ("figures.csv.gz", "words", "figures.csv.gz cannot be opened: Not a gzipped file"),
        ("figures.parquet", "words", "figures.parquet is not a Parquet file, or not whole. Download it again."),
        ("figures.csv", "a,b\n1,2\n", "its headings begin a, b, and it lacks a period (time_period, or a year) and a"),
        ("figures.csv", "time_period,a\n2024,2\n", "it lacks a place (geographic_level with la_name or old_la_code"),
        ("lookup.csv", "nhs_code,nhs_name,nhs_type\n02P,Barnsley,CCG\n", "lookup.csv is a lookup of NHS bodies"),
        ("words.csv", data_file(row(WORCESTERSHIRE, "Yes"), columns="officer"), "it has no column of figures"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_loaded_is_told_why(load: Load, shelf: Path, name: str, text: str, sentence: str) -> None:
    with pytest.raises(writes.CannotLoad) as why:
        load(text, name=name)

    assert sentence in str(why.value)
    assert [path for path in shelf.glob("*") if not path.name.startswith(".")] == []
    assert Entry.objects.count() == 0
