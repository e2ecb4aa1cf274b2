"""All checks of a return in one pass: each row is looked at once. Of a row only keys are held."""

from collections.abc import Iterator, Mapping
from datetime import date

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.case import Case, Establishment, LastYear
from goldenthread.rules.sen2.checks.registry import every_check, every_tally
from goldenthread.rules.sen2.collection import as_date, collection_of
from goldenthread.rules.sen2.fields import CHILDREN, COLUMNS, TABLES
from goldenthread.rules.sen2.persons import Row, Sen2File
from goldenthread.rules.sen2.screen import screen
from goldenthread.rules.sen2.table_checks import TableChecks, known
from goldenthread.rules.sen2.templates import Alike


def check(
    file: Sen2File,
    reference_date: date | None = None,
    establishments: Mapping[str, Establishment] | None = None,
    last_year: LastYear | None = None,
) -> Iterator[Problem]:
    """Every problem of a return, in the file's order, the file's own last. Raises Sen2Fault where it breaks off."""
    checker = Checker(file.header, reference_date, establishments)
    yield from checker.of_header()
    for person in file.persons:
        yield from checker.of_person(person)
    yield from file.notes
    yield from checker.of_file(last_year)


class Checker:
    """Checks persons one at a time. The reference date is given, or is the header's, or is the year's census day."""

    def __init__(
        self,
        header: Mapping[str, str],
        reference_date: date | None = None,
        establishments: Mapping[str, Establishment] | None = None,
    ) -> None:
        self._header = header
        self.collection = collection_of(header)
        self.reference_date = reference_date or as_date(header.get("referencedate")) or self.collection.census
        self._case = Case(self.reference_date.isoformat(), establishments or {})
        self._tallies = [make() for make in every_tally()]
        checks = [each for each in every_check() if each.since <= self.collection.year]
        checks = [each for each in checks if establishments is not None or not each.needs_establishments]
        day, year = self.reference_date.isoformat(), self.collection.year
        self._known = known(year, day, tuple(each.name for each in checks))
        self._tables = {
            name: TableChecks(table, self._case, year, checks, self._known) for name, table in TABLES.items()
        }
        self._sees = {type(tally): tally.see for tally in self._tallies}
        for tally in self._tallies:
            self._tables[tally.table].tallies.append(tally)
        for name, each in self._tables.items():
            each.below = [(child.name, child.many, self._tables[child.name]) for child in CHILDREN[name]]

    def of_header(self) -> list[Problem]:
        found: list[Problem] = []
        header, table = dict(self._header), self._tables["sen2"]
        table.look(header, 0, found, set())
        census = self.collection.census
        if self.reference_date != census:
            message = (
                f"The reference date is not the census day of {census.year} ({census.isoformat()}): read as an extract"
            )
            what_to_do = "Nothing, if this is an extract from the middle of a year."
            day = self.reference_date.isoformat()
            found.append(Problem("H01", "query", message, "sen2", 0, "referencedate", day, what_to_do))
        return found

    def of_person(self, person: Row) -> list[Problem]:
        """The person's problems, from the top down."""
        if not isinstance(person, Alike):
            return self._in_full(person)
        screens = self._known.screens
        if person.template not in screens:
            screens[person.template] = screen(person, self._tables)
        alike = screens[person.template]
        found = alike.problems(person, self._case, self._sees) if alike is not None else None
        return self._in_full(person) if found is None else found

    @property
    def repeated(self) -> bool:
        """Whether the person looked at last is in the file already, an error that is told only when the file ends."""
        return self._case.repeated

    def _in_full(self, person: Row) -> list[Problem]:
        case, line = self._case, person.get("line", 0)
        found: list[Problem] = [*person["problems"]] if "problems" in person else []
        faulty: set[str] = set()
        case.begin(person)
        top = self._tables["person"]
        shape = top.look(person, line, found, faulty)
        if "person.personbirthdate" in faulty:
            case.born = ""
        top.apply(person, shape, line, found, faulty)
        for request in person.get("requests", ()):
            case.begin_request(request)
            self._examine(request, line, found, set(faulty))
        return found

    def _examine(self, request: Row, line: int, found: list[Problem], faulty: set[str]) -> None:
        """First every value, then every rule, so that no rule goes by a value that cannot be read."""
        top = self._tables["requests"]
        rows = [(top, request, top.look(request, line, found, faulty))]
        for _table, row, shape in rows:  # grows as it goes
            for name, many, below in shape.below:
                for each in row[name] if many else (row[name],):
                    rows.append((below, each, below.look(each, line, found, faulty)))
        for table, row, shape in rows:
            if shape.others or shape.watchers:
                table.apply(row, shape, line, found, faulty)

    def of_file(self, last_year: LastYear | None = None) -> Iterator[Problem]:
        """What only the whole file shows, once every person has been seen."""
        for name, table in self._tables.items():
            for column, times in table.out_of_year.items():
                element, year = COLUMNS[name][column].element, self.collection.year
                message = f"{element} is not collected in {year}; it is given {times:,} times"
                yield Problem(
                    "F02", "query", message, name, 0, column, "", "Leave it out, or check the year in the header."
                )
        for tally in self._tallies:
            yield from tally.problems(last_year)
