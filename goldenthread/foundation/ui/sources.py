"""The published figures and lists that the package carries or reads."""

from dataclasses import dataclass

OGL = "Open Government Licence v3.0"


@dataclass(frozen=True)
class Source:
    what: str
    publisher: str
    licence: str = OGL


SOURCES = (
    Source("Education, health and care plans", "Department for Education, SEN2 statistics"),
    Source("Special educational needs in England", "Department for Education, school census statistics"),
    Source("Local authority interactive tool (LAIT)", "Department for Education"),
    Source("SEND tribunal appeals", "Ministry of Justice, tribunal statistics"),
    Source("Area SEND inspections", "Ofsted and the Care Quality Commission"),
    Source("Community health waiting times", "NHS England"),
    Source(
        "Local areas, their codes and regions",
        "Department for Education (LAIT list of authorities) and Office for National Statistics codes, "
        "as compiled by Data to Insight",
        f"{OGL}; compilation under the MIT licence",
    ),
    Source("Bank holidays", "GOV.UK"),
)
