"""As the nation counts reviews: a meeting, whenever it was."""

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
from goldenthread.measure.indicators.reviewed import last_reviews, year_old

definition = Definition(
    code="review_meetings_recorded",
    title="EHC plans with a review meeting on record",
    topic=Topic.PLANS,
    why_it_matters=(
        "A plan that has never been reviewed is the plan of a child who has grown since. This is the figure that the "
        "nation publishes; whether reviews are held each year, as the law asks, is told by the one beside it."
    ),
    counted=(
        "Plans in force for a whole twelve months of which any review meeting is on record, however long ago ÷ plans "
        "in force for a whole twelve months."
    ),
    cohort="EHC plans in force for twelve months or more",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 modules 4 and 5: StartDate, ReviewMeeting; Children and Families Act 2014, s. 44(1)",
    review_by=date(2027, 9, 1),
    catalogue=("ID19",),
    published="SEN_PEC_AN_REVIEW_MEET_REC",
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    periods=(Every.DAY,),
    never_without="reviews_held_in_12_months",  # it counts meetings of years ago
    caution="Of the meetings that the nation so counted for 2024, more than a quarter had been held before that year.",
)


def counts(t: Tables) -> Standing:
    def recorded(rows: Expr) -> Expr:
        return rows.last_met_on.notnull()

    plans = last_reviews(t)
    return Standing(plans, since="issued_on", until="ceased_on", met=recorded, among=year_old(plans, t.as_at))
