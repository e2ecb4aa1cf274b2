"""Names in a plan → people of the area. Somebody named with a post is registered; nobody is given a way to sign in."""

import re
from datetime import date

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership import reads, writes
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.plans.merging.keeper import Keeper

POSTS = {
    "and", "board", "commissioner", "council", "director", "forum", "group", "head", "icb", "lead", "manager", "nhs",
    "of",
    "officer", "principal", "senior", "service", "services", "team", "the", "trust", "deputy", "assistant", "chair",
    "all",
}  # fmt: skip
NAME = re.compile(r"(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+")


class People:
    def __init__(self, area: LocalArea, keeper: Keeper, by: Actor, on: date) -> None:
        self._area, self._keeper, self._by, self._on = area, keeper, by, on
        self._known: dict[str, list[Person]] = {}
        for person in reads.people_in(area):
            self._known.setdefault(person.name.casefold(), []).append(person)

    def find(self, words: str) -> Person | None:
        """Somebody already known by that name; of several, the one with that post."""
        name, post = _parts(words)
        found = self._known.get(name.casefold(), [])
        if len(found) > 1:
            found = [person for person in found if person.post.casefold() == post.casefold()]
        return found[0] if len(found) == 1 else None

    def find_or_register(self, words: str) -> Person | None:
        """None for words that do not name one person and their post: they are kept as written."""
        name, post = _parts(words)
        found = self.find(words)
        if found or name.casefold() in self._known or not post or not _is_a_name(name):
            return found
        person = writes.register_person(area=self._area, name=name, post=post[:120], by=self._by, on=self._on)
        self._keeper.added(person)
        self._known[name.casefold()] = [person]
        return person


def _parts(words: str) -> tuple[str, str]:
    """“Priya Raman, Director of Commissioning” → name and post."""
    name, _, post = words.partition(",")
    return " ".join(name.split()), " ".join(post.split())


def _is_a_name(words: str) -> bool:
    return len(words) <= 120 and NAME.fullmatch(words) is not None and POSTS.isdisjoint(words.lower().split())
