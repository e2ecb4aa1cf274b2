"""Passing over what was found good before, for persons read by one template.

It holds no rule. Whether a value can stand is remembered from when it was last judged (`table_checks.Known`); only the
rules that go by more than one value are asked anew. A person with anything new in them is looked at in full.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import Check, Test
from goldenthread.rules.sen2.persons import Row
from goldenthread.rules.sen2.table_checks import REMEMBERED, Shape, TableChecks, no_codes, problem
from goldenthread.rules.sen2.templates import Alike, Picker, Place, picker

See = Callable[[Row, Case], None]
Codes = Callable[[Any], Hashable]


@dataclass(frozen=True, slots=True)
class OfRequest:
    """What is asked of one request and the rows on it. `settled`: combinations of all their codes in which nothing is
    wrong; `rows_settled`: the same by row. Of a settled one only `by_values` is asked."""

    at: int
    codes: Codes
    settled: set[Hashable]
    rows_settled: list[tuple[set[Hashable], Codes]]
    tests: list[tuple[Test, int, Check]]
    by_values: list[tuple[Test, int, Check]]
    watchers: list[tuple[type, int]]

    def asked(self, told: tuple[str, ...]) -> list[tuple[Test, int, Check]] | None:
        """The tests that are needed; None where a row has to be looked at in full."""
        if self.codes(told) in self.settled:
            return self.by_values
        return self.tests if all(codes(told) in settled for settled, codes in self.rows_settled) else None

    def ask(
        self,
        tests: Sequence[tuple[Test, int, Check]],
        person: Alike,
        found: list[Problem],
        case: Case,
        tallies: Mapping[type, See],
    ) -> None:
        rows, before = person.rows, len(found)
        case.begin_request(rows[self.at])
        for test, place, check in tests:
            if test(rows[place], case):
                found.append(problem(check, rows[place], person["line"]))
        for kind, place in self.watchers:
            tallies[kind](rows[place], case)
        if tests is self.tests and len(found) == before and len(self.settled) < REMEMBERED:
            self.settled.add(self.codes(person.told))


@dataclass(frozen=True, slots=True)
class Screen:
    """What is asked of a person of one template, and by which values it can be passed over."""

    days: Picker
    good: list[tuple[Callable[..., bool], Picker]]
    settled: set[Hashable]
    codes: Codes
    seldom_twice: list[tuple[Callable[[str], bool], int]]
    tests: list[tuple[Test, Check]]
    watchers: list[type]
    of_requests: list[OfRequest]

    def problems(self, person: Alike, case: Case, tallies: Mapping[type, See]) -> list[Problem] | None:
        """As the checker finds them looking in full, in the same order; None where it has to look."""
        told = person.told
        if self._has_new_values(told, person.get("personbirthdate", "")):
            return None
        asked = [each.asked(told) for each in self.of_requests]
        if None in asked:
            return None
        found: list[Problem] = []
        case.begin(person)
        for test, check in self.tests:
            if test(person, case):
                found.append(problem(check, person, person["line"]))
        for kind in self.watchers:
            tallies[kind](person, case)
        for each, tests in zip(self.of_requests, asked, strict=True):
            each.ask(tests or (), person, found, case, tallies)
        return found

    def _has_new_values(self, told: tuple[str, ...], born: str) -> bool:
        """Whether one is not known to be good, or a day is before the birth."""
        for knows, pick in self.good:
            if not knows(pick(told)):
                return True
        if self.codes(told) not in self.settled:
            return True
        for is_well_formed, at in self.seldom_twice:
            if not is_well_formed(told[at]):
                return True
        return min(self.days(told), default=born) < born


def screen(person: Alike, tables: Mapping[str, TableChecks]) -> Screen | None:
    """None where each such person has a problem by what is filled: a field missing, or one that is not collected."""
    template = person.template
    rows = [person, *person.rows[1:]]
    shapes = [tables[place.table].shape_of(row) for place, row in zip(template.rows, rows, strict=True)]
    if any(shape.missing or shape.not_collected for shape in shapes):
        return None
    at = list(zip(template.rows, shapes, strict=True))
    return Screen(
        days=picker([place.at(column) for place, shape in at for column, _good in shape.dates]),
        good=_good(at),
        settled=shapes[0].settled,
        codes=_codes(at[:1]),
        seldom_twice=[(test, place.at(column)) for place, shape in at for column, test in shape.seldom_twice],
        tests=shapes[0].others,
        watchers=_kinds(shapes[0]),
        of_requests=[_of_request(own, at) for own in template.below],
    )


def _of_request(own: tuple[int, ...], at: list[tuple[Place, Shape]]) -> OfRequest:
    tests = [(test, place, check) for place in own for test, check in at[place][1].others]
    return OfRequest(
        at=own[0],
        codes=_codes([at[place] for place in own]),
        settled=set(),
        rows_settled=[(at[place][1].settled, _codes([at[place]])) for place in own],
        tests=tests,
        by_values=[each for each in tests if not each[2].by_codes_of_request],
        watchers=[(kind, place) for place in own for kind in _kinds(at[place][1])],
    )


def _kinds(shape: Shape) -> list[type]:
    return [type(tally) for tally in shape.watchers]


def _good(at: list[tuple[Place, Shape]]) -> list[tuple[Callable[..., bool], Picker]]:
    """One question for all the values that are judged alike."""
    alike: dict[int, tuple[set[str], list[int]]] = {}
    for place, shape in at:
        for column, good in (*shape.dates, *shape.values):
            alike.setdefault(id(good), (good, []))[1].append(place.at(column))
    return [(good.issuperset, picker(spots)) for good, spots in alike.values()]


def _codes(at: list[tuple[Place, Shape]]) -> Codes:
    """Of one row: as `Shape.codes` gives them."""
    spots = [place.at(column) for place, shape in at for column in shape.code_columns]
    return itemgetter(*spots) if spots else no_codes
