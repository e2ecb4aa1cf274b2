"""England's headlines as the field's catalogue of indicators gives them, to its own places."""

import pytest

from goldenthread.measure.benchmarks import packaged, reads
from goldenthread.measure.benchmarks.headlines import HEADLINES
from goldenthread.measure.benchmarks.measures import Unit

CATALOGUE = {
    "placed_in_independent_special": {"2019": 4.95, "2020": 5.03, "2024": 5.17, "2025": 5.33},
    "plans_with_exceptions": {"2023": 5.5, "2024": 6.1},
    "not_issued_in_16_weeks": {"2023": 36.2, "2024": 34.1},
    "assessments_leading_to_a_plan": {"2022": 94.0, "2023": 94.4, "2024": 93.6},
    "review_meetings_held": {"2024": 86.5},
    "ceased_needs_met": {"2022": 11.7, "2023": 8.4, "2024": 8.8},
    "ceased_for_work_or_higher_education": {"2022": 12.1, "2023": 13.6, "2024": 14.8},
    "mediations_per_100_refusals": {"2023": 23.0, "2024": 27.0},
    "mediations_without_appeal": {"2023": 86.7, "2024": 86.0},
    "appeal_rate_in_development": {"2024": 6.1},
    "appeals_registered": {"2018": 6023, "2022": 12796, "2024": 22276},
    "not_in_education_school_age": {"2023": 1433, "2024": 1569, "2025": 2460},
    "electively_home_educated": {"2020": 0.76, "2024": 1.00, "2025": 1.12},
    "educated_otherwise_by_council": {"2019": 0.84, "2024": 1.50, "2025": 1.80},
    "plans_neet": {"2019": 5876, "2025": 18056},
    "supported_internships": {"2025": 2673},
    "overall_absence_ehc_plan": {"2017/18": 8.73, "2022/23": 12.42},
    "overall_absence_sen_support": {"2018/19": 6.28, "2022/23": 10.08},
    "overall_absence_no_sen": {"2020/21": 3.30, "2022/23": 6.54},
    "neet_or_not_known_ehc_plan": {"2025": 10.1},
    "neet_or_not_known_sen_support": {"2025": 9.6},
    "neet_or_not_known_no_sen": {"2025": 4.9},
    "good_level_of_development_ehc_plan": {"2022": 3.6, "2025": 4},
    "SEN_TotStat": {"2024": 4.8, "2025": 5.3},
    "LACHealth%": {"2025": 90},
    "LAC_Pers_Abs": {"2025": 20.3},
    "HCP_PHOF": {"2020": 92.61},
    "CareLeaversNEET": {"2025": 40},
    "16-17 NEET": {"2025": 3.4},
    "16-17_not known_NEET": {"2025": 5.6},
    "16-17YroldSEN_ET": {"2025": 87.4},
    "KS1P_NonSEND": {"2025 (prov)": 88},
    "CINStatement": {"2025": 31.4},
}


@pytest.mark.parametrize("code", CATALOGUE)
def test_england_is_as_the_catalogue_has_it(code: str) -> None:
    england = reads.series(code, reads.ENGLAND)

    places = {label: len(str(value).partition(".")[2]) for label, value in CATALOGUE[code].items()}
    assert {label: round(england[label] or 0, places[label]) for label in places} == CATALOGUE[code]


@pytest.mark.parametrize(
    ("measure", "service", "share"),
    [
        ("community_waits_over_18_weeks", "Community Paediatric Service", 60.2),
        ("community_waits_over_18_weeks", "Audiology", 26.8),
        ("community_waits_over_52_weeks", "Community Paediatric Service", 16.9),
    ],
)
def test_health_waits_are_englands_by_service(measure: str, service: str, share: float) -> None:
    october = reads.latest(measure, reads.ENGLAND, service)

    assert october is not None
    assert october.interval is not None
    assert (october.period.words, round(october.value or 0, 1)) == ("October 2023", share)


def test_personal_budgets_are_counted_against_the_plans_of_another_file() -> None:
    england = reads.latest("personal_budgets", reads.ENGLAND)

    assert england is not None
    assert (england.numerator, england.denominator) == (19596, 638745)


def test_englands_youth_justice_rate_is_left_out_because_it_is_wrong_at_its_source() -> None:
    assert [figure for figure in reads.published("FirstYJS", reads.ENGLAND) if figure.value is not None] == []
    assert reads.latest("FirstYJS", "885") is not None


def test_no_area_spends_nothing_on_special_schools() -> None:
    york = {figure.period.label: figure for figure in reads.published("specialist_spend", "816")}

    assert (york["2020-21"].value is not None, york["2021-22"].value, york["2021-22"].status.value) == (
        True, None, "unavailable",
    )  # fmt: skip


def test_money_has_no_interval_and_says_so() -> None:
    spending = reads.latest("specialist_spend", "885")

    assert spending is not None
    assert spending.no_interval == "No interval: this is a mean of money, not a share."


def test_every_headline_has_figures_and_says_what_it_counts() -> None:
    empty = [code for code in HEADLINES if not any(packaged.figures(code, area) for area in packaged.areas())]
    wordless = [one.code for one in HEADLINES.values() if not one.counted]

    assert (empty, wordless) == ([], [])


def test_every_share_with_counts_can_be_redone() -> None:
    """Of the new headlines only: of the older ones 38 six-week percentages are known not to follow."""
    new = [one for one in HEADLINES.values() if not one.core and one.unit in (Unit.PERCENT, Unit.RATE)]
    figures = [figure for one in new for area in packaged.areas() for figure in packaged.figures(one.code, area)]
    counted = [one for one in figures if one.value is not None and one.numerator is not None and one.denominator]

    wrong = [(one.measure.code, one.area, one.period.label) for one in counted if not one.counts_agree]
    assert len(counted) > 5000
    assert wrong == []


def test_papers_and_compare_are_told_of_the_same_measures_as_before() -> None:
    found = reads.measures()

    assert (sum(one.core for one in found), sum(one.compared for one in found), len(found)) == (13, 108, 121)
