"""When families disagree: mediation and the tribunal."""

from goldenthread.measure.benchmarks.measures import Measure, Polarity, Unit
from goldenthread.measure.benchmarks.periods import PeriodKind

CALENDAR = PeriodKind.CALENDAR_YEAR

MEASURES = (
    Measure(
        "appeal_rate",
        "Appeals to the SEND tribunal for each 100 appealable decisions",
        CALENDAR,
        Unit.RATE,
        Polarity.LOW,
        counted="appeals registered in the year",
        out_of="appealable decisions",
        lait="SEN_AppealableDec",
        core=True,
    ),
    Measure(
        "appeal_rate_in_development",
        "Appeals for each 100 appealable decisions, by the count of decisions in development",
        CALENDAR,
        Unit.RATE,
        Polarity.LOW,
        counted="appeals registered in the year",
        out_of="appealable decisions, by the count that is in development",
    ),
    Measure(
        "appeals_registered",
        "Appeals registered with the SEND tribunal",
        CALENDAR,
        Unit.COUNT,
        Polarity.LOW,
        counted="appeals registered in the year",
    ),
    Measure(
        "mediations_per_100_refusals",
        "Mediations over a request for each 100 refusals to assess",
        CALENDAR,
        Unit.RATE,
        Polarity.NEUTRAL,
        counted="mediations held over a request for an assessment",
        out_of="requests decided not to be assessed",
    ),
    Measure(
        "mediations_without_appeal",
        "Mediations over a request that no appeal followed",
        CALENDAR,
        Unit.PERCENT,
        Polarity.HIGH,
        counted="mediations over a request that no appeal to the tribunal followed",
        out_of="mediations held over a request",
    ),
)
