"""What waits for what. `needs` says of each thing which others must be finished before it; a key that is only needed
by others may be left out. Nothing here recurses: a chain may be as long as a plan.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
Needs = Mapping[K, Collection[K]]


@dataclass(frozen=True)
class Order(Generic[K]):
    """`keys`: everything, what is needed before what needs it. `cycles`: groups that wait for each other, so that none
    of them could ever be first; within a cycle the order is that of the file.
    """

    keys: tuple[K, ...]
    cycles: tuple[tuple[K, ...], ...]

    def without_cycles(self, needs: Needs[K]) -> dict[K, tuple[K, ...]]:
        """What each still needs once nothing waits for a member of its own cycle."""
        ring = {key: number for number, cycle in enumerate(self.cycles) for key in cycle}
        return {
            key: tuple(other for other in needs.get(key, ()) if key not in ring or ring.get(other) != ring[key])
            for key in self.keys
        }


def order(needs: Needs[K]) -> Order[K]:
    """Tarjan's strongly connected components (1972), which come out with what is needed first."""
    place = {key: number for number, key in enumerate(_all(needs))}
    found: list[K] = []
    cycles: list[tuple[K, ...]] = []
    for component in _components(place, needs):
        ring = sorted(component, key=place.__getitem__)
        found += ring
        if len(ring) > 1 or ring[0] in needs.get(ring[0], ()):
            cycles.append(tuple(ring))
    return Order(tuple(found), tuple(cycles))


def held_up(needs: Needs[K]) -> dict[K, frozenset[K]]:
    """By thing, all that cannot finish before it: what waits for it, what waits for that, and so on; never itself."""
    waiting = _turned(needs)
    return {key: _reached(waiting, key) for key in _all(needs)}


def layers(needs: Needs[K]) -> dict[K, int]:
    """How many steps each stands behind the first: 0 for what needs nothing. A cycle's own edges do not count."""
    sorted_out = order(needs)
    open_ended = sorted_out.without_cycles(needs)
    found: dict[K, int] = {}
    for key in sorted_out.keys:
        found[key] = max((found[other] + 1 for other in open_ended[key]), default=0)
    return found


def chains(needs: Needs[K]) -> list[tuple[K, ...]]:
    """The longest chain to each thing that holds up nothing, what comes first first; the longest chains first."""
    sorted_out = order(needs)
    open_ended = sorted_out.without_cycles(needs)
    longest: dict[K, tuple[K, ...]] = {}
    for key in sorted_out.keys:
        longest[key] = (*max((longest[other] for other in open_ended[key]), key=len, default=()), key)
    needed = {other for others in open_ended.values() for other in others}
    ends = (chain for key, chain in longest.items() if key not in needed and len(chain) > 1)
    return sorted(ends, key=len, reverse=True)


def _all(needs: Needs[K]) -> list[K]:
    return list(dict.fromkeys([*needs, *(other for others in needs.values() for other in others)]))


def _turned(needs: Needs[K]) -> dict[K, list[K]]:
    waiting: dict[K, list[K]] = defaultdict(list)
    for key, others in needs.items():
        for other in others:
            waiting[other].append(key)
    return waiting


def _reached(steps: Mapping[K, Collection[K]], start: K) -> frozenset[K]:
    reached: set[K] = set()
    edge = list(steps.get(start, ()))
    while edge:
        key = edge.pop()
        if key not in reached:
            reached.add(key)
            edge += steps.get(key, ())
    return frozenset(reached - {start})


def _components(keys: Iterable[K], needs: Needs[K]) -> list[list[K]]:
    search = _Search(needs)
    for key in keys:
        if key not in search.seen:
            search.walk(key)
    return search.components


class _Search(Generic[K]):
    """One depth-first walk over everything, with its own stack in place of Python's."""

    def __init__(self, needs: Needs[K]) -> None:
        self.needs = needs
        self.seen: dict[K, int] = {}
        self.low: dict[K, int] = {}
        self.open: dict[K, None] = {}
        self.components: list[list[K]] = []

    def walk(self, start: K) -> None:
        path = [(self._enter(start), iter(self.needs.get(start, ())))]
        while path:
            key, others = path[-1]
            for other in others:
                if other not in self.seen:
                    path.append((self._enter(other), iter(self.needs.get(other, ()))))
                    break
                if other in self.open:
                    self.low[key] = min(self.low[key], self.seen[other])
            else:
                path.pop()
                if path:
                    before = path[-1][0]
                    self.low[before] = min(self.low[before], self.low[key])
                self._leave(key)

    def _enter(self, key: K) -> K:
        self.seen[key] = self.low[key] = len(self.seen)
        self.open[key] = None
        return key

    def _leave(self, key: K) -> None:
        if self.low[key] != self.seen[key]:
            return
        component = []
        while key in self.open:
            component.append(self.open.popitem()[0])
        self.components.append(component)
