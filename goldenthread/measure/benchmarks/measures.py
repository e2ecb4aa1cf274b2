"""What each published headline counts: the importer fills the tables by it, and pages describe figures with it.

`polarity` and `banded` are the Department for Education's own where its interactive tool (LAIT) carries the measure.
"""

from dataclasses import dataclass
from enum import StrEnum

from .periods import PeriodKind


class Polarity(StrEnum):
    HIGH = "high"
    LOW = "low"
    NEUTRAL = "neutral"


class Unit(StrEnum):
    PERCENT = "%"
    COUNT = "count"
    RATE = "per 100"  # of events to a base that does not contain them: a proportion's interval would be wrong
    AS_PUBLISHED = "as published"  # a figure of LAIT, which publishes no counts


@dataclass(frozen=True, slots=True)
class Measure:
    """`counted` and `out_of` are the cohort in words; `banded` is false where DfE gives no quartile."""

    code: str
    title: str
    period_kind: PeriodKind
    unit: Unit
    polarity: Polarity
    counted: str = ""
    out_of: str = ""
    lait: str = ""
    banded: bool = True
    axis: str = ""
    by_need: bool = False


CALENDAR, JANUARY = PeriodKind.CALENDAR_YEAR, PeriodKind.JANUARY
PERCENT, NEUTRAL = Unit.PERCENT, Polarity.NEUTRAL

HEADLINES = {
    measure.code: measure
    for measure in (
        Measure(
            "requests_received",
            "Requests for an EHC needs assessment",
            CALENDAR,
            Unit.COUNT,
            NEUTRAL,
            counted="requests received in the year",
            lait="SEN_INIT_REQ",
        ),
        Measure(
            "refused_to_assess",
            "Requests refused an EHC needs assessment",
            CALENDAR,
            PERCENT,
            NEUTRAL,
            counted="requests decided not to be assessed",
            out_of="requests received in the year",
            lait="EHCP_Initial_req_refused",
            banded=False,
        ),
        Measure(
            "decided_in_6_weeks",
            "Requests decided within 6 weeks",
            CALENDAR,
            PERCENT,
            Polarity.HIGH,
            counted="requests decided within 6 weeks",
            out_of="requests decided, in time or late",
        ),
        Measure(
            "plans_in_20_weeks_excluding_exceptions",
            "EHC plans issued within 20 weeks, excluding exceptions",
            CALENDAR,
            PERCENT,
            Polarity.HIGH,
            counted="plans issued within 20 weeks, no exception applying",
            out_of="plans issued in the year, no exception applying",
            lait="SEN_EHC_Excpt_20wks",
        ),
        Measure(
            "plans_in_20_weeks_including_exceptions",
            "EHC plans issued within 20 weeks, including exceptions",
            CALENDAR,
            PERCENT,
            Polarity.HIGH,
            counted="plans issued within 20 weeks",
            out_of="plans issued in the year",
            lait="SEN_EHC_All_20wks",
        ),
        Measure(
            "over_52_weeks",
            "EHC plans issued after more than 52 weeks",
            CALENDAR,
            PERCENT,
            Polarity.LOW,
            counted="plans issued after more than a year, no exception applying",
            out_of="plans issued in the year, no exception applying",
        ),
        Measure(
            "plans_in_force",
            "EHC plans in force",
            JANUARY,
            Unit.COUNT,
            NEUTRAL,
            counted="EHC plans in force on the January census day",
            lait="SEN_CASES_JAN",
        ),
        Measure(
            "placed_in_mainstream",
            "EHC plans with a place in a mainstream school",
            JANUARY,
            PERCENT,
            NEUTRAL,
            counted="plans placed in mainstream schools, units and resourced provision among them",
            out_of="EHC plans in force",
        ),
        Measure(
            "placed_in_special",
            "EHC plans with a place in a special school",
            JANUARY,
            PERCENT,
            NEUTRAL,
            counted="plans placed in special schools of every kind",
            out_of="EHC plans in force",
        ),
        Measure(
            "new_plans_by_need",
            "New EHC plans by primary need",
            CALENDAR,
            PERCENT,
            NEUTRAL,
            counted="new plans with this primary need",
            out_of="new plans in the year",
            by_need=True,
        ),
        Measure(
            "plans_in_force_by_need",
            "EHC plans in force by primary need",
            JANUARY,
            PERCENT,
            NEUTRAL,
            counted="plans with this primary need",
            out_of="EHC plans in force",
            by_need=True,
        ),
        Measure(
            "reviews_decided_in_4_weeks",
            "Annual reviews decided within 4 weeks",
            CALENDAR,
            PERCENT,
            NEUTRAL,
            counted="review decisions told within 4 weeks of the meeting",
            out_of="review decisions told, in time or late",
            lait="SEN_PEC_OUTCOME_COM_4WKS",
            banded=False,
        ),
        Measure(
            "appeal_rate",
            "Appeals to the SEND tribunal for each 100 appealable decisions",
            CALENDAR,
            Unit.RATE,
            Polarity.LOW,
            counted="appeals registered in the year",
            out_of="appealable decisions",
            lait="SEN_AppealableDec",
        ),
    )
}
