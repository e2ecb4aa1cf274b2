"""What only the whole file shows: the same child twice, shares that are too high, totals that jump."""

from collections import Counter
from collections.abc import Iterator

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.case import Case, LastYear
from goldenthread.rules.sen2.identity import person_key
from goldenthread.rules.sen2.persons import Row

# Own thresholds: the DfE asks for reasons above a level that it does not publish.
EXCEPTIONS_SHARE, OTHER_SETTING_SHARE, OTHER_REASON_SHARE, CHANGE_SHARE = 20, 5, 10, 20
_FEWEST = 20  # a share of fewer says nothing


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part:,} of {whole:,})"


class PersonTwice:
    """The same person, by number or else by name, birth date and postcode. Only keys are held."""

    table = "person"
    fields: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._again: list[Problem] = []

    def see(self, row: Row, case: Case) -> None:
        key, line = person_key(row), row.get("line", 0)
        first = self._seen.setdefault(key, line)
        if first != line:
            case.repeated = True
            column, number = (
                ("upn", row["upn"]) if "upn" in row else ("uniquelearnernumber", row.get("uniquelearnernumber", ""))
            )
            message = f"This person is in the file already (row {first:,})"
            self._again.append(
                Problem("P08", "error", message, "person", line, column, number, "Join the two, requests and all.")
            )

    def problems(self, _: LastYear | None) -> Iterator[Problem]:
        yield from self._again


class ActiveTwice:
    """One child, two plans in force."""

    table = "activeplans"
    fields: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._again: list[Problem] = []

    def see(self, _: Row, case: Case) -> None:
        upn, line = case.person.get("upn"), case.person.get("line", 0)
        if upn and self._seen.setdefault(upn, line) != line:
            case.repeated = True
            message = f"This UPN has an active plan already (row {self._seen[upn]:,})"
            self._again.append(
                Problem("V08", "error", message, "person", line, "upn", upn, "Correct the UPN or take one plan out.")
            )

    def problems(self, _: LastYear | None) -> Iterator[Problem]:
        yield from self._again


class Exceptions20Weeks:
    """A week20 flag on more plans than an exception would explain."""

    table = "assessment"
    fields: tuple[str, ...] = ("namedplan",)

    def __init__(self) -> None:
        self._plans = self._excepted = 0

    def see(self, row: Row, case: Case) -> None:
        if case.namedplan.get("startdate", "").startswith(case.year_reported):
            self._plans += 1
            self._excepted += row.get("week20") in ("1", "true")

    def problems(self, _: LastYear | None) -> Iterator[Problem]:
        if self._plans >= _FEWEST and 100 * self._excepted > EXCEPTIONS_SHARE * self._plans:
            share = _percent(self._excepted, self._plans)
            message = f"An exception to the 20 weeks is claimed for {share} of the plans issued in the year"
            yield Problem(
                "V12", "query", message, "assessment", 0, "week20", "", "Check that reg. 10(4) was met each time."
            )


class OtherSettings:
    """Placements of no nearer kind than “other”."""

    table = "placementdetail"
    fields: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._all = self._other = 0

    def see(self, row: Row, _: Case) -> None:
        self._all += 1
        self._other += row.get("sensetting") in ("OTH", "NIEO")

    def problems(self, _: LastYear | None) -> Iterator[Problem]:
        if self._all >= _FEWEST and 100 * self._other > OTHER_SETTING_SHARE * self._all:
            message = f"{_percent(self._other, self._all)} of the placements are “other” (OTH or NIEO)"
            what_to_do = "Give the URN or a nearer kind of setting where there is one; the DfE asks for reasons."
            yield Problem("V13", "query", message, "placementdetail", 0, "sensetting", "", what_to_do)


class OtherCeaseReasons:
    """Plans that ceased for no nearer reason than “other”."""

    table = "namedplan"
    fields: tuple[str, ...] = ("ceasereason",)

    def __init__(self) -> None:
        self._all = self._other = 0

    def see(self, row: Row, _: Case) -> None:
        self._all += 1
        self._other += row["ceasereason"] == "9"

    def problems(self, _: LastYear | None) -> Iterator[Problem]:
        if self._all >= _FEWEST and 100 * self._other > OTHER_REASON_SHARE * self._all:
            message = f"{_percent(self._other, self._all)} of the plans that ceased did so for “other” reasons (9)"
            what_to_do = "Give a nearer reason where there is one; the DfE asks for reasons."
            yield Problem("V13", "query", message, "namedplan", 0, "ceasereason", "", what_to_do)


class Totals:
    """This year's totals beside last year's, where those are given."""

    table = "requests"
    fields: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.plans = self.requests = 0
        self.by_need: Counter[str] = Counter()

    def see(self, row: Row, case: Case) -> None:
        self.requests += row.get("receiveddate", "").startswith(case.year_reported)
        if "activeplans" in row:
            self.plans += 1
            for need in row["activeplans"].get("senneed", ()):
                if need.get("sentyperank") == "1":
                    self.by_need[need.get("sentype", "")] += 1

    def problems(self, last_year: LastYear | None) -> Iterator[Problem]:
        if last_year is None:
            return
        yield from self._compared("plans in force", "activeplans", "", last_year.plans, self.plans)
        yield from self._compared("requests", "requests", "receiveddate", last_year.requests, self.requests)
        for need, before in last_year.by_need.items():
            yield from self._compared(f"plans with main need {need}", "senneed", "sentype", before, self.by_need[need])

    def _compared(self, what: str, table: str, column: str, before: int, now: int) -> Iterator[Problem]:
        if before >= _FEWEST and 100 * abs(now - before) > CHANGE_SHARE * before:
            message = f"There are {now:,} {what}; last year there were {before:,}"
            yield Problem(
                "V18", "query", message, table, 0, column, str(now), "Check that none are missing or entered twice."
            )


class PlacesExpected:
    """Fewer placements at an establishment than the area expects there."""

    table = "placementdetail"
    fields: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._at: Counter[str] = Counter()
        self._expected: dict[str, int] = {}

    def see(self, row: Row, case: Case) -> None:
        if case.establishments and "leavingdate" not in row:
            self._at[row.get("urn", "")] += 1
            if not self._expected:
                self._expected = {
                    urn: there.places for urn, there in case.establishments.items() if there.places is not None
                }

    def problems(self, _: LastYear | None) -> Iterator[Problem]:
        for urn, expected in self._expected.items():
            if self._at[urn] < expected:
                message = f"There are {self._at[urn]:,} placements at this establishment; {expected:,} were expected"
                yield Problem("E03", "query", message, "placementdetail", 0, "urn", urn, "Check that none are missing.")
