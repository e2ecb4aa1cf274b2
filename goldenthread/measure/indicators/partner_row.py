"""One row of a partner's file, read. Suppressed and missing are said with a symbol; neither is ever nought."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.measure.indicators.definition import Definition
from goldenthread.measure.indicators.partner_cells import Doubt, Unreadable, amount, check_unit, day, status
from goldenthread.measure.indicators.partner_figure import figure_of
from goldenthread.measure.indicators.partner_period import kind_of
from goldenthread.measure.indicators.partner_place import Known, place_of


@dataclass(frozen=True, slots=True)
class Row:
    """`place` is empty for the whole area; `status` where there is a figure, and `release` where it is final. `asked`
    and `answered`: of how many who were asked for it so many sent it.
    """

    indicator: str
    level: str
    place: str
    every: str
    start: date
    end: date
    numerator: float | None
    denominator: float | None
    value: float | None
    source: str
    status: str
    release: str
    asked: int | None
    answered: int | None
    note: str
    doubts: tuple[Doubt, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What two rows of one file may not both be."""
        return self.indicator, self.level, self.place, self.every, self.start

    @property
    def why(self) -> str:
        """What a figure without a note says of itself where it replaces another; empty for a final one."""
        return f"The partner calls this figure {self.release} and gave no reason." if self.release else ""

    @property
    def detail(self) -> dict[str, object] | None:
        """What is kept beside the figure: provisional or revised, and who sent it."""
        said = {"release": self.release or None, "asked": self.asked, "answered": self.answered}
        return {name: value for name, value in said.items() if value is not None} or None


def read_row(said: Mapping[str, str], definitions: Mapping[str, Definition], known: Known) -> Row:
    """`definitions` are those that partners supply. Raises Unreadable."""
    definition = _definition(said.get("indicator", ""), definitions)
    start, end = day(said, "period_start"), day(said, "period_end")
    every, short = kind_of(start, end, definition)
    level, place, strange = place_of(said, definition, known, start)
    check_unit(said, definition.unit)
    missing, release, unknown = status(said.get("status", ""))
    asked, answered = _sent_by(said)
    found = figure_of(said, definition.unit, missing)
    return Row(
        indicator=definition.code,
        level=level.value,
        place=place,
        every=every.value,
        start=start,
        end=end,
        numerator=found.numerator,
        denominator=found.denominator,
        value=found.value,
        source=said.get("source", "")[:200] or "Partner's file",
        status=missing,
        release=release,
        asked=asked,
        answered=answered,
        note=said.get("note", "")[:300],
        doubts=(*short, *strange, *unknown, *found.doubts),
    )


def _definition(code: str, definitions: Mapping[str, Definition]) -> Definition:
    if code not in definitions:
        raise Unreadable(
            "indicator",
            f"“{code}” is not an indicator that partners supply.",
            f"Use one of: {', '.join(sorted(definitions))}.",
        )
    return definitions[code]


def _sent_by(said: Mapping[str, str]) -> tuple[int | None, int | None]:
    asked, answered = amount(said, "asked"), amount(said, "answered")
    for column, number in (("asked", asked), ("answered", answered)):
        if number is not None and number != int(number):
            raise Unreadable(column, f"{number:g} is no whole number.", "Give how many they were.")
    if answered is not None and (asked is None or answered > asked):
        raise Unreadable(
            "answered",
            f"{answered:g} cannot have sent it of {'nobody' if asked is None else f'{asked:g}'} asked.",
            "Give in asked how many were asked for it, and in answered how many of them sent it.",
        )
    return None if asked is None else int(asked), None if answered is None else int(answered)
