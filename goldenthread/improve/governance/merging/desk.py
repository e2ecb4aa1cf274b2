"""What a file's lines are laid beside: the area's bodies, meetings, visits, people and actions."""

from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property

from django.db.models import Model

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.governance.models import Body, Meeting, Visit
from goldenthread.improve.governance.reading.lines import Content, Line
from goldenthread.improve.governance.reads.commitments import action_called
from goldenthread.improve.plans.models import Action
from goldenthread.rules.problems import Problem

from .keeper import Keeper


class Desk:
    """`sealed` are the meetings whose minutes were agreed before this file came: their record stands."""

    def __init__(self, area: LocalArea, content: Content, keeper: Keeper, on: date) -> None:
        self.area, self.content, self.keeper = area, content, keeper
        self.on = min(on, content.saved_on or on)  # nothing in a file was known after it was saved
        self.problems: list[Problem] = []
        for model, count in content.aside.items():
            keeper.leave(model, count)
        self.bodies = {plain(one.name): one for one in Body.objects.filter(area=area)}
        meetings = Meeting.objects.filter(body__area=area).select_related("body")
        self.meetings = {(one.body_id, one.on): one for one in meetings}
        self.sealed = {one.pk for one in self.meetings.values() if one.minutes_agreed_on}
        self.visits = {(one.kind, one.on): one for one in Visit.objects.filter(area=area, by_advisers=False)}
        self.action = cache(lambda ref: action_called(area, ref))

    @cached_property
    def _people(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in partnership.people_in(self.area):
            found.setdefault(plain(person.name), []).append(person)
        return found

    def person(self, words: str, post: str = "") -> Person | None:
        """Somebody known here by that name, alone or before a comma; of several, the one with that post."""
        name, _, after = words.partition(",")
        found = self._people.get(plain(words)) or self._people.get(plain(name), [])
        if len(found) > 1:
            found = [one for one in found if plain(one.post) == plain(post or after)]
        return found[0] if len(found) == 1 else None

    def handle(self, words: str) -> str:
        person = self.person(words) if words else None
        return person.handle if person else words[:100]

    def body(self, line: Line, name: str, model: type[Model]) -> Body | None:
        """None, and the line kept aside, for a body that nobody set up: a slip of the pen does not make one."""
        found = self.bodies.get(plain(line.text(name)))
        if found is None:
            message = f"No body is called “{line.text(name)}” here. The row is kept aside."
            self.leave(line, model, message, name, "List it on a sheet called Bodies, or correct the name.")
        return found

    def meeting(self, line: Line, model: type[Model]) -> Meeting | None:
        """The one of its body on its day; one that nobody listed is added."""
        body = self.body(line, "body", model)
        return self.meeting_of(body, line["date"]) if body else None

    def meeting_of(self, body: Body, on: date) -> Meeting:
        """One that nobody listed is added, as held where its day has come."""
        found = self.meetings.get((body.pk, on))
        if found is None:
            state = Meeting.State.HELD if on <= self.on else Meeting.State.PLANNED
            found = self.keeper.keep(Meeting, None, {"body": body, "on": on}, {"state": state})
            self.meetings[body.pk, on] = found
        return found

    def plan_action(self, line: Line) -> Action | None:
        ref = line.text("action_ref")
        found = self.action(ref) if ref else None
        if ref and found is None:
            message = f"No action of the plan has the reference {ref}. The row is taken without it."
            self.ask(line, message, "action_ref", "Bring the plan first, or correct the reference.")
        return found

    def known_to(self, line: Line, name: str, did: str) -> Person | None:
        """Somebody who answers for something by name must be known here."""
        words = line.text(name)
        found = self.person(words) if words else None
        if words and found is None:
            message = f"“{words}” is not known here as one person who {did}. It is not recorded."
            self.ask(line, message, name, "Write the name as it stands under People.")
        return found

    def ask(self, line: Line, message: str, name: str = "", what_to_do: str = "") -> None:
        """The line is taken in, with a question."""
        self.problems.append(line.problem("query", "MEET-CHECK", message, name, what_to_do))

    def leave(self, line: Line, model: type[Model], message: str, name: str = "", what_to_do: str = "") -> None:
        self.problems.append(line.problem("error", "MEET-ASIDE", message, name, what_to_do))
        self.keeper.leave(model)

    def stays(self, line: Line, what: str, since: date, name: str = "") -> None:
        """What was recorded here since is not undone by a file."""
        message = f"{what} on {in_words(since)}. The file says otherwise; what is here stays."
        self.ask(line, message, name, "If the file is right, change it on its own page.")


def plain(words: str) -> str:
    """A name as names are compared."""
    return " ".join(words.split()).casefold()


def names_in(words: str) -> Iterator[str]:
    """Several in one cell, apart by semicolons or lines."""
    yield from filter(None, (name.strip() for part in words.splitlines() for name in part.split(";")))
