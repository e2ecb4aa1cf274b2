"""What hangs on actions: updates, milestones, evidence, remedies, amendments, dependencies and overrides."""

from collections.abc import Iterator, Mapping, Set
from datetime import date

from django.db.models import Q

from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.plans.merging.beside import Beside
from goldenthread.improve.plans.merging.keeper import Keeper
from goldenthread.improve.plans.merging.people import People
from goldenthread.improve.plans.models import (
    Action,
    Amendment,
    Dependency,
    Evidence,
    ImprovementPlan,
    Milestone,
    Outcome,
    Override,
    Remedy,
    Theme,
    Update,
)
from goldenthread.improve.plans.reading.content import ActionLine, EvidenceLine, PlanContent, UpdateLine
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.problems import Problem

Said = tuple[date, str, str]  # when, which colour, what was done
UPDATE = ("action_id", "on", "reported", "done")


class Details:
    def __init__(
        self,
        plan: ImprovementPlan,
        content: PlanContent,
        actions: Mapping[str, Action],
        keeper: Keeper,
        people: People,
        on: date,
        beside: Beside,
        same: Set[str],
    ) -> None:
        """`same`: the references of rows whose colour and progress say what they said before."""
        self.plan, self.content, self.actions, self.on = plan, content, actions, on
        self.keeper, self.people, self.beside, self.same = keeper, people, beside, same
        self.problems: list[Problem] = []
        self._hands: dict[str, str] = {}

    def write(self, themes: Mapping[int, Theme], outcomes: Mapping[str, Outcome]) -> None:
        self._updates()
        self._milestones()
        self._evidence()
        self._remedies()
        self._amendments()
        self._dependencies()
        self._overrides(themes, outcomes)

    def _updates(self) -> None:
        rows = Update.objects.filter(action__theme__plan=self.plan).order_by("on", "pk")
        told = list(rows.values_list("action_id", "on", "reported", "done"))
        newest: dict[int, Said] = {action: (on, colour, done) for action, on, colour, done in told}
        here = dict(newest)
        lines = sorted(self.content.updates, key=lambda line: line.on)
        newest |= {self.actions[line.ref].pk: (line.on, line.colour.name.lower(), line.done) for line in lines}
        held, unchanged, new = set(told), 0, []
        stands = frozenset(held)
        for line in (*lines, *self._current(newest, here)):
            key = (self.actions[line.ref].pk, line.on, line.colour.name.lower(), line.done)
            if key in held:
                unchanged += key in stands
                continue
            held.add(key)
            new.append(dict(zip(UPDATE, key, strict=True)) | {"by": self._hand(line.by)})
        self.keeper.insert(Update, new, unchanged)

    def _current(self, newest: Mapping[int, Said], here: Mapping[int, Said]) -> Iterator[UpdateLine]:
        """The colour and words of the action's own row. Without a date they are of today, and only where they are
        news: not where the row says what it said before, nor where somebody reported after the file was saved.
        """
        for line in self.content.actions:
            action = self.actions[line.ref]
            if line.colour is None or _silent(line) or action.ended_on is not None:
                continue
            _, colour, done = newest.get(action.pk, (self.on, "white", ""))
            is_news = (colour, done) != (line.colour.name.lower(), line.progress or done)
            if line.updated or (is_news and not self._is_old(line, newest.get(action.pk), here.get(action.pk))):
                yield UpdateLine(line.ref, line.updated or self.on, line.colour, line.lead[:100], line.progress)

    def _is_old(self, line: ActionLine, newest: Said | None, here: Said | None) -> bool:
        if newest is None or newest != here:
            return False
        on, colour, done = newest
        saved, why = self.content.saved_on, ""
        if line.ref in self.same:
            why = "The file says what it said before, and this was reported here since."
        elif saved is not None and saved < on:
            why = f"The file was saved on {in_words(saved)}, before that."
        if why:
            self.beside.say_update(line, f"{colour.capitalize()}: {done}".rstrip(": "), on, why)
        return bool(why)

    def _hand(self, words: str) -> str:
        if words not in self._hands:
            person = self.people.find_or_register(words) if words else None
            self._hands[words] = person.handle if person else words[:100]
        return self._hands[words]

    def _milestones(self) -> None:
        held = {(row.action_id, row.title): row for row in Milestone.objects.filter(action__theme__plan=self.plan)}
        for line in self.content.milestones:
            action = self.actions[line.ref]
            said = {"due_on": line.due_on} | ({"reached_on": line.reached_on} if line.reached_on else {})
            self.keeper.keep(
                Milestone, held.get((action.pk, line.title)), {"action": action, "title": line.title}, said
            )

    def _evidence(self) -> None:
        held = {(row.action_id, row.title): row for row in Evidence.objects.filter(action__theme__plan=self.plan)}
        for line in self.content.evidence:
            action, title = self.actions[line.ref], line.title[:200]
            row = held.get((action.pk, title))
            said: dict[str, object] = {} if row else {"captured_on": self.on}
            if line.captured_on:
                said["captured_on"] = line.captured_on
            if len(line.title) > 200:
                said["words"] = line.title
            said |= self._accepted(line, action, row)
            self.keeper.keep(Evidence, row, {"action": action, "title": title}, said)

    def _accepted(self, line: EvidenceLine, action: Action, held: Evidence | None) -> dict[str, object]:
        person = self.people.find_or_register(line.accepted_by) if line.accepted_by else None
        if line.accepted_by and (person is None or line.accepted_on is None):
            self.problems.append(unknown_person(line.accepted_by, f"accepted the evidence of {line.ref}, and when"))
        if person is None or line.accepted_on is None:
            return {}
        if held is not None and held.returned_because:
            self.problems.append(_returned(line))
            return {}
        if person.pk == action.lead_id:
            self.problems.append(
                Problem(
                    "PLAN-OWN-EVIDENCE",
                    "query",
                    f"The evidence of {line.ref} was accepted by the action’s own lead. It is taken as offered, "
                    "not as accepted.",
                    "Actions",
                    what_to_do="Ask somebody other than the lead to look at it.",
                )
            )
            return {}
        return {"accepted_by": person, "accepted_on": line.accepted_on}

    def _remedies(self) -> None:
        held = {(row.action_id, row.wording): row for row in Remedy.objects.filter(action__theme__plan=self.plan)}
        for line in self.content.remedies:
            action = self.actions[line.ref]
            said = {
                "owner": line.owner,
                "due_on": line.due_on,
                "approved_by": line.approved_by,
                "approved_on": line.approved_on,
            }
            key = {"action": action, "wording": line.wording}
            row = held.get((action.pk, line.wording))
            known = {name: value for name, value in said.items() if value} if row else said
            self.keeper.keep(Remedy, row, key, known)

    def _amendments(self) -> None:
        held = {(row.action_id, row.after): row for row in Amendment.objects.filter(action__theme__plan=self.plan)}
        for line in self.content.amendments:
            action = self.actions[line.ref]
            said = {
                "before": line.before,
                "asked_by": line.asked_by,
                "meeting": line.meeting,
                "on": line.on,
                "why": line.why,
            }
            key = {"action": action, "after": line.after}
            self.keeper.keep(Amendment, held.get((action.pk, line.after)), key, said)

    def _dependencies(self) -> None:
        rows = Dependency.objects.filter(action__theme__plan=self.plan)
        held = {(row.action_id, row.needs_id): row for row in rows}
        for ref, needs in self.content.dependencies:
            key = {"action": self.actions[ref], "needs": self.actions[needs]}
            self.keeper.keep(Dependency, held.get((self.actions[ref].pk, self.actions[needs].pk)), key, {})

    def _overrides(self, themes: Mapping[int, Theme], outcomes: Mapping[str, Outcome]) -> None:
        mine = Q(action__theme__plan=self.plan) | Q(outcome__theme__plan=self.plan) | Q(theme__plan=self.plan)
        held = {(_about(row), row.signed_on): row for row in Override.objects.filter(mine)}
        numbers = {f"{prefix}{number}": theme for number, theme in themes.items() for prefix in ("", "Theme ")}
        for line in self.content.overrides:
            about = self.actions.get(line.about) or outcomes.get(line.about) or numbers.get(line.about)
            if about is None:
                self.problems.append(_nothing_of_that_name(line.about))
                continue
            name = about._meta.model_name or ""
            said = {
                "signed_as": line.signed_as,
                "why": line.why,
                "until_on": line.until,
                "colour": line.colour.name.lower() if line.colour else "",
                "signed_by": self.people.find(line.signed_as),
            }
            key = {name: about, "signed_on": line.signed_on}
            self.keeper.keep(Override, held.get(((name, about.pk), line.signed_on)), key, said)


def _silent(line: ActionLine) -> bool:
    """White with nothing to say is what every action is before its first update."""
    return line.colour is Colour.WHITE and not line.progress and line.updated is None


def _about(row: Override) -> tuple[str, int | None]:
    if row.action_id:
        return "action", row.action_id
    return ("outcome", row.outcome_id) if row.outcome_id else ("theme", row.theme_id)


def _nothing_of_that_name(about: str) -> Problem:
    return Problem(
        "PLAN-WHICH",
        "query",
        f"The explanation is about {about}, which is not in the plan. It is left out.",
        "Overrides",
        value=about,
        what_to_do="Correct the reference.",
    )


def unknown_person(words: str, did: str, table: str = "Actions", row: int = 0) -> Problem:
    return Problem(
        "PLAN-WHO",
        "query",
        f"“{words}” is not known here as one person who {did}. It is not recorded.",
        table,
        row,
        value=words,
        what_to_do="Write the name in full with the post, as in “Ann Bell, Head of SEND”, and the date.",
    )


def _returned(line: EvidenceLine) -> Problem:
    return Problem(
        "PLAN-KEPT",
        "query",
        f"The file says that the evidence of {line.ref} was accepted; it was returned here to its lead. It stays so.",
        "Actions",
        value=line.title[:120],
        what_to_do="If it has been accepted since, accept it on the action’s own page.",
    )
