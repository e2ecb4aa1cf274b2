"""Census day of the SEN2 return."""

from datetime import date

from goldenthread.rules import calendar, statute
from goldenthread.rules.clocks.clock import Clock, Kind
from goldenthread.rules.provision import in_force


def census_clock(collection_year: int) -> Clock:
    new_year = date(collection_year, 1, 1)
    return Clock(
        what="SEN2 census day",
        started_on=new_year,
        due_on=calendar.sen2_census_day(collection_year),
        because=f"The third Thursday in January {collection_year}",
        citation=in_force(statute.SEN2_CENSUS, new_year).citation,
        kind=Kind.DAY,
    )
