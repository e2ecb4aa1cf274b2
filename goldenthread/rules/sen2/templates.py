"""Persons whose tags follow one another alike are built alike: where each value stands is worked out once.

A person's text is cut at its tags. Of tags in an order not met before, lxml and `shapes` make the row, with each text's
place in the cut put where the text was: that is the template for all who come after.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from lxml import etree

from goldenthread.rules.sen2.fields import CHILDREN, TABLES
from goldenthread.rules.sen2.persons import Row
from goldenthread.rules.sen2.shapes import SAFE, person_of

Picker = Callable[[Any], tuple[str, ...]]
_PARSER = etree.XMLParser(**SAFE)
Builder = Callable[..., tuple[Row, tuple[Row, ...]]]


class Alike(dict[str, Any]):
    """A person read by a template. `rows`: every row below, at the places of `Template.rows` (at the person's own place
    is nothing); `told`: the values of all, row after row. Neither follows if the person is changed."""

    __slots__ = ("rows", "template", "told")

    template: "Template"
    rows: tuple[Row, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a person: its table, its columns, and where the first of its values is."""

    table: str
    columns: tuple[str, ...]
    first: int

    def at(self, column: str) -> int:
        """Where a column's value is among the person's."""
        return self.first + self.columns.index(column)


class Template:
    """`rows`: the person, then the requests, then for each request what hangs on it, level by level. `below`: for each
    request, the places of those."""

    def __init__(self, marked: Row) -> None:
        self.rows: list[Place] = []
        self.below: list[tuple[int, ...]] = []
        self._links: list[tuple[int, str, int, int | None]] = []
        places: list[str] = []
        self._take(marked, places)
        self._pick_from = [int(place) for place in places]
        self._pick, self._built = picker(self._pick_from), self._builder()

    def _take(self, marked: Row, places: list[str]) -> None:
        self._add("person", marked, places)
        requests = self._hang("requests", marked, 0, places)
        for first in requests:
            waiting, own = [first], []
            while waiting:
                at, row = waiting.pop(0)
                own.append(at)
                for child in CHILDREN[self.rows[at].table]:
                    waiting += self._hang(child.name, row, at, places)
            self.below.append(tuple(own))

    def _hang(self, table: str, marked: Row, parent: int, places: list[str]) -> list[tuple[int, Row]]:
        if table not in marked:
            return []
        many = TABLES[table].many
        hung = marked[table] if many else [marked[table]]
        start = len(self.rows)
        for row in hung:
            self._add(table, row, places)
        self._links.append((parent, table, start, len(self.rows) if many else None))
        return list(enumerate(hung, start))

    def _add(self, table: str, marked: Row, places: list[str]) -> None:
        columns = tuple(name for name, value in marked.items() if isinstance(value, str))
        self.rows.append(Place(table, columns, len(places)))
        places += [marked[name] for name in columns]

    def _builder(self) -> Builder:
        """A function made for just these columns, as `namedtuple` makes one: twice as quick as going through lists.

        All names in it are those of `fields`; nothing of it is from a file.
        """
        below: dict[int, list[str]] = {}
        for parent, name, start, end in self._links:
            rows = ", ".join(f"r{at}" for at in range(start, end or start + 1))
            below.setdefault(parent, []).append(f"{name!r}: [{rows}]" if end else f"{name!r}: {rows}")
        lines = []
        for at, place in reversed(list(enumerate(self.rows))):
            filled = [f"{name!r}: v{number}" for number, name in enumerate(place.columns, place.first)]
            lines.append(f"    r{at} = {{{', '.join(filled + below.get(at, []))}}}")
        given = ", ".join(f"v{number}" for number in range(len(self._pick_from)))
        told = ", ".join(["{}", *(f"r{at}" for at in range(1, len(self.rows)))])
        made: dict[str, Builder] = {}
        exec("\n".join([f"def built({given}):", *lines, f"    return r0, ({told},)"]), made)  # noqa: S102
        return made["built"]

    def person(self, cut: list[str], line: int) -> Alike | None:
        """None where a value is empty: such a person has fewer fields than the tags say."""
        values = tuple(map(str.strip, self._pick(cut)))
        if "" in values:
            return None
        row, rows = self._built(*values)
        person = Alike(row, line=line)
        person.template, person.rows, person.told = self, rows, values
        return person


def picker(places: list[int]) -> Picker:
    """The values at some places of a sequence, always as a tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    return (lambda cut: (cut[places[0]],)) if places else (lambda _cut: ())


def cut_at_tags(inside: str) -> list[str]:
    """Text, tag, text, tag, …, text: of what stands between <Person> and </Person>."""
    return inside.replace(">", "<").split("<")


def read_alone(inside: str, line: int) -> Row:
    """One person by lxml. Raises XMLSyntaxError."""
    return person_of(etree.fromstring(f"<Person>{inside}</Person>", _PARSER), line)


def template_of(inside: str, cut: list[str]) -> Template | None:
    """None where the reader has something to say of such a person: it is to be said of each."""
    element = etree.fromstring(f"<Person>{inside}</Person>", _PARSER)
    below = element.iter()
    next(below)
    for place, each in zip(_opened(cut), below, strict=True):
        if not cut[place].endswith("/"):
            each.text = str(place + 1)
    marked = person_of(element, 0)
    del marked["line"]
    return None if "problems" in marked else Template(marked)


def _opened(cut: list[str]) -> Iterator[int]:
    return (place for place in range(1, len(cut), 2) if not cut[place].startswith("/"))
