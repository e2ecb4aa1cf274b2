"""Being in school: absence, suspensions and permanent exclusions of pupils with SEND, and of those without.

The same three groups each time, so that the gap between them can be shown.
"""

from goldenthread.measure.benchmarks.measures import Measure, Polarity, Unit
from goldenthread.measure.benchmarks.periods import PeriodKind

GROUPS = {
    "ehc_plan": "pupils with an EHC plan",
    "sen_support": "pupils on SEN support",
    "no_sen": "pupils without identified SEN",
}
ACADEMIC, TERM = PeriodKind.ACADEMIC_YEAR, PeriodKind.TERM
# code, title, kind of period, unit, counted, out of: of one group
KINDS = (
    ("overall_absence", "Overall absence", ACADEMIC, Unit.PERCENT, "half-days missed", "possible half-days"),
    (
        "persistent_absence", "Persistent absence", ACADEMIC, Unit.PERCENT,
        "enrolments that missed 10 % or more of their own possible half-days", "enrolments",
    ),
    ("suspension_rate", "Suspensions", TERM, Unit.RATE, "suspensions in the term", "pupils on roll"),
    (
        "permanent_exclusion_rate", "Permanent exclusions", TERM, Unit.RATE, "permanent exclusions in the term",
        "pupils on roll",
    ),
)  # fmt: skip

MEASURES = tuple(
    Measure(
        f"{code}_{group}",
        f"{title}, {pupils}",
        kind,
        unit,
        Polarity.LOW,
        counted=f"{counted}, of {pupils}",
        out_of=f"{out_of}, of {pupils}",
    )
    for code, title, kind, unit, counted, out_of in KINDS
    for group, pupils in GROUPS.items()
)
