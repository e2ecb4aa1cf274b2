"""Names in a plan → people of the area. Somebody named with a post is registered; nobody is given a way to sign in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership import reads, writes
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.plans.merging.keeper import Keeper
from goldenthread.improve.plans.reading.leads import Named, is_a_name, leads_in, may_be


@dataclass(frozen=True)
class Leads:
    """In the order of the file, None for whoever is not known. `unknown` are the names and initials of those."""

    people: tuple[Person | None, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def first(self) -> Person | None:
        return self.people[0] if self.people else None

    @property
    def others(self) -> list[Person]:
        return [person for person in self.people[1:] if person and person != self.first]


class People:
    """`in_file`: every cell of the file that says who leads, so that initials and posts are understood from it."""

    def __init__(self, area: LocalArea, keeper: Keeper, by: Actor, on: date, in_file: Iterable[str] = ()) -> None:
        self._area, self._keeper, self._by, self._on = area, keeper, by, on
        self._known: dict[str, list[Person]] = {}
        for person in reads.people_in(area):
            self._known.setdefault(person.name.casefold(), []).append(person)
        self._posts: dict[str, str] = {}
        self._full_names: set[str] = set()
        for named in (each for words in dict.fromkeys(in_file) for each in leads_in(words)):
            if named.is_full_name:
                self._full_names.add(named.name)
                self._posts[named.name.casefold()] = self._posts.get(named.name.casefold()) or named.post
        self.leads = cache(self._leads)

    def find(self, words: str) -> Person | None:
        """Somebody already known by that name; of several, the one with that post."""
        return self._find(_one(words))

    def find_or_register(self, words: str) -> Person | None:
        """None for words that do not name one person and their post: they are kept as written."""
        named = _one(words)
        return self._find_or_register(named) if named.post else self._find(named)

    def _leads(self, words: str) -> Leads:
        """Names beside one another are registered where one of them at least is known, or has a post."""
        named = [self._in_full(each) for each in leads_in(words)]
        several = len(named) > 1 and any(each.post or self._find(each) for each in named)
        people = tuple(self._find_or_register(each) if each.post or several else self._find(each) for each in named)
        unknown = (each.name for each, person in zip(named, people, strict=True) if person is None)
        return Leads(people, tuple(name for name in unknown if Named(name).is_initials or is_a_name(name)))

    def _in_full(self, named: Named) -> Named:
        """Initials as the one full name of the file that they fit; a name with the post that it has elsewhere in it."""
        if named.is_initials:
            fits = [name for name in self._full_names if may_be(named, name)]
            named = Named(fits[0], named.post) if len(fits) == 1 else named
        return Named(named.name, named.post or self._posts.get(named.name.casefold(), ""))

    def _find(self, named: Named) -> Person | None:
        found = self._known.get(named.name.casefold(), [])
        if len(found) > 1:
            found = [person for person in found if person.post.casefold() == named.post.casefold()]
        return found[0] if len(found) == 1 else None

    def _find_or_register(self, named: Named) -> Person | None:
        found = self._find(named)
        if found or named.name.casefold() in self._known or not named.is_full_name:
            return found
        post = named.post[:120]
        person = writes.register_person(area=self._area, name=named.name, post=post, by=self._by, on=self._on)
        self._keeper.added(person)
        self._known[named.name.casefold()] = [person]
        return person


def _one(words: str) -> Named:
    found = leads_in(words)
    return found[0] if len(found) == 1 else Named(" ".join(words.split()))
