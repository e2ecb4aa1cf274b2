"""Plans that ended well."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

NEEDS_MET = "2"  # reason as the return codes it

definition = Definition(
    code="ceased_needs_met",
    title="Plans that ended because the needs are met without one",
    topic=Topic.PLANS,
    why_it_matters=(
        "A plan may end because the help worked. It may also be ended to save money: families can appeal, and the "
        "reasons given show what to look at."
    ),
    counted="Plans ended because needs are met without a plan ÷ plans ended in the period, for whatever reason.",
    cohort="plans ended",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 4: CeaseDate, CeaseReason; Children and Families Act 2014, s. 45",
    review_by=date(2027, 9, 1),
    catalogue=("ID23",),
    levels=(Level.AREA, Level.AGE_BAND),
    lag_days=365,
)


def counts(t: Tables) -> Happened:
    return Happened(t.plans, on="ceased_on", met=t.plans.cease_reason == NEEDS_MET)
