"""One person's element as nested rows: which tags are columns of a table, and which are tables below it."""

from typing import Any

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2 import persons
from goldenthread.rules.sen2.fields import CHILDREN, COLUMNS, TABLES, Table
from goldenthread.rules.sen2.persons import Row

SAFE: dict[str, Any] = {  # no entities, no network, no huge trees, nothing but elements and text
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "remove_blank_text": True,
    "collect_ids": False,
}
Element = Any  # lxml's own: its stubs know less than it does
_MISSPELT = {"wpb": "wbp", "planwpb": "planwbp"}  # seen in the field


def person_of(element: Element, line: int) -> Row:
    """A Person element, in a namespace or in none, as the row that `persons` tells of."""
    if element.tag != "Person":
        _without_namespace(element)
    problems: list[Problem] = []
    person = _SHAPES["person"].row(element, problems, line)
    person["line"] = line
    if problems:
        person["problems"] = problems
    return person


def _without_namespace(element: Element) -> None:
    for each in element.iter():
        each.tag = local(each.tag)


def local(tag: str) -> str:
    """An element's name without its namespace, or its prefix where that was never declared."""
    return tag.rpartition("}")[2].rpartition(":")[2]


class _Shape:
    """How one table's element becomes a row."""

    def __init__(self, table: Table) -> None:
        self.table = table.name
        self.columns = {each.element: each.column for each in COLUMNS[table.name].values()}
        self.below: dict[str, tuple[str, bool, _Shape]] = {}

    def row(self, element: Element, problems: list[Problem], line: int) -> Row:
        row: Row = {}
        columns, below = self.columns, self.below
        for child in element[:]:  # the quickest way that lxml has to give the children
            tag = child.tag
            if tag in columns and columns[tag] not in row:
                if text := child.text:
                    row[columns[tag]] = text.strip()
            elif tag in below:
                key, many, shape = below[tag]
                if many:
                    row.setdefault(key, []).append(shape.row(child, problems, line))
                elif key not in row:
                    row[key] = shape.row(child, problems, line)
                else:
                    problems.append(persons.repeated(self.table, key, line))
            else:
                self._other(row, child, problems, line)
        return row

    def _other(self, row: Row, child: Element, problems: list[Problem], line: int) -> None:
        """An element in other letters, in a namespace, given twice, or unknown."""
        name = local(child.tag)
        column = _MISSPELT.get(name.lower(), name.lower())
        if column not in COLUMNS[self.table]:
            problems.append(persons.unknown(self.table, name, line))
        elif column in row:
            problems.append(persons.repeated(self.table, column, line))
        elif text := (child.text or "").strip():
            row[column] = text


def _shapes() -> dict[str, _Shape]:
    shapes = {name: _Shape(table) for name, table in TABLES.items()}
    for name, shape in shapes.items():
        shape.below = {each.element: (each.name, each.many, shapes[each.name]) for each in CHILDREN[name]}
    return shapes


_SHAPES = _shapes()
