"""Who reports to whom, as a tree: each body once, under the first that it reports to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.palette import AXIS, INK, PAPER, QUIET, SERIES
from goldenthread.foundation.charts.svg import NORMAL, SMALL, element, rect, shortened, text

STEP, ROW, HIGH, TOP, LEFT = 44.0, 58.0, 44.0, 6.0, 6.0
DEEPEST = 6  # further down, boxes stand under each other: the lines still tell


@dataclass(frozen=True, slots=True)
class Body:
    """`reports_to` are identities of others; the first is the one that it is drawn under."""

    identity: str
    name: str
    note: str
    reports_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """`above` is the row of the body that it is drawn under; None at the top."""

    body: Body
    depth: int
    row: int
    above: int | None


@dataclass(frozen=True, kw_only=True)
class ReportingChart(Chart):
    """The bodies must not report in a ring."""

    bodies: Sequence[Body]

    def drawing(self) -> Drawing:
        placed = self.placed()
        lines = [part for one in placed for part in _line_up(one, placed)]
        boxes = [part for one in placed for part in self._box(one)]
        return Drawing(TOP + len(placed) * ROW, [*lines, *boxes])

    def table(self) -> ChartTable:
        names = self._names()
        rows = tuple(
            (body.name, names[upper]) for body in self.bodies for upper in body.reports_to if upper in names
        ) + tuple((body.name, "nobody here") for body in self.bodies if not body.reports_to)
        return ChartTable(self.title, ("Body", "Reports to"), rows)

    def placed(self) -> list[Placed]:
        """From the top down: each body followed by those under it."""
        under: dict[str | None, list[Body]] = {}
        known = self._names()
        for body in self.bodies:
            upper = next((one for one in body.reports_to if one in known), None)
            under.setdefault(upper, []).append(body)
        found: list[Placed] = []
        self._place(None, 0, None, under, found)
        return found

    def _place(
        self,
        upper: str | None,
        depth: int,
        above: int | None,
        under: Mapping[str | None, Sequence[Body]],
        found: list[Placed],
    ) -> None:
        for body in under.get(upper, ()):
            one = Placed(body, min(depth, DEEPEST), len(found), above)
            found.append(one)
            self._place(body.identity, depth + 1, one.row, under, found)

    def _names(self) -> dict[str, str]:
        return {body.identity: body.name for body in self.bodies}

    def _box(self, one: Placed) -> Iterator[str]:
        x, y = _corner(one)
        wide = min(WIDTH - x - LEFT, 420.0)
        inner = wide - 24
        yield rect(x, y, wide, HIGH, fill=PAPER, stroke=SERIES[0], stroke_width=1.5, rx=4)
        yield rect(x, y, 6, HIGH, fill=SERIES[0])
        name = shortened(one.body.name, inner - 20, NORMAL)
        yield text(name, x + 16, y + 18, size=NORMAL, font_weight="bold", fill=INK)
        yield text(shortened(self._note(one.body), inner, SMALL), x + 16, y + 35, fill=QUIET)

    def _note(self, body: Body) -> str:
        names = self._names()
        others = [names[upper] for upper in body.reports_to if upper in names][1:]
        return f"Also reports to {', '.join(others)}. {body.note}" if others else body.note


def _corner(one: Placed) -> tuple[float, float]:
    return LEFT + one.depth * STEP, TOP + one.row * ROW


def _line_up(one: Placed, placed: Sequence[Placed]) -> Iterator[str]:
    """From the side of the box, left, and up to the foot of the one above, with an arrow at that end."""
    if one.above is None:
        return
    x, y = _corner(one)
    upper_x, upper_y = _corner(placed[one.above])
    trunk, foot = upper_x + STEP / 2, upper_y + HIGH
    path = f"M{x:g} {y + HIGH / 2:g}H{trunk:g}V{foot + 5:g}"
    yield element("path", d=path, fill="none", stroke=AXIS, stroke_width=1.5)
    yield element("path", d=f"M{trunk - 4:g} {foot + 7:g}L{trunk:g} {foot:g}L{trunk + 4:g} {foot + 7:g}Z", fill=AXIS)
