import pytest

from goldenthread.measure.benchmarks.loading.times import period
from goldenthread.measure.benchmarks.periods import Period, PeriodKind


@pytest.mark.parametrize(
    ("time", "identifier", "heading", "told"),
    [
        ("2024", "Calendar year", "time_period", ("2024", PeriodKind.CALENDAR_YEAR)),
        ("202425", "Academic year", "time_period", ("2024/25", PeriodKind.ACADEMIC_YEAR)),
        ("202425.0", "Academic year", "time_period", ("2024/25", PeriodKind.ACADEMIC_YEAR)),
        ("202425", "Financial year", "time_period", ("2024-25", PeriodKind.FINANCIAL_YEAR)),
        ("202425", "Autumn term", "time_period", ("2024/25 autumn", PeriodKind.TERM)),
        ("2023", "October", "time_period", ("2023-10", PeriodKind.MONTH)),
        ("2023-10-01", "", "formattedDate", ("2023-10", PeriodKind.MONTH)),
        ("2018-19", "", "year", ("2018-19", PeriodKind.FINANCIAL_YEAR)),
        ("2024/25", "", "Year", ("2024/25", PeriodKind.ACADEMIC_YEAR)),
        ("2024", "", "year", ("2024", PeriodKind.YEAR)),
        ("202399", "", "time_period", ("202399", PeriodKind.YEAR)),
        ("soon", "", "year", None),
    ],
)
def test_a_period_is_labelled_as_our_tables_label_it(
    time: str, identifier: str, heading: str, told: tuple[str, PeriodKind] | None
) -> None:
    assert period(time, identifier, heading) == told


@pytest.mark.parametrize(
    ("label", "kind", "words"),
    [
        ("2023-10", PeriodKind.MONTH, "October 2023"),
        ("2024/25 autumn", PeriodKind.TERM, "autumn term 2024/25"),
        ("2025", PeriodKind.JANUARY, "January 2025"),
        ("2018-19", PeriodKind.FINANCIAL_YEAR, "financial year 2018-19"),
    ],
)
def test_a_period_in_words(label: str, kind: PeriodKind, words: str) -> None:
    assert Period(label, kind).words == words


def test_the_terms_of_a_year_stand_in_order() -> None:
    terms = [Period(f"2024/25 {term}", PeriodKind.TERM) for term in ("spring", "summer", "autumn")]

    assert [one.label for one in sorted(terms, key=lambda one: one.order)] == [
        "2024/25 autumn", "2024/25 spring", "2024/25 summer",
    ]  # fmt: skip
