"""What partners answer for: staying in learning at 16 and 17, health waits and money."""

from goldenthread.measure.benchmarks.measures import Measure, Polarity, Unit
from goldenthread.measure.benchmarks.periods import PeriodKind

CALENDAR, FINANCIAL, MONTH = PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.MONTH
PERCENT, LOW = Unit.PERCENT, Polarity.LOW
NEET = "not in education, employment or training (NEET), or whose activity is not known"
YOUNG = {
    "_ehc_plan": " with an EHC plan",
    "_sen_support": " on SEN support",
    "_no_sen": " without SEN",
    "": "",
}

MEASURES = (
    *(
        Measure(
            f"neet_or_not_known{group}",
            f"Young people of 16 and 17{who}, NEET or not known",
            CALENDAR,
            PERCENT,
            LOW,
            counted=f"young people of 16 and 17{who} who are {NEET}, mean of December to February",
            out_of=f"young people of 16 and 17{who}",
        )
        for group, who in YOUNG.items()
    ),
    Measure(
        "community_waits_over_18_weeks",
        "Children waiting over 18 weeks for a community health service",
        MONTH,
        PERCENT,
        LOW,
        counted="children who have waited over 18 weeks at the end of the month",
        out_of="children on the waiting list",
        by="service",
    ),
    Measure(
        "community_waits_over_52_weeks",
        "Children waiting over 52 weeks for a community health service",
        MONTH,
        PERCENT,
        LOW,
        counted="children who have waited over 52 weeks at the end of the month",
        out_of="children on the waiting list",
        by="service",
    ),
    Measure(
        "autism_first_contact_after_13_weeks",
        "Suspected autism: first appointments that came after more than 13 weeks",
        MONTH,
        PERCENT,
        LOW,
        counted="first appointments after more than 13 weeks, of open referrals for suspected autism",
        out_of="open referrals for suspected autism of at least 13 weeks",
        by="age",
    ),
    Measure(
        "dsg_balance",
        "Dedicated schools grant: cumulative balance as a share of the grant’s income",
        FINANCIAL,
        Unit.AS_PUBLISHED,  # a share that can lie below zero: never the interval of a proportion
        Polarity.HIGH,
        counted="cumulative balance of the dedicated schools grant, below zero for a deficit (%)",
        out_of="the grant’s income in the year",
    ),
    Measure(
        "specialist_spend",
        "Spending on places in special schools, a head",
        FINANCIAL,
        Unit.POUNDS,
        Polarity.NEUTRAL,
        counted="spending on places in special schools, state-funded, independent and non-maintained",
        out_of="residents of the ages that the dashboard counts (about 2 to 18)",
    ),
)
