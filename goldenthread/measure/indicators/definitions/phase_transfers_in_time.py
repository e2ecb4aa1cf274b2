"""Whether a child knows their next school in time to look forward to it."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="phase_transfers_in_time",
    title="Plans for the move to the next phase that were final in time",
    topic=Topic.PLANS,
    why_it_matters=(
        "Moving school is hardest for those who need most preparation. The law gives a day so that places, transport "
        "and support are ready, and an appeal can be heard before September."
    ),
    counted=(
        "Plans final by their day ÷ plans whose day came in the period: 15 February, or 31 March for the move on from "
        "secondary school. Plans that had ceased by then are left out."
    ),
    cohort="plans due for a move to the next phase",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 module 5: PhaseTransferDueDate, PhaseTransferFinalDate; SEND Regulations 2014, reg. 18",
    review_by=date(2027, 9, 1),
    catalogue=("ID22",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    periods=(Every.ACADEMIC,),
    lag_days=365,
    caution=(
        "The law says “before” the day; as most areas and the national release read it, a plan final on the day itself "
        "is in time. Only the last move of each plan is known. By kind of placement, it counts where the child learns "
        "on the day of the tables."
    ),
)


def counts(t: Tables) -> Happened:
    p = t.plans
    held = p.ceased_on.isnull() | (p.ceased_on > p.transfer_due_on)
    return Happened(p, on="transfer_due_on", met=p.transfer_final_on <= p.transfer_due_on, among=held)
