"""Which rows of a whole table belong to a cohort: conditions, so that measures of one table are counted in one pass."""

from datetime import date

from goldenthread.measure.indicators.counted import Expr

MAINSTREAM = ("mainstream", "independent")  # the national release counts independent mainstream schools among them
SPECIAL = ("special", "independent_special")


def own_case(cases: Expr) -> Expr:
    """It was ever open here: neither ended before the first collection nor come from another area with its plan."""
    return ~cases.ended_before & ~cases.transferred_in


def new_plan(cases: Expr) -> Expr:
    """It ended in a plan of this area's own.

    A plan issued before the first collection is known only if it is still in force: to count it would be to count the
    survivors, so it is left out.
    """
    return own_case(cases) & cases.issued_on.notnull()


def kind_known(plans: Expr) -> Expr:
    """What kind of place it is, is known; or no place was recorded, and then the national release counts it too.

    Left out is a plan at a school that the register does not have: it may be of any kind. So is a whole area where the
    register has none of the schools attended: else those out of school would be all that is left of it.
    """
    register = (plans.placed.notnull() & plans.urn.notnull()).any().over(group_by=plans.area)
    return register & (plans.placed.notnull() | plans.urn.isnull())


def aged(plans: Expr, youngest: int, oldest: int, as_at: date) -> Expr:
    """Of these ages on the last 31 August, as the national release takes them. Of an unknown month of birth: no."""
    year = as_at.year if as_at.month > 8 else as_at.year - 1
    born_by, born_after = date(year - youngest, 8, 1), date(year - oldest - 1, 8, 1)
    return (plans.born_month <= born_by) & (plans.born_month > born_after)
