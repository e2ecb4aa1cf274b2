"""Whose rights they are: the parent's until compulsory school age ends, then the young person's."""

from dataclasses import dataclass
from datetime import date

from goldenthread.rules import calendar, statute
from goldenthread.rules.calendar import DAY, format_date
from goldenthread.rules.provision import in_force


@dataclass(frozen=True)
class RightsHolder:
    """`parent_until` is the last day of the parent's rights; `young_person_from` the day after."""

    parent_until: date
    young_person_from: date
    because: str

    def on(self, day: date) -> str:
        """ "parent" or "young person" on a day: asked for each notice, never stored."""
        return "parent" if day <= self.parent_until else "young person"


def rights_holder(born_on: date) -> RightsHolder:
    """Raises NoLawError for people who left school before the present leaving date."""
    rule = in_force(statute.SCHOOL_LEAVING, born_on)
    sixteenth = calendar.corresponding_date(born_on, 12 * rule.value.age)
    left_in = calendar.academic_year(sixteenth) + 1
    until = calendar.nth_weekday(left_in, rule.value.on)
    return RightsHolder(
        parent_until=until,
        young_person_from=until + DAY,
        because=(
            f"Compulsory school age ends on {format_date(until)}, the last Friday in June of the school year in which"
            f" the person turns {rule.value.age} ({rule.citation})."
        ),
    )
