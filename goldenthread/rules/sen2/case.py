"""What a check may look at beside its own row: the rows above it, the census day, and the establishments."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.rules.sen2.persons import Row


@dataclass(frozen=True, slots=True)
class Establishment:
    """A school or college as the national register (GIAS) has it; days are ISO text, "" for none or unknown."""

    urn: str
    opened_on: str = ""
    closed_on: str = ""
    mainstream: bool = True
    sen_unit: bool = False
    resourced_provision: bool = False
    for_send: bool = True  # its type is one that children with EHC plans attend
    places: int | None = None  # placements expected, where the area knows


@dataclass(frozen=True)
class LastYear:
    """An area's totals in the collection before, for comparison: plans in force, requests, and plans by main need."""

    plans: int
    requests: int
    by_need: Mapping[str, int]


_NOTHING: Row = {}


class Case:
    """One person's rows while they are checked. Days are ISO text, so that they compare as text does."""

    def __init__(self, census: str, establishments: Mapping[str, Establishment]) -> None:
        self.census = census
        self.year_reported = str(int(census[:4]) - 1)
        self.year_ago = f"{self.year_reported}{census[4:]}"
        self.half_a_year_ago = _half_a_year_before(census)
        september = f"{census[:4]}-08-31"
        self.school_year = september if census > september else f"{self.year_reported}-08-31"
        self.establishments = establishments
        self._turned = [f"{int(census[:4]) - age}{census[4:]}" for age in range(121)]
        self.born = ""
        self.repeated = False  # a tally of the whole file met this person before: its problem is told at the file's end
        self.person = self.request = self.assessment = self.namedplan = self.activeplans = _NOTHING

    def begin(self, person: Row) -> None:
        self.person = person
        self.repeated = False
        self.born = person.get("personbirthdate", "")

    def begin_request(self, request: Row) -> None:
        self.request = request
        self.assessment = request.get("assessment", _NOTHING)
        self.namedplan = self.assessment.get("namedplan", _NOTHING)
        self.activeplans = request.get("activeplans", _NOTHING)

    def turned(self, age: int) -> str:
        """The last day of birth of those who are so old, or older, on census day."""
        return self._turned[age]

    def age_on(self, day: str) -> int | None:
        """Completed years on a day; None where the birth date is unknown."""
        born = self.born
        return int(day[:4]) - int(born[:4]) - (day[4:10] < born[4:10]) if born else None

    def is_of_school_age(self) -> bool:
        """Five to fifteen on 31 August before the census: years 1 to 11."""
        age = self.age_on(self.school_year)
        return age is not None and 5 <= age <= 15

    def establishment(self, row: Row) -> Establishment | None:
        return self.establishments.get(row.get("urn", ""))


def _half_a_year_before(day: str) -> str:
    month = int(day[5:7])
    return f"{day[:5]}{month - 6:02}{day[7:]}" if month > 6 else f"{int(day[:4]) - 1}-{month + 6:02}{day[7:]}"
