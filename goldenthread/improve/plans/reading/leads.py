"""Who leads an action, as plans write it: “Jane Smith & John Doe (NHS)”, “AB/CD”, “P. Gaunt”, “SENCOs”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

NOT_NAMES = {
    "academies", "academy", "adult", "all", "and", "assistant", "autism", "board", "care", "carer", "carers",
    "central", "chair", "children", "clinical", "college", "commissioner", "commissioning", "community", "council",
    "county", "deputy", "designated", "director", "early", "education", "educational", "executive", "families",
    "family", "finance", "forum", "group", "head", "health", "help", "hospital", "hub", "icb", "improvement",
    "inclusion", "integrated", "joint", "lead", "leads", "learning", "local", "manager", "managers", "mental",
    "nhs", "nursing", "of", "officer", "officers", "offer", "parent", "parents", "partnership", "performance",
    "primary", "principal", "programme", "project", "psychologist", "psychology", "public", "quality", "school",
    "schools", "secondary", "senco", "sencos", "send", "senior", "service", "services", "social", "special",
    "strategic", "support", "team", "teams", "the", "transport", "trust", "virtual", "working", "years", "young",
    "youth",
}  # fmt: skip
NAME = re.compile(r"(?:(?:Dr|Mrs?|Ms|Miss|Prof|Cllr|Rev)\.?\s+)?(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+")
INITIALLED = re.compile(r"(?:[A-Z]\.?\s*){1,2}\s+[A-Z][\w'’-]+")  # “P. Gaunt”
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){2,3}")  # “AB”
APART = re.compile(r"\s*[/;\n&+]\s*|\s+and\s+")
POST = re.compile(r"(?P<name>[^,(–]+?)\s*(?:\((?P<bracket>[^)]*)\)|(?:,|\s[–-])\s+(?P<post>.+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Named:
    """`post` is what stands beside the name: a post, or an organisation in brackets."""

    name: str
    post: str = ""

    @property
    def is_initials(self) -> bool:
        return INITIALS.fullmatch(self.name) is not None or INITIALLED.fullmatch(self.name) is not None

    @property
    def is_full_name(self) -> bool:
        return not self.is_initials and is_a_name(self.name)


def leads_in(words: str) -> tuple[Named, ...]:
    """Several where every one of them is a person's name or initials; else the one that the whole cell names."""
    whole = " ".join(words.split())
    if not whole:
        return ()
    parts = [each for each in APART.split(words.strip()) if each.strip()]
    people = _people(parts)
    if len(people) > 1:
        return people
    by_commas = _people(whole.split(", "))
    return by_commas if len(by_commas) > 1 else (_named(whole),)


def is_a_name(words: str) -> bool:
    return len(words) <= 120 and NAME.fullmatch(words) is not None and NOT_NAMES.isdisjoint(words.lower().split())


def may_be(named: Named, full_name: str) -> bool:
    """Whether initials fit a name: “PG” and “P. Gaunt” both fit Philippa Gaunt."""
    names = re.sub(r"^(?:Dr|Mrs?|Ms|Miss|Prof|Cllr|Rev)\.? ", "", full_name).split()
    if INITIALS.fullmatch(named.name):
        return re.sub(r"[^A-Z]", "", named.name) == "".join(name[0] for name in names)
    *firsts, last = named.name.replace(".", ". ").split()
    return (
        last == names[-1]
        and len(firsts) < len(names)
        and all(name.startswith(first.rstrip(".")) for first, name in zip(firsts, names, strict=False))
    )


def _people(parts: Sequence[str]) -> tuple[Named, ...]:
    """None at all unless every part is a person."""
    named = tuple(_named(part) for part in parts)
    return named if all(each.is_initials or each.is_full_name for each in named) else ()


def _named(words: str) -> Named:
    """“Priya Raman, Director of Commissioning” → name and post."""
    plain = " ".join(words.split())
    found = POST.fullmatch(plain)
    if found is None:
        return Named(plain)
    return Named(found["name"].strip(), (found["bracket"] or found["post"] or "").strip())
