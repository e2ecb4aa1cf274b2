"""What children with SEND learn, beside those without: the early years, phonics and the end of primary school."""

from goldenthread.measure.benchmarks.measures import Measure, Polarity, Unit
from goldenthread.measure.benchmarks.periods import PeriodKind

# code, title, counted, out of, and LAIT's short code for each group
KINDS: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
    (
        "good_level_of_development", "Good level of development at 5",
        "children who reached a good level of development", "children assessed at the end of reception",
        {"ehc_plan": "FSP_Gooddev_With_SENSTATE", "sen_support": "FSP_Gooddev_Without_SENSTATE"},
    ),
    (
        "phonics", "Phonics standard in year 1",
        "pupils who met the phonics standard in year 1", "pupils in year 1 who could take the check",
        {"ehc_plan": "KS1P_EHCP", "sen_support": "KS1P_SEND", "no_sen": "KS1P_NonSEND"},
    ),
    (
        "ks2_expected", "Expected standard in reading, writing and maths at 11",
        "pupils who met the expected standard in reading, writing and maths", "pupils at the end of key stage 2",
        {
            "ehc_plan": "NEW_KS2_RWM_Sen_Withsta",
            "sen_support": "NEW_KS2_RWM_Sen_W/Osta",
            "no_sen": "NoID_SEN_NEW_KS2_RWM",
        },
    ),
)  # fmt: skip
PUPILS = {"ehc_plan": "EHC plan", "sen_support": "SEN support", "no_sen": "no identified SEN"}

MEASURES = tuple(
    Measure(
        f"{code}_{group}",
        f"{title}, {PUPILS[group]}",
        PeriodKind.ACADEMIC_YEAR,
        Unit.PERCENT,
        Polarity.HIGH,
        counted=f"{counted} ({PUPILS[group]})",
        out_of=f"{out_of} ({PUPILS[group]})",
        lait=lait,
    )
    for code, title, counted, out_of, groups in KINDS
    for group, lait in groups.items()
)
