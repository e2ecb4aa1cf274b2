"""What one real shire county looks like, as published: the demonstration area's mixes are calibrated to it.

Source: Department for Education, *Education, health and care plans*, reporting year 2025 (caseload on 16 January 2025,
requests and decisions in 2024), Worcestershire (885); Open Government Licence v3.0. Counts, carried over as counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

NEEDS = {
    "ASD": 1356, "HI": 57, "MLD": 1143, "MSI": 29, "OTH": 279, "PD": 227, "PMLD": 128,
    "SEMH": 1595, "SLCN": 1790, "SLD": 178, "SPLD": 139, "VI": 49,
}  # fmt: skip

NEEDS_OF_NEW_PLANS = {
    "ASD": 229, "HI": 10, "MLD": 196, "MSI": 9, "OTH": 104, "PD": 37, "PMLD": 6,
    "SEMH": 503, "SLCN": 350, "SLD": 4, "SPLD": 34, "VI": 8,
}  # fmt: skip

AGES_ASKED_FOR = {
    2: 42, 3: 248, 4: 181, 5: 121, 6: 119, 7: 135, 8: 113, 9: 134, 10: 154, 11: 135,
    12: 138, 13: 108, 14: 93, 15: 99, 16: 33, 17: 16, 18: 6, 19: 4, 20: 4,
}  # fmt: skip

AGES_WITH_A_PLAN = {
    2: 6, 3: 59, 4: 312, 5: 364, 6: 356, 7: 385, 8: 393, 9: 434, 10: 457, 11: 512, 12: 540, 13: 474, 14: 462,
    15: 490, 16: 419, 17: 428, 18: 280, 19: 227, 20: 151, 21: 101, 22: 66, 23: 34, 24: 20,
}  # fmt: skip

# Kinds in lower case are establishments of `schools`; kinds in capitals are codes of the return for those without one.
PLACEMENTS_BY_AGE: dict[str, dict[str, int]] = {
    "0-4": {"early_years": 79, "mainstream_maintained": 92, "mainstream_academy": 133, "mainstream_independent": 2,
            "special_maintained": 58, "special_academy": 9, "OLA": 2, "OTH": 2},
    "5-10": {"mainstream_maintained": 594, "mainstream_academy": 826, "resourced_provision": 6, "sen_unit": 30,
             "mainstream_independent": 27, "special_maintained": 523, "special_academy": 199, "special_independent": 68,
             "alternative": 25, "EHE": 33, "OLA": 10, "OPA": 2, "OTH": 25, "NIEO": 13},
    "11-15": {"mainstream_maintained": 173, "mainstream_academy": 918, "resourced_provision": 71, "sen_unit": 36,
              "mainstream_independent": 92, "special_maintained": 300, "special_academy": 450,
              "special_independent": 273, "alternative": 16, "EHE": 47, "OLA": 31, "OTH": 31, "NIEO": 36},
    "16-18": {"mainstream_maintained": 12, "mainstream_academy": 188, "mainstream_independent": 27,
              "special_maintained": 101, "special_academy": 207, "special_independent": 125, "college": 315,
              "specialist_post16": 13, "EHE": 12, "OLA": 26, "OPA": 1, "OTH": 35, "NEET": 45, "NIEO": 9},
    "19-25": {"special_academy": 19, "special_independent": 40, "college": 366, "specialist_post16": 91, "OLA": 14,
              "OPA": 1, "OTH": 14, "NEET": 30},
}  # fmt: skip

# A first plan keeps most children where they are: 77 % of new plans name a mainstream school, 46 % of all plans.
SPECIAL_ON_A_FIRST_PLAN = 0.3  # so much of a band's special share is used when the plan is new

ETHNICITIES = {
    "WBRI": 1272, "WIRI": 1, "WIRT": 38, "WROM": 29, "WOTH": 6, "MWBC": 13, "MWBA": 11, "MWAS": 21, "MOTH": 10,
    "AIND": 12, "APKN": 2, "ABAN": 3, "AOTH": 3, "BCRB": 10, "BAFR": 5, "BOTH": 2, "OOTH": 12, "NOBT": 120,
}  # fmt: skip

CEASED_BECAUSE = {"1": 22, "2": 12, "3": 14, "4": 17, "5": 192, "6": 321, "8": 1}


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares in 0–1; `plans` is the number in force that the area should reach."""

    code: str
    name: str
    plans: int
    boys: float = 1183 / 1883
    refused: float = 330 / 1883
    withdrawn: float = 36 / 1883
    no_plan: float = 74 / 1546
    decided_in_time: float = 1877 / 1906
    review_decided_in_time: float = 3683 / 4886
    review_missed: float = 500 / 5409
    outcomes_of_review: Mapping[str, float] = field(default_factory=lambda: {"A": 3889, "M": 898, "C": 21})


MARLSHIRE = "999"  # a code that no real area has
FULL_SIZE = 5200


def marlshire(plans: int = FULL_SIZE) -> Profile:
    return Profile(MARLSHIRE, "Marlshire", plans)


def age_band(age: int) -> str:
    return "0-4" if age < 5 else "5-10" if age < 11 else "11-15" if age < 16 else "16-18" if age < 19 else "19-25"
