"""A period as our tables label it, from how a data file writes it."""

import re

from goldenthread.measure.benchmarks.periods import PeriodKind

KINDS = {
    "calendar year": PeriodKind.CALENDAR_YEAR,
    "academic year": PeriodKind.ACADEMIC_YEAR,
    "financial year": PeriodKind.FINANCIAL_YEAR,
    "tax year": PeriodKind.FINANCIAL_YEAR,
}
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def period(time: str, identifier: str = "", heading: str = "") -> tuple[str, PeriodKind] | None:
    """Label and kind: 202425 of an academic year is 2024/25. None where no year of its kind can be read."""
    text = time.strip().removesuffix(".0")
    if (found := re.fullmatch(r"(\d{4})-(\d\d)-\d\d", text)) is not None:
        return f"{found[1]}-{found[2]}", PeriodKind.MONTH
    if re.match(r"\d{4}", text) is None:
        return None
    year, said = _year(text), identifier.strip().casefold()
    if said.endswith("term"):
        return f"{year} {said.removesuffix('term').strip()}", PeriodKind.TERM
    if said in MONTHS:
        return f"{text[:4]}-{MONTHS.index(said) + 1:02}", PeriodKind.MONTH
    if said in KINDS:
        kind = KINDS[said]
        if len(text.rstrip("/")) > len("2024") and (not _follow(text) or kind is PeriodKind.CALENDAR_YEAR):
            return None  # 202427, or a calendar year of two
        return (year.replace("/", "-") if kind is PeriodKind.FINANCIAL_YEAR else year), kind
    if said:
        return f"{year} {said}", PeriodKind.YEAR
    if "financial" in heading.casefold() or re.fullmatch(r"\d{4}-\d\d", text):
        return year.replace("/", "-"), PeriodKind.FINANCIAL_YEAR
    return year, PeriodKind.ACADEMIC_YEAR if "/" in year else PeriodKind.YEAR


def _year(text: str) -> str:
    """202425, 2024/25 and 2024-25 are the year 2024/25, and 2024 is 2024."""
    return f"{text[:4]}/{text[-2:]}" if _follow(text) else text.rstrip("/")


def _follow(text: str) -> bool:
    """Whether it is two years, the second after the first."""
    two = re.fullmatch(r"(\d{4})[/-]?(\d\d)", text)
    return two is not None and (int(two[1]) + 1) % 100 == int(two[2])
