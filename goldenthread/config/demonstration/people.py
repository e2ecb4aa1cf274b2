"""Who signs in to the demonstration: one person a role, all invented, one password for all."""

from dataclasses import dataclass

from goldenthread.foundation.partnership.models import OrganisationKind, Role

AREA = {"code": "999", "ons_code": "E10000999", "name": "Marlshire", "region": "West Midlands"}
PASSWORD = "marlshire-demonstration"  # noqa: S105 — printed by `make demo`; the area and everyone in it are invented
COUNCIL, NHS, FORUM, DEPARTMENT = (
    "Marlshire County Council",
    "NHS Marl Valley Integrated Care Board",
    "Marlshire Parent Carer Forum",
    "Department for Education",
)
ORGANISATIONS = {
    COUNCIL: OrganisationKind.COUNCIL,
    NHS: OrganisationKind.HEALTH,
    FORUM: OrganisationKind.PARENT_CARER_FORUM,
    DEPARTMENT: OrganisationKind.GOVERNMENT,
}
RESIDENTS_IN_2023 = 190_000  # aged 0 to 25


@dataclass(frozen=True)
class SignIn:
    username: str
    name: str
    post: str
    organisation: str
    role: Role

    @property
    def email(self) -> str:
        """An address that can belong to nobody (RFC 2606)."""
        return f"{self.username}@marlshire.example"


SIGN_INS = (
    SignIn("lead", "Samira Dhillon", "SEND improvement lead", COUNCIL, Role.IMPROVEMENT_LEAD),
    SignIn("manager", "Joanne Birtles", "EHC Plan Service Manager", COUNCIL, Role.SERVICE_MANAGER),
    SignIn("caseworker", "Ellie Marsh", "SEND caseworker", COUNCIL, Role.CASEWORKER),
    SignIn("analyst", "Wen Li Tan", "Data and Performance Manager", COUNCIL, Role.ANALYST),
    SignIn("inclusion", "Gareth Pryce", "Head of Inclusion", COUNCIL, Role.ACTION_LEAD),
    SignIn("verifier", "Denise Okafor", "SEND Quality Assurance Lead", COUNCIL, Role.VERIFIER),
    SignIn("chair", "Ros Calloway", "Independent chair of the SEND Improvement Board", COUNCIL, Role.BOARD_CHAIR),
    SignIn(
        "board",
        "Priya Raman",
        "Director of Commissioning, NHS Marl Valley Integrated Care Board",
        NHS,
        Role.BOARD_MEMBER,
    ),
    SignIn("scrutiny", "Councillor Judith Hargrave", "Chair of scrutiny", COUNCIL, Role.SCRUTINY_MEMBER),
    SignIn("forum", "Sarah Linfield", "Chair of the Marlshire Parent Carer Forum", FORUM, Role.PARENT_FORUM),
    SignIn("adviser", "Imogen Fry", "SEND adviser, Department for Education", DEPARTMENT, Role.ADVISER),
    SignIn("admin", "Alan Frith", "System administrator", COUNCIL, Role.ADMINISTRATOR),
)
