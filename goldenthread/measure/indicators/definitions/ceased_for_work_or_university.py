"""Plans that ended in what they were for."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

ONWARDS = ("3", "4")  # higher education and paid employment, as the return codes its reasons

definition = Definition(
    code="ceased_for_work_or_university",
    title="Plans that ended because the young person went to work or to higher education",
    topic=Topic.ADULTHOOD,
    why_it_matters="It is what a plan is for in the end: a life of one's own, with work or study of one's choice.",
    counted=(
        "Plans ended for paid employment (apprenticeships left out) or for higher education ÷ plans ended in the "
        "period, for whatever reason."
    ),
    cohort="plans ended",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 module 4: CeaseDate, CeaseReason",
    review_by=date(2027, 9, 1),
    catalogue=("PA08",),
    levels=(Level.AREA, Level.AGE_BAND),
    lag_days=365,
    never_without="neet_with_plan",
    caution="Plans of small children that ended, most of them by a move to another area, are in the denominator too.",
)


def counts(t: Tables) -> Happened:
    return Happened(t.plans, on="ceased_on", met=t.plans.cease_reason.isin(ONWARDS))
