"""The first promise of the law to a family."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="decided_in_6_weeks",
    title="Decisions whether to assess made within 6 weeks",
    topic=Topic.WAITING,
    why_it_matters="The family learns whether help is coming. Six weeks is the law's limit, not a target.",
    counted=(
        "Requests decided within 42 days of receipt ÷ requests decided in the period; those still open are left out."
    ),
    cohort="requests decided",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 module 2: RequestOutcomeDate; SEND Regulations 2014, reg. 5(1)",
    review_by=date(2027, 9, 1),
    catalogue=("ID10",),
    levels=(Level.AREA, Level.AGE_BAND),
    lag_days=90,
)


def counts(t: Tables) -> Happened:
    c = t.cases
    decided = ~c.decided_before & c.decision.isin(["Y", "N"])
    return Happened(c, on="decided_on", met=c.decided_on.delta(c.received_on, unit="day") <= 42, among=decided)
