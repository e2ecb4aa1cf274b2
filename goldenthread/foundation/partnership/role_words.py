"""What a role may see and do, in words: read off the tables of permissions, so that the two cannot part."""

from collections.abc import Iterable

from .models import Role
from .permissions import DUTIES, GRANTED, Access, Duty, FieldClass

HOLDS = (
    (Access.WRITE, "Sees and changes"),
    (Access.READ, "Sees"),
    (Access.FLAG, "Is told that there is something, not what"),
)
BESIDE = {  # what is neither a class of fields nor a duty for the plan
    Role.ADMINISTRATOR: "Adds people, gives them roles and a way to sign in.",
    Role.ACTION_LEAD: "May report on the actions that they lead.",
}


def sees(role: Role) -> str:
    """Whether it opens children's records comes first: that is what an administrator must not overlook."""
    opens = GRANTED[role, FieldClass.IDENTITY] >= Access.READ
    said = [
        f"{words}: {_listed(each.value for each in found)}."
        for access, words in HOLDS
        if (found := _open(role, access))
    ]
    first = "Opens children’s records." if opens else "Opens no child’s record."
    return " ".join([first, *(said or ["Sees no figures and no plan."])])


def does(role: Role) -> str:
    """Empty for a role without a duty."""
    duties = [duty.value for duty in Duty if duty in DUTIES.get(role, ())]
    said = [f"May {_listed(duties)}."] if duties else []
    return " ".join(said + ([BESIDE[role]] if role in BESIDE else []))


def in_words(role: Role) -> str:
    return f"{sees(role)} {does(role)}".strip()


def _open(role: Role, access: Access) -> list[FieldClass]:
    return [each for each in FieldClass if GRANTED[role, each] == access]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
