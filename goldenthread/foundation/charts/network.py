"""What waits for what, from left to right: each thing stands behind all that it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import key
from goldenthread.foundation.charts.palette import AXIS, INK, ORANGE, PAPER, QUIET
from goldenthread.foundation.charts.svg import corners, element, rect, shortened, text, width_of
from goldenthread.rules.dependencies import layers, order

MOST_NODES, MOST_LAYERS = 40, 7  # beyond these a drawing says less than its table
HIGH, GAP, TOP, LEFT = 30.0, 12.0, 12.0, 8.0
SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Node:
    """`label` fits into a box, `says` is for the table. `late` draws its edge twice: seen without colour."""

    key: str
    label: str
    says: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """`waits` cannot finish before `needs`."""

    waits: str
    needs: str


@dataclass(frozen=True, kw_only=True)
class NetworkChart(Chart):
    """Of edges, only those between two of the nodes are drawn; those that close a ring are dashed."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def fits(self) -> bool:
        """Whether a drawing can be read at all."""
        return 0 < len(self.nodes) <= MOST_NODES and len(self._columns()) <= MOST_LAYERS

    def drawing(self) -> Drawing:
        columns = self._columns()
        tallest = max((len(column) for column in columns), default=0)
        wide = self._wide(len(columns))
        step = (WIDTH - 2 * LEFT - wide) / max(len(columns) - 1, 1)
        places = {
            name: (LEFT + n * step, TOP + (i + (tallest - len(column)) / 2) * (HIGH + GAP))
            for n, column in enumerate(columns)
            for i, name in enumerate(column)
        }
        parts = [self._edge(edge, places, wide) for edge in self._drawn()]
        for node in self.nodes:
            parts += _box(node, *places[node.key], wide)
        below, height = key(list(self._key()), LEFT, WIDTH - 8, TOP + tallest * (HIGH + GAP) + 20)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        labels = {node.key: node.label for node in self.nodes}
        rows = tuple(
            (
                node.label,
                node.says,
                ", ".join(labels[edge.needs] for edge in self._drawn() if edge.waits == node.key) or "–",
            )
            for node in self.nodes
        )
        return ChartTable(self.title, ("Action", "How it stands", "Waits for"), rows, "– waits for nothing unfinished.")

    def _drawn(self) -> list[Edge]:
        known = {node.key for node in self.nodes}
        return [edge for edge in self.edges if {edge.waits, edge.needs} <= known]

    def _needs(self) -> dict[str, list[str]]:
        needs: dict[str, list[str]] = {node.key: [] for node in self.nodes}
        for edge in self._drawn():
            needs[edge.waits].append(edge.needs)
        return needs

    def _columns(self) -> list[list[str]]:
        """By layer; within one, each as near as can be to what it is tied to (barycentres, swept to and fro)."""
        needs = self._needs()
        deep = layers(needs)
        columns: list[list[str]] = [[] for _ in range(max(deep.values(), default=-1) + 1)]
        for node in self.nodes:
            columns[deep[node.key]].append(node.key)
        ties: dict[str, list[str]] = {name: list(others) for name, others in needs.items()}
        for name, others in needs.items():
            for other in others:
                ties[other].append(name)
        for sweep in range(SWEEPS):
            for column in columns if sweep % 2 == 0 else reversed(columns):
                heights = {name: i / len(each) for each in columns for i, name in enumerate(each)}
                column.sort(key=lambda name: _mean([heights[other] for other in ties[name]], heights[name]))
        return columns

    def _wide(self, columns: int) -> float:
        longest = max((width_of(node.label) for node in self.nodes), default=0) + 20
        return min(longest, (WIDTH - 2 * LEFT) / max(columns, 1) - 24 if columns > 1 else WIDTH - 2 * LEFT)

    def _edge(self, edge: Edge, places: dict[str, tuple[float, float]], wide: float) -> str:
        (x1, y1), (x2, y2) = places[edge.needs], places[edge.waits]
        start, end = (x1 + wide, y1 + HIGH / 2), (x2, y2 + HIGH / 2)
        bend = max((end[0] - start[0]) / 2, 14)
        path = (
            f"M{start[0]:.1f} {start[1]:.1f}C{start[0] + bend:.1f} {start[1]:.1f} {end[0] - bend - 6:.1f} {end[1]:.1f} "
        )
        ring = any({edge.waits, edge.needs} <= set(cycle) for cycle in order(self._needs()).cycles)
        curve = element(
            "path",
            d=f"{path}{end[0] - 6:.1f} {end[1]:.1f}",
            fill="none",
            stroke=ORANGE if ring else AXIS,
            stroke_width=1.5,
            stroke_dasharray="5 3" if ring else "none",
        )
        head = [(end[0], end[1]), (end[0] - 8, end[1] - 4), (end[0] - 8, end[1] + 4)]
        return curve + element("polygon", points=corners(head), fill=ORANGE if ring else AXIS)

    def _key(self) -> Iterator[tuple[str, str]]:
        arrow = element("path", d="M-9 0H3", stroke=AXIS, stroke_width=1.5)
        yield arrow + element("polygon", points=corners([(9, 0), (1, -4), (1, 4)]), fill=AXIS), "must finish before"
        if any(node.late for node in self.nodes):
            yield "".join(_edges(-9, -6, 18, 12, late=True)), "past its due date"
        if order(self._needs()).cycles:
            yield element("path", d="M-9 0H9", stroke=ORANGE, stroke_width=1.5, stroke_dasharray="5 3"), "a ring"


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _edges(x: float, y: float, wide: float, high: float, *, late: bool) -> Iterator[str]:
    yield rect(x, y, wide, high, fill=PAPER, stroke=INK if late else QUIET, stroke_width=2 if late else 1, rx=3)
    if late:
        yield rect(x + 3, y + 3, wide - 6, high - 6, fill="none", stroke=INK, stroke_width=1, rx=2)


def _box(node: Node, x: float, y: float, wide: float) -> Iterator[str]:
    yield from _edges(x, y, wide, HIGH, late=node.late)
    weight = "bold" if node.late else "normal"
    yield text(shortened(node.label, wide - 12), x + wide / 2, y + HIGH / 2 + 4, anchor="middle", font_weight=weight)
