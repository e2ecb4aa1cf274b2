from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

DATE = Template("{% load govuk %}{% date day %}")
PERCENT = Template("{% load govuk %}{% percent top bottom of %}")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 2, 8), "8 February 2027"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026"),
        (None, "not recorded"),
    ],
)
def test_a_day_is_written_out(day: date | None, words: str) -> None:
    assert DATE.render(Context({"day": day})) == words


@pytest.mark.parametrize(
    ("top", "bottom", "words"),
    [
        (515, 1377, "37.4 % (515 of 1,377 plans issued in 2024)"),
        (1, 16, "6.3 % (1 of 16 plans issued in 2024)"),
        (0, 0, "no figure (0 of 0 plans issued in 2024)"),
        (None, 12, "not known (plans issued in 2024)"),
    ],
)
def test_a_percentage_stands_on_its_cohort(top: int | None, bottom: int, words: str) -> None:
    shown = PERCENT.render(Context({"top": top, "bottom": bottom, "of": "plans issued in 2024"}))

    assert shown.replace("\N{NO-BREAK SPACE}", " ") == words
