"""Who signs in to the demonstration: one person a role, all invented, one password for all."""

from dataclasses import dataclass

from goldenthread.foundation.partnership.models import OrganisationKind, Role

AREA = {"code": "999", "ons_code": "E10000999", "name": "Marlshire", "region": "West Midlands"}
PASSWORD = "marlshire-demonstration"  # noqa: S105 — printed by `make demo`; the area and everyone in it are invented
COUNCIL, NHS, FORUM = (
    "Marlshire County Council",
    "NHS Marl Valley Integrated Care Board",
    "Marlshire Parent Carer Forum",
)
ORGANISATIONS = {
    COUNCIL: OrganisationKind.COUNCIL,
    NHS: OrganisationKind.HEALTH,
    FORUM: OrganisationKind.PARENT_CARER_FORUM,
}


@dataclass(frozen=True)
class SignIn:
    username: str
    name: str
    post: str
    organisation: str
    role: Role


SIGN_INS = (
    SignIn("lead", "Samira Dhillon", "SEND improvement lead", COUNCIL, Role.IMPROVEMENT_LEAD),
    SignIn("manager", "Joanne Birtles", "EHC Plan Service Manager", COUNCIL, Role.SERVICE_MANAGER),
    SignIn("caseworker", "Ellie Marsh", "SEND caseworker", COUNCIL, Role.CASEWORKER),
    SignIn("analyst", "Wen Li Tan", "Data and Performance Manager", COUNCIL, Role.ANALYST),
    SignIn(
        "board",
        "Priya Raman",
        "Director of Commissioning, NHS Marl Valley Integrated Care Board",
        NHS,
        Role.BOARD_MEMBER,
    ),
    SignIn("scrutiny", "Councillor Judith Hargrave", "Chair of scrutiny", COUNCIL, Role.SCRUTINY_MEMBER),
    SignIn("forum", "Sarah Linfield", "Chair of the Marlshire Parent Carer Forum", FORUM, Role.PARENT_FORUM),
    SignIn("admin", "Alan Frith", "System administrator", COUNCIL, Role.ADMINISTRATOR),
)
