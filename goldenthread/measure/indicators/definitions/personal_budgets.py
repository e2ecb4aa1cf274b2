"""Families who steer the money themselves."""

from datetime import date

from goldenthread.measure.indicators.definition import (
    Better,
    Definition,
    Every,
    Expr,
    Level,
    Standing,
    Tables,
    Topic,
    Unit,
)

definition = Definition(
    code="personal_budgets",
    title="EHC plans with a personal budget",
    topic=Topic.PLANS,
    why_it_matters=(
        "A family that can decide how money for the help is spent can have help that fits its life. The law lets every "
        "family ask for it."
    ),
    counted="Plans in force with a personal budget taken up ÷ plans in force of which it is recorded.",
    cohort="EHC plans in force of which it is recorded",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 module 4: PB; Children and Families Act 2014, s. 49",
    review_by=date(2027, 9, 1),
    catalogue=("DR15",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    periods=(Every.DAY,),
    lag_days=365,
    caution="Most of them are for social care. A plan of which nobody said whether it has a budget is left out.",
)


def counts(t: Tables) -> Standing:
    def taken_up(rows: Expr) -> Expr:
        return rows.personal_budget

    recorded = t.plans.personal_budget.notnull()
    return Standing(t.plans, since="issued_on", until="ceased_on", met=taken_up, among=recorded)
