"""Code sets of the return, each with the collection year it holds from, and its source.

The DfE's own specification is not openly machine-readable. A set whose letters were seen in no open source is not
`verified`, and a value outside it is a query, not an error. A set without codes is open: its categories are published,
its codes are not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

GUIDE = "DfE SEN2 guide (OGL v3), as quoted by data-to-insight/ssd-data-model (MIT)"
WITAN = "DfE SEN2 guide (OGL v3), facts as in MastodonC/witan.sen2"
EES = "DfE, Education, health and care plans (OGL v3): categories"
KNOWLEDGE = "from knowledge of the return; no open source found"


@dataclass(frozen=True)
class CodeSet:
    name: str
    codes: Mapping[str, str]
    source: str
    from_year: int = 2023
    verified: bool = True
    categories: tuple[str, ...] = field(default=())  # what is published where the codes are not


OUTCOME = {
    "N": "not to proceed",
    "A": "awaiting decision",
    "W": "withdrawn or ceased",
    "H": "decided before this collection",
}
NEEDS = {
    "SPLD": "Specific learning difficulty",
    "MLD": "Moderate learning difficulty",
    "SLD": "Severe learning difficulty",
    "PMLD": "Profound and multiple learning difficulty",
    "SEMH": "Social, emotional and mental health",
    "SLCN": "Speech, language and communication needs",
    "HI": "Hearing impairment",
    "VI": "Vision impairment",
    "MSI": "Multi-sensory impairment",
    "PD": "Physical disability",
    "ASD": "Autistic spectrum disorder",
    "OTH": "Other difficulty or disability",
}
SETTINGS = {
    "OLA": "Other arrangement by the local authority, including education otherwise than at school",
    "OPA": "Other arrangement by the parent, not elective home education",
    "EHE": "Elective home education",
    "EYP": "Early years provider without a URN",
    "OTH": "Other",
    "NEET": "Not in education, employment or training (16 to 25)",
    "NIEC": "Not in education: notice to cease issued",
    "NIEO": "Not in education: other",
}
CEASE_REASONS = {
    "1": "Reached the maximum age",
    "2": "Needs met without a plan",
    "3": "Moved to higher education",
    "4": "Paid employment, not an apprenticeship",
    "5": "Transferred to another local authority in England",
    "6": "No longer wishes to engage",
    "7": "Moved outside England",
    "8": "Died",
    "9": "Other",
}
UPN_UNKNOWN = {
    "UN1": "Under six, no UPN yet",
    "UN2": "Never attended a state-funded school in England",
    "UN3": "Educated outside England",
    "UN5": "Sources disagree",
    "UN8": "New to the area, not yet known",
    "UN9": "Young person never in a state school or college",
    "UN10": "Request led to nothing before a UPN or ULN was known",
}
REQUEST_SOURCES = {
    "1": "Young person or parent",
    "2": "School or setting",
    "3": "Health professional",
    "4": "Social care professional",
    "5": "Other",
}
ETHNICITIES = "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT"
BOOLEAN = {"0": "no", "1": "yes", "false": "no", "true": "yes"}

CODE_SETS = (
    CodeSet("sex", {"F": "Female", "M": "Male"}, WITAN, from_year=2024),
    CodeSet("gender", {"1": "Male", "2": "Female", "0": "Not known", "9": "Not specified"}, WITAN),
    CodeSet("ethnicity", {code: code for code in ETHNICITIES.split()}, WITAN),
    CodeSet("upn_unknown", UPN_UNKNOWN, GUIDE),
    CodeSet("request_source", REQUEST_SOURCES, "DfE return, as shown by a vendor's release notes", from_year=2025),
    CodeSet("request_outcome", {"Y": "assessment to proceed", **OUTCOME}, GUIDE),
    CodeSet("assessment_outcome", {"Y": "plan to be issued", **OUTCOME, "N": "plan not to be issued"}, GUIDE),
    CodeSet("cease_reason", CEASE_REASONS, GUIDE),
    CodeSet("setting", SETTINGS, WITAN),
    CodeSet("need", NEEDS, WITAN),
    CodeSet("need", {**NEEDS, "DS": "Down syndrome"}, WITAN, from_year=2025),
    CodeSet("review_outcome", {"M": "maintain", "A": "amend", "C": "cease"}, KNOWLEDGE, from_year=2024, verified=False),
    CodeSet("residential", {}, EES, verified=False, categories=("38 to 51 weeks", "52 weeks")),
    CodeSet(
        "work_based",
        {},
        EES,
        verified=False,
        categories=("supported internship", "apprenticeship", "traineeship"),
    ),
    CodeSet("direct_payment", {}, EES, verified=False, categories=("education", "health", "social care", "integrated")),
    CodeSet("rank", {"1": "first", "2": "second"}, WITAN),
    CodeSet("boolean", BOOLEAN, WITAN),
)


def code_set(name: str, year: int) -> CodeSet:
    """The set in force for a collection year; the earliest, for a year before it. KeyError for an unknown name."""
    known = sorted((each for each in CODE_SETS if each.name == name), key=lambda each: each.from_year)
    if not known:
        raise KeyError(name)
    return ([each for each in known if each.from_year <= year] or known)[-1]
