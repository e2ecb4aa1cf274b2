"""As the law counts reviews: one each year."""

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
from goldenthread.measure.indicators.reviewed import last_reviews, year_ago, year_old

definition = Definition(
    code="reviews_held_in_12_months",
    title="EHC plans reviewed in the last 12 months",
    topic=Topic.PLANS,
    why_it_matters=(
        "Children grow and plans do not. The law asks for a review each year, so that the help still fits the child."
    ),
    counted=(
        "Plans in force for a whole twelve months of which a review meeting was held in the last twelve ÷ plans in "
        "force for a whole twelve months."
    ),
    cohort="EHC plans in force for twelve months or more",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 modules 4 and 5: StartDate, ReviewMeeting; Children and Families Act 2014, s. 44(1)",
    review_by=date(2027, 9, 1),
    catalogue=("ID19",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT, Level.DISTRICT, Level.ESTABLISHMENT),
    periods=(Every.DAY,),
    caution=(
        "By law each year runs from the day the last decision was sent; here the meetings are counted, back from the "
        "day of the tables. The published figure is higher: it also counts meetings of earlier years."
    ),
)


def counts(t: Tables) -> Standing:
    def held(rows: Expr) -> Expr:
        return rows.last_met_on > year_ago(t.as_at)

    plans = last_reviews(t)
    return Standing(plans, since="issued_on", until="ceased_on", met=held, among=year_old(plans, t.as_at))
