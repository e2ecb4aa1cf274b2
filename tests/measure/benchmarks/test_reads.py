"""The packaged tables, asked as a page asks. The figures are those the Department for Education printed."""

import pytest

from goldenthread.measure.benchmarks import packaged, reads
from goldenthread.measure.benchmarks.headlines import HEADLINES
from goldenthread.measure.benchmarks.packaged import FOLDER
from goldenthread.measure.benchmarks.symbols import Status

WORCESTERSHIRE, READING, CAMDEN = "885", "870", "202"
HEADLINE = "plans_in_20_weeks_excluding_exceptions"


def test_worcestershire_has_its_20_week_record_with_counts_and_interval() -> None:
    record = [
        (
            f.period.label,
            f.value,
            f.numerator,
            f.denominator,
            f.interval and (round(f.interval.lower, 1), round(f.interval.upper, 1)),
        )
        for f in reads.published(HEADLINE, WORCESTERSHIRE)
    ]

    assert record == [
        ("2018", 12.6, 53, 422, (9.7, 16.1)),
        ("2019", 46.9, 283, 603, (43.0, 50.9)),
        ("2020", 97.1, 406, 418, (95.0, 98.4)),
        ("2021", 84.0, 394, 469, (80.4, 87.0)),
        ("2022", 31.6, 173, 548, (27.8, 35.6)),
        ("2023", 27.7, 316, 1142, (25.2, 30.3)),
        ("2024", 37.4, 515, 1377, (34.9, 40.0)),
    ]


def test_the_denominator_is_said_in_words() -> None:
    assert HEADLINES[HEADLINE].out_of == "plans issued in the year, no exception applying"


def test_every_20_week_percentage_with_counts_follows_from_them() -> None:
    figures = [
        figure
        for code in ("plans_in_20_weeks_excluding_exceptions", "plans_in_20_weeks_including_exceptions")
        for area in packaged.areas()
        for figure in reads.published(code, area)
        if figure.value is not None and figure.denominator
    ]

    assert len(figures) == 2248
    assert [figure for figure in figures if not figure.counts_agree] == []


@pytest.mark.parametrize(
    ("measure", "area", "label", "words"),
    [
        ("requests_received", WORCESTERSHIRE, "2024", "No interval: this is a count, not a share."),
        ("SEN_EHC_Excpt_20wks", WORCESTERSHIRE, "2016", "Interval not available: counts not published."),
        ("reviews_decided_in_4_weeks", READING, "2024", "No figure: not available."),
        (
            "decided_in_6_weeks", "872", "2023",
            "Interval not available: the published counts do not give the published percentage.",
        ),
    ],
)  # fmt: skip
def test_no_interval_says_why(measure: str, area: str, label: str, words: str) -> None:
    figure = next(f for f in reads.published(measure, area) if f.period.label == label)

    assert (figure.no_interval, figure.interval) == (words, None)


def test_missing_stays_missing() -> None:
    (figure,) = reads.published("reviews_decided_in_4_weeks", READING)

    assert (figure.value, figure.numerator, figure.status) == (None, None, Status.UNAVAILABLE)


def test_an_appeal_rate_has_a_rates_interval() -> None:
    figure = reads.latest("appeal_rate", WORCESTERSHIRE)

    assert figure is not None
    assert figure.interval is not None
    assert (figure.value, figure.numerator, figure.denominator) == (1.9, 139, 7386)
    assert (round(figure.interval.lower, 2), round(figure.interval.upper, 2)) == (1.58, 2.22)


def test_no_appeal_is_a_published_zero() -> None:
    hartlepool = reads.published("appeal_rate", "805")[0]

    assert (hartlepool.period.label, hartlepool.value, hartlepool.numerator, hartlepool.denominator) == (
        "2018",
        0,
        0,
        613,
    )
    assert hartlepool.interval is not None


def test_england_is_beside_nobody_and_has_no_rank() -> None:
    compared = reads.beside(HEADLINE, reads.ENGLAND)

    assert compared is not None
    assert (compared.rank, compared.quartile, compared.region, compared.neighbours) == (None, None, None, ())


def test_a_figure_is_cited_with_every_place_it_came_from() -> None:
    refusal = next(f for f in reads.published("refused_to_assess", WORCESTERSHIRE) if f.period.label == "2020")

    assert refusal.citation == (
        "Department for Education, Education, health and care plans, reporting year 2025; "
        "Department for Education, Local authority interactive tool, data updated to March 2026"
    )


def test_beside_region_england_and_neighbours() -> None:
    compared = reads.beside(HEADLINE, WORCESTERSHIRE, "2024")

    assert compared is not None
    assert compared.region is not None
    assert compared.england is not None
    assert (compared.area.value, compared.region.value, compared.england.value) == (37.4, 42.3, 46.4)
    assert [figure.area for figure in compared.neighbours] == [
        "933", "916", "838", "937", "893", "938", "878", "830", "881", "815",
    ]  # fmt: skip
    assert (compared.rank, compared.ranked, compared.quartile) == (100, 151, "C")
    assert compared.change == pytest.approx(9.7)
    assert compared.improved is True


def test_neighbours_without_a_figure_are_left_out_of_the_mean() -> None:
    compared = reads.beside(HEADLINE, WORCESTERSHIRE, "2024")

    assert compared is not None
    present = [figure.value for figure in compared.neighbours if figure.value is not None]
    assert compared.neighbours_mean == pytest.approx(sum(present) / len(present))
    assert len(present) == 9


def test_a_london_area_falls_back_to_all_london_where_its_part_has_no_figure() -> None:
    by_part, whole = reads.beside("SEN_WoStat_AVG_Attain8_Score", CAMDEN), reads.beside(HEADLINE, CAMDEN)

    assert by_part is not None
    assert by_part.region is not None
    assert whole is not None
    assert whole.region is not None
    assert (by_part.region.area, whole.region.area) == ("E13000001", reads.LONDON)


def test_primary_needs_add_up_to_all_plans() -> None:
    needs = reads.published("plans_in_force_by_need", WORCESTERSHIRE)

    assert sum(figure.numerator or 0 for figure in needs) == needs[0].denominator == 6970


def test_a_measure_by_need_must_be_told_which() -> None:
    with pytest.raises(ValueError, match="Say which one"):
        reads.beside("plans_in_force_by_need", WORCESTERSHIRE)


def test_by_need_beside_england() -> None:
    compared = reads.beside("plans_in_force_by_need", WORCESTERSHIRE, category="SEMH")

    assert compared is not None
    assert compared.england is not None
    assert (compared.area.value, compared.england.value) == (22.9, 20.7)


def test_england_counts_add_up() -> None:
    areas = [code for code, place in packaged.areas().items() if place.kind == "area" or place.kind == "former area"]
    plans = [f for code in areas for f in reads.published("plans_in_force", code) if f.period.label == "2025"]
    england = reads.latest("plans_in_force", reads.ENGLAND)

    assert england is not None
    assert sum(figure.numerator or 0 for figure in plans) == england.value == 638745


def test_a_period_not_published_has_no_comparison() -> None:
    assert reads.beside(HEADLINE, WORCESTERSHIRE, "1999") is None


def test_ten_neighbours_nearest_first() -> None:
    found = reads.neighbours(WORCESTERSHIRE)

    assert [n.place for n in found] == list(range(1, 11))
    assert (found[0].area.name, found[0].closeness, found[0].version) == ("Somerset", "Very close", "2025-05")
    assert reads.neighbours(reads.ENGLAND) == ()


def test_unknown_area_and_measure_are_said_in_words() -> None:
    with pytest.raises(reads.UnknownArea, match="“000”"):
        reads.published(HEADLINE, "000")
    with pytest.raises(reads.UnknownMeasure, match="“nonsense”"):
        reads.published("nonsense", WORCESTERSHIRE)


def test_all_108_lait_measures_compare() -> None:
    compared = reads.beside_all(WORCESTERSHIRE)

    assert len(compared) == 108
    assert all(c.quartile in {"A", "B", "C", "D", None} for c in compared)


def test_the_tables_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 2_000_000
