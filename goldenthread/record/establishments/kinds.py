"""The register's type of establishment → our kind, and whether its council is sent a census of it, as data.

Source: Get Information about Schools, types of 22 April 2025 (OGL).
"""

from typing import Literal

from .models import Establishment

Kind = Establishment.Kind

KIND_OF_TYPE: dict[str, Kind] = {
    "community school": Kind.MAINSTREAM,
    "voluntary aided school": Kind.MAINSTREAM,
    "voluntary controlled school": Kind.MAINSTREAM,
    "foundation school": Kind.MAINSTREAM,
    "city technology college": Kind.MAINSTREAM,
    "academy sponsor led": Kind.MAINSTREAM,
    "academy converter": Kind.MAINSTREAM,
    "free schools": Kind.MAINSTREAM,
    "university technical college": Kind.MAINSTREAM,
    "studio schools": Kind.MAINSTREAM,
    "service children s education": Kind.MAINSTREAM,
    "local authority nursery school": Kind.EARLY_YEARS,
    "pupil referral unit": Kind.AP,
    "academy alternative provision converter": Kind.AP,
    "academy alternative provision sponsor led": Kind.AP,
    "free schools alternative provision": Kind.AP,
    "community special school": Kind.SPECIAL,
    "foundation special school": Kind.SPECIAL,
    "academy special sponsor led": Kind.SPECIAL,
    "academy special converter": Kind.SPECIAL,
    "free schools special": Kind.SPECIAL,
    "non maintained special school": Kind.INDEPENDENT_SPECIAL,
    "other independent special school": Kind.INDEPENDENT_SPECIAL,
    "other independent school": Kind.INDEPENDENT,
    "further education": Kind.POST16,
    "sixth form centres": Kind.POST16,
    "academy 16 19 converter": Kind.POST16,
    "academy 16 to 19 sponsor led": Kind.POST16,
    "free schools 16 to 19": Kind.POST16,
    "higher education institutions": Kind.POST16,
    "special post 16 institution": Kind.SPECIAL_POST16,
}
WORDS = (  # for types newer than the list
    ("special post", Kind.SPECIAL_POST16),
    ("independent special", Kind.INDEPENDENT_SPECIAL),
    ("special", Kind.SPECIAL),
    ("alternative provision", Kind.AP),
    ("nursery", Kind.EARLY_YEARS),
    ("independent", Kind.INDEPENDENT),
    ("academy", Kind.MAINSTREAM),
)


def kind_of(type_name: str) -> Kind:
    """The kind of an establishment from the register's type name. OTHER where the register's word says nothing about
    it.
    """
    said = " ".join("".join(letter if letter.isalnum() else " " for letter in type_name.lower()).split())
    if said in KIND_OF_TYPE:
        return KIND_OF_TYPE[said]
    return next((kind for word, kind in WORDS if word in said), Kind.OTHER)


Supply = Literal["required", "goodwill", "none"]
COUNTED = {Kind.MAINSTREAM, Kind.SPECIAL, Kind.AP, Kind.EARLY_YEARS}
ATTENDING = COUNTED - {Kind.EARLY_YEARS}  # absence is counted of pupils of school age


def supply_of(type_name: str, kind: str) -> Supply:
    """Whether a council is sent a school's census: maintained schools send it through their council; academies send
    theirs to the Department, and to the council by goodwill. The census asks no pupils of other kinds of school.
    """
    if kind not in COUNTED:
        return "none"
    said = type_name.lower()
    own_trust = any(word in said for word in ("academy", "free school", "technical college", "technology", "studio"))
    return "goodwill" if own_trust else "required"
