"""Every official file at hand, tried: rows and figures taken, what is kept aside, or the sentence that refuses it."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.benchmarks import packaged, reads, writes
from goldenthread.measure.benchmarks.headlines import HEADLINES

SHARED = Path(__file__).parents[3].parent / "shared" / "data"
needs_official_files = pytest.mark.skipif(not SHARED.is_dir(), reason="the official files are not in ../shared/data")
pytestmark = [pytest.mark.shared, pytest.mark.django_db, needs_official_files]

# file → rows read, figures taken, kept aside
TAKEN = {
    "ees/attendance_ytd_2025-26_la.csv.gz": (647, 36_232, 0),
    "ees/cin_by_sen_la.csv.gz": (2_946, 103_110, 0),
    "ees/neet_nk_by_la_2025_with_sen.csv": (161, 6_118, 0),
    "ees/school_places_scorecards_2023_2025.csv.gz": (462, 108_108, 0),
    "ees/sen2_mi_2023_la_process_indicators.csv.gz": (1_456, 106_288, 0),
    "ees/send_tribunal_appeal_rate_by_la_2014-2024.csv": (156, 3_588, 0),
    "lait/bds_long_0.parquet": (641_070, 641_061, 9),
    "lait/lait_data_dictionary.csv": (434, 0, 0),
    "lait/lait_sen_absence_long.csv.gz": (151_130, 151_130, 0),
    "lait/statistical_neighbours_may_2025.csv": (158, 0, 0),
    "nhs/eng_community_health_waits_monthly_2023.csv": (40, 160, 0),
    "nhs/la_community_health_waits_monthly_2023.csv.gz": (7_388, 29_552, 0),
    "ofsted/area_send_inspections_2016-05_to_2022-08.csv": (149, 0, 0),
    "ofsted/area_send_inspections_2023_on_d2i_overview.csv": (72, 0, 0),
    "ofsted/area_send_mi_winter_2022-23.csv": (16, 0, 0),
    "send_dashboard/absence.csv.gz": (11_724, 11_724, 0),
    "send_dashboard/ap_counts.csv.gz": (2_032, 4_064, 0),
    "send_dashboard/autism.csv.gz": (15_082, 30_164, 0),
    "send_dashboard/cin_la.csv.gz": (11_784, 11_784, 0),
    "send_dashboard/destinations_1618.csv.gz": (25_088, 50_160, 8),
    "send_dashboard/discontinued_plans.csv.gz": (970, 1_940, 0),
    "send_dashboard/dsg_deficit.csv.gz": (478, 956, 0),
    "send_dashboard/ehcp_timeliness.csv.gz": (970, 1_940, 0),
    "send_dashboard/eyfsp.csv.gz": (820, 2_460, 0),
    "send_dashboard/ks1_phonics.csv.gz": (3_922, 15_688, 0),
    "send_dashboard/ks2_attainment.csv.gz": (1_967, 7_868, 0),
    "send_dashboard/ks4_attainment.csv.gz": (1_628, 14_652, 0),
    "send_dashboard/la_communityhealth.csv.gz": (7_388, 29_552, 0),
    "send_dashboard/la_send_vs_no_sen_2024_26.csv.gz": (71_876, 143_752, 0),
    "send_dashboard/mainstream_with_sen.csv.gz": (2_910, 5_820, 0),
    "send_dashboard/percent_pupils_ehcp.csv.gz": (1_940, 1_940, 0),
    "send_dashboard/provider_types_grouped.csv.gz": (2_892, 2_892, 0),
    "send_dashboard/specialist_spend.csv.gz": (1_836, 5_508, 0),
    "send_dashboard/tribunals.csv.gz": (916, 1_832, 0),
}
RELEASE = "ees/education-health-and-care-plans_2025.zip"
SCHOOLS = "schools/exclusions_by_geographic_level_200607_201617.zip"
REFUSED = {
    "ees/sen2_dmo_dco.csv": "it has no column of figures",
    "geo/la_boundaries_slim.geojson.gz": "tables are read from .csv",
    "geo/la_lookup_with_stat_neighbours_d2i.csv": "Its neighbours carry no date",
    "geo/stat_neighbours_matrix_d2i.csv": "it lacks a period",
    "lait/la_code_list.csv": "a list of areas, which the package has already",
    "nhs/sub_icb_to_icb_lookup_2022-07.csv": "a lookup of NHS bodies",
    "ofsted/area_send_report_texts_55.zip": "holds no .csv file",
    "ofsted/area_send_reports_55_structured.json": "tables are read from .csv",
    "send_dashboard/data-guidance.txt": "tables are read from .csv",
    "send_dashboard/la_ccg_lookup.csv.gz": "a lookup of NHS bodies",
    "send_dashboard/la_region_lookup.csv.gz": "a lookup of areas and regions",
    "send_dashboard/nhs_lookup.csv.gz": "a lookup of NHS bodies",
    "send_dashboard/ofsted.csv.gz": "without the days on which inspections began",
}


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path: Path) -> Path:
    settings.BENCHMARKS = tmp_path / "benchmarks"
    return settings.BENCHMARKS


def load(name: str) -> tuple[int, int, int]:
    made, _ = writes.load(path=SHARED / name, told=writes.Told(), by=SYSTEM, on=date(2026, 11, 22))
    return made.rows, made.figures, sum(made.kept_aside.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", TAKEN)
def test_the_file_is_taken(name: str) -> None:
    assert load(name) == TAKEN[name]


@pytest.mark.parametrize("name", REFUSED)
def test_the_file_is_refused_in_words(name: str) -> None:
    with pytest.raises(writes.CannotLoad) as why:
        load(name)

    assert REFUSED[name] in str(why.value)


def test_no_file_was_forgotten() -> None:
    folders = ("ees", "lait", "send_dashboard", "nhs", "ofsted", "geo")
    at_hand = {f"{folder}/{path.name}" for folder in folders for path in (SHARED / folder).iterdir()}

    assert at_hand == {*TAKEN, *REFUSED, RELEASE}


@pytest.mark.slow
def test_the_release_of_2025_is_taken_whole_and_its_headlines_are_those_of_the_package() -> None:
    taken = load(RELEASE)

    carried = {
        code: {one.period.label: one.value for one in packaged.figures(code, reads.ENGLAND)}
        for code in HEADLINES
        if not reads.measure(code).by
    }
    now = {code: reads.series(code, reads.ENGLAND) for code in carried}
    assert taken == (196_795, 4_154_472, 1)  # aside: the file of designated officers, which holds words
    assert {code: {label: now[code][label] for label in labels} for code, labels in carried.items()} == carried


@pytest.mark.slow
def test_eleven_years_of_schools_are_taken() -> None:
    assert load(SCHOOLS) == (242_170, 1_937_360, 0)
