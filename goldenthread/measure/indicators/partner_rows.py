"""The rows of a partner's file beside one another, and beside the day: what is twice in it, and what cannot be yet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators.partner_cells import Doubt, Unreadable
from goldenthread.measure.indicators.partner_row import Row


def refused_among(rows: Mapping[int, Row], on: date) -> dict[int, Unreadable]:
    """By number: rows of days after `on`, and rows that say again what an earlier one said."""
    found: dict[int, Unreadable] = {}
    first: dict[tuple[object, ...], int] = {}
    for number, row in rows.items():
        if row.end > on:
            found[number] = Unreadable(
                "period_end", f"{day(row.end)} is still to come.", "Send the figure when the period is over."
            )
        elif (before := first.setdefault(row.key, number)) != number:
            found[number] = Unreadable(
                "indicator",
                f"Row {before} gives this measure for the same place and period already: that row is taken.",
                "Keep the row that is right, and take the other out.",
            )
    return found


def overlapping(rows: Mapping[int, Row]) -> dict[int, Row]:
    """The same rows; one whose period overlaps with that of another of its kind, measure and place says so."""
    found = dict(rows)
    last: dict[tuple[object, ...], int] = {}
    for number, row in sorted(rows.items(), key=lambda pair: pair[1].start):
        series = row.key[:-1]
        before = rows.get(last.get(series, -1))
        if before is not None and row.start <= before.end:
            why = f"This period overlaps with that of row {last[series]} ({day(before.start)} to {day(before.end)})."
            doubt = Doubt("period_start", why, "Check the days of both: what lies in both is counted twice.")
            found[number] = replace(row, doubts=(*row.doubts, doubt))
        last[series] = number
    return found
