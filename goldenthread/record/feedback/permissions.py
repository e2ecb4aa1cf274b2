"""Who may read what families say, and who may see answers of a few."""

from datetime import date

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import Access, FieldClass, may, sees_small_numbers


def may_read_what_families_say(person: Person | None, on: date | None = None) -> bool:
    return may(person, Access.READ, FieldClass.COUNTS, on)


def may_see_answers_of_a_few(person: Person | None, on: date | None = None) -> bool:
    return sees_small_numbers(person, on)
