"""What hangs on actions: updates, milestones, evidence, remedies, amendments, dependencies, overrides; and the
plan's money.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Q

from goldenthread.improve.plans.merging.keeper import Keeper
from goldenthread.improve.plans.merging.people import People
from goldenthread.improve.plans.models import (
    Action,
    Amendment,
    Dependency,
    Evidence,
    Funding,
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


class Details:
    def __init__(
        self,
        plan: ImprovementPlan,
        content: PlanContent,
        actions: Mapping[str, Action],
        keeper: Keeper,
        people: People,
        on: date,
    ) -> None:
        self.plan, self.content, self.actions, self.on = plan, content, actions, on
        self.keeper, self.people = keeper, people
        self.problems: list[Problem] = []

    def write(self, themes: Mapping[int, Theme], outcomes: Mapping[str, Outcome]) -> None:
        self._updates()
        self._milestones()
        self._evidence()
        self._remedies()
        self._amendments()
        self._dependencies()
        self._overrides(themes, outcomes)
        self._money()

    def _updates(self) -> None:
        rows = list(Update.objects.filter(action__theme__plan=self.plan).order_by("on", "pk"))
        held = {(row.action_id, row.on, row.reported, row.done) for row in rows}
        newest = {row.action_id: (row.reported, row.done) for row in rows}
        lines = sorted(self.content.updates, key=lambda line: line.on)
        newest |= {self.actions[line.ref].pk: (line.colour.name.lower(), line.done) for line in lines}
        stands, unchanged, new = frozenset(held), 0, []
        for line in (*lines, *self._current(newest)):
            key = (self.actions[line.ref].pk, line.on, line.colour.name.lower(), line.done)
            if key in held:
                unchanged += key in stands
                continue
            held.add(key)
            new.append(Update(action_id=key[0], on=key[1], reported=key[2], done=key[3], by=self._hand(line.by)))
        self.keeper.add_all(Update, new, unchanged)

    def _current(self, newest: Mapping[int, tuple[str, str]]) -> Iterator[UpdateLine]:
        """The colour and words of the action's own row. Without a date they are of today, and only where they are
        news.
        """
        for line in self.content.actions:
            if line.colour is None:
                continue
            colour, done = newest.get(self.actions[line.ref].pk, ("white", ""))
            is_news = (colour, done) != (line.colour.name.lower(), line.progress or done)
            if (line.updated or is_news) and not _silent(line):
                yield UpdateLine(line.ref, line.updated or self.on, line.colour, line.lead, line.progress)

    def _hand(self, words: str) -> str:
        person = self.people.find_or_register(words) if words else None
        return person.handle if person else words[:100]

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
            self.keeper.keep(Evidence, row, {"action": action, "title": title}, said | self._accepted(line, action))

    def _accepted(self, line: EvidenceLine, action: Action) -> dict[str, object]:
        person = self.people.find_or_register(line.accepted_by) if line.accepted_by else None
        if person is None or line.accepted_on is None:
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
            self.keeper.keep(Remedy, held.get((action.pk, line.wording)), key, said)

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
                "signed_by": self.people.find(line.signed_as),
            }
            key = {name: about, "signed_on": line.signed_on}
            self.keeper.keep(Override, held.get(((name, about.pk), line.signed_on)), key, said)

    def _money(self) -> None:
        held = {row.title: row for row in self.plan.fundings.all()}
        for line in self.content.money:
            posts = Decimal(str(line.posts)) if line.posts is not None else None
            said = {
                "source": line.source,
                "pounds_a_year": line.pounds_a_year,
                "years": line.years,
                "first_year": line.first_year,
                "posts": posts,
                "pays_for": line.pays_for,
            }
            self.keeper.keep(Funding, held.get(line.title), {"plan": self.plan, "title": line.title}, said)


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
