"""A return checked as it is read: persons with an error are kept aside, the others come out as they stand."""

from collections.abc import Iterator, Mapping

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.case import Establishment
from goldenthread.rules.sen2.checker import Checker
from goldenthread.rules.sen2.persons import Row, Sen2File


class Checked:
    """`aside`: how many persons have an error, which keeps them out until it is mended. `problems` are in the file's
    order, and complete with those of the whole file once `persons` has ended."""

    def __init__(self, file: Sen2File, establishments: Mapping[str, Establishment] | None = None) -> None:
        self._file, self._checker = file, Checker(file.header, establishments=establishments)
        self.problems: list[Problem] = self._checker.of_header()
        self.kept = self.aside = 0

    def persons(self) -> Iterator[Row]:
        """The good ones. Raises Sen2Fault where the file breaks off."""
        checker, problems = self._checker, self.problems
        for person in self._file.persons:
            found = checker.of_person(person)
            if found:
                problems += found
            if checker.repeated or (found and any(problem.severity == "error" for problem in found)):
                self.aside += 1
            else:
                self.kept += 1
                yield person
        problems += self._file.notes
        problems += checker.of_file()
