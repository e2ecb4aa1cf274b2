"""What the inspectors said when they came back."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="weaknesses_with_sufficient_progress",
    title="Areas of weakness found at a revisit to have made sufficient progress",
    topic=Topic.PARTNERSHIP,
    why_it_matters="It is the one judgement of the plan that its owners do not make.",
    counted="Findings judged at a visit to have made sufficient progress ÷ findings judged at that visit.",
    cohort="findings judged",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Letters of revisits and monitoring inspections (Ofsted and the Care Quality Commission)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.DAY,),
    supply=Supply.PLAN,
    disclosure="D0",
    lag_days=540,
    catalogue=("IM04",),
)
