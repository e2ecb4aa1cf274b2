"""One file's plan into the records, in the order in which they hang on each other."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from goldenthread.foundation.intake.source import BulkJournal
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections.models import Inspection
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.merging.beside import NOBODY_SAID, Beside, same_row, says_the_same
from goldenthread.improve.plans.merging.details import Details, unknown_person
from goldenthread.improve.plans.merging.keeper import Keeper
from goldenthread.improve.plans.merging.people import People
from goldenthread.improve.plans.merging.registers import Registers
from goldenthread.improve.plans.merging.themes import Themes
from goldenthread.improve.plans.models import Action, Amendment, ImprovementPlan, Outcome, OutcomeMeasure, Theme
from goldenthread.improve.plans.reading.content import ActionLine, OutcomeLine, PlanContent
from goldenthread.rules.problems import Problem

KINDS_OF_PLAN = (
    (re.compile(r"written statement", re.IGNORECASE), ImprovementPlan.Kind.WRITTEN_STATEMENT),
    (re.compile(r"accelerated progress", re.IGNORECASE), ImprovementPlan.Kind.ACCELERATED),
    (re.compile(r"priority action", re.IGNORECASE), ImprovementPlan.Kind.PRIORITY),
    (re.compile(r"reform", re.IGNORECASE), ImprovementPlan.Kind.REFORM),
    (re.compile(r"scrutiny|recommendation", re.IGNORECASE), ImprovementPlan.Kind.SCRUTINY),
    (re.compile(r"strateg", re.IGNORECASE), ImprovementPlan.Kind.STRATEGIC),
)


class Merge:
    """`problems` are those that only show beside what is held. Everything is written as it goes: roll back to
    rehearse.
    """

    def __init__(self, area: LocalArea, content: PlanContent, journal: BulkJournal, by: Actor, on: date) -> None:
        self.area, self.content, self.by, self.on = area, content, by, on
        self.keeper = Keeper(journal)
        self.people = People(area, self.keeper, by, on, [line.lead for line in content.actions])
        self.problems: list[Problem] = []

    def write(self) -> ImprovementPlan:
        plan = self._plan()
        themed = Themes(plan, self.content, self.keeper, plan.inspection or self._inspection, self.on)
        themes = themed.write()
        outcomes = self._outcomes(plan, themes)
        actions = self._actions(plan, themes, outcomes)
        details = Details(plan, self.content, actions, self.keeper, self.people, self.on, self._beside, self._same)
        details.write(themes, outcomes)
        registers = Registers(plan, self.content, actions, self.keeper, self.on)
        registers.write()
        self.problems += themed.problems + details.problems + registers.problems + self._beside.problems
        return plan

    def _plan(self) -> ImprovementPlan:
        held = ImprovementPlan.objects.filter(area=self.area, title=self.content.title).first()
        if held is None:
            kind = self.content.kind or kind_by_title(self.content.title)
            inspection = self._inspection if self.content.inspection != "" else None
            held = writes.adopt_plan(
                area=self.area, title=self.content.title, kind=kind, inspection=inspection, by=self.by, on=self.on
            )
            self.keeper.added(held)
            return held
        chosen: dict[str, object] = {"kind": self.content.kind} if self.content.kind else {}
        if self.content.inspection is not None:
            chosen["inspection"] = self._inspection if self.content.inspection else None
        differs = {name: value for name, value in chosen.items() if getattr(held, name) != value}
        return self.keeper.keep(ImprovementPlan, held, {}, differs) if differs else held

    @cached_property
    def _inspection(self) -> Inspection | None:
        """The one that a person chose, else the latest with findings."""
        if self.content.inspection:
            return inspections.inspection(self.area, int(self.content.inspection))
        return inspections.latest(self.area)

    def _outcomes(self, plan: ImprovementPlan, themes: dict[int, Theme]) -> dict[str, Outcome]:
        held = {outcome.ref: outcome for outcome in Outcome.objects.filter(theme__plan=plan)}
        found = dict(held)
        for line in self.content.outcomes:
            if line.theme in themes:
                said = {
                    "theme": themes[line.theme],
                    "sentence": line.sentence,
                    "effect_expected_on": line.effect_expected_on,
                }
                known = {name: value for name, value in said.items() if value is not None}
                found[line.ref] = self.keeper.keep(Outcome, held.get(line.ref), {"ref": line.ref}, known)
        self._measures(plan, found)
        return found

    def _measures(self, plan: ImprovementPlan, outcomes: dict[str, Outcome]) -> None:
        rows = OutcomeMeasure.objects.filter(outcome__theme__plan=plan)
        held = {(row.outcome_id, row.indicator): row for row in rows}
        for line in self.content.outcomes:
            outcome = outcomes.get(line.ref)
            if outcome is None:
                continue
            for code, said in _measures_of(line).items():
                key = {"outcome": outcome, "indicator": code}
                self.keeper.keep(OutcomeMeasure, held.get((outcome.pk, code)), key, said)

    def _actions(
        self, plan: ImprovementPlan, themes: dict[int, Theme], outcomes: dict[str, Outcome]
    ) -> dict[str, Action]:
        held = {action.ref: action for action in Action.objects.filter(theme__plan=plan).select_related("lead")}
        found = dict(held)
        wording = Amendment.objects.filter(action__theme__plan=plan, about=Amendment.About.WORDING)
        self._beside = Beside(self.people, wording.order_by("on", "pk"))
        self._same = {
            line.ref
            for line in self.content.actions
            if line.ref in held and says_the_same(line, held[line.ref], "colour", "progress")
        }
        fresh = {
            line.ref for line in self.content.actions if line.lead and not _names_the_same(line, held.get(line.ref))
        }
        for line in self.content.actions:
            action = held.get(line.ref)
            if action is not None and action.ended_on is not None:
                self.problems.append(_ended(line, action))
                continue
            was = action.wording if action else line.wording
            said = self._of_action(line, action, themes[line.theme], outcomes)
            found[line.ref] = self.keeper.keep(Action, action, {"ref": line.ref}, said)
            self._amend(found[line.ref], was)
        self._share(plan, {ref: found[ref] for ref in fresh})
        return found

    def _of_action(
        self, line: ActionLine, held: Action | None, theme: Theme, outcomes: dict[str, Outcome]
    ) -> dict[str, object]:
        leads = self.people.leads(line.lead)
        said: dict[str, object] = {
            "outcome": outcomes.get(line.outcome),
            "lead": leads.first,
            "body": line.body,
            "partners": line.partners,
            "workstream": line.workstream,
            "activity": line.activity,
            "verified_by": self._verifier(line),
            "verified_on": line.verified_on,
        }
        said = {name: value for name, value in said.items() if value} | {"theme": theme, "wording": line.wording}
        if line.lead:
            all_known = bool(leads.people) and None not in leads.people
            said |= {"lead": leads.first, "lead_as_written": "" if all_known else line.lead[:200]}
        if not line.starts.agrees_with(held.starts_on if held else None) and line.starts.on:
            said["starts_on"] = line.starts.first
        if not line.due.agrees_with(held.due_on if held else None) and (line.due.on or line.due.written):
            said |= {"due_on": line.due.on, "due_as_written": line.due.written[:100]}
        return self._as_held(line, held, said)

    def _as_held(self, line: ActionLine, held: Action | None, said: dict[str, object]) -> dict[str, object]:
        """The row is kept as the file has it: of the file from which the action, as it now stands, was taken."""
        written = {"as_written": dict(line.as_written)}
        if held is None:
            return said | written
        said = self._beside.let_through(line, held, said)
        if same_row(line, held):
            return said
        changes = any(getattr(held, name) != value for name, value in said.items())
        alike = not held.as_written or any(word in held.as_written for word in line.headings.get("wording", ()))
        return said | written if changes or alike else said

    def _verifier(self, line: ActionLine) -> Person | None:
        found = self.people.find_or_register(line.verified_by) if line.verified_by else None
        if line.verified_by and found is None:
            self.problems.append(unknown_person(line.verified_by, f"verified {line.ref}", line.table, line.row))
        return found

    def _share(self, plan: ImprovementPlan, actions: Mapping[str, Action]) -> None:
        """Whoever stands beside the lead; and those of whom nobody knows who they are."""
        tie = Action.shared_with.through
        rows = tie._default_manager.filter(action__theme__plan=plan)
        held = set(rows.values_list("action_id", "person_id"))
        lines = {line.ref: line for line in self.content.actions}
        pairs = {
            (action.pk, person.pk)
            for ref, action in actions.items()
            if action.ended_on is None
            for person in self.people.leads(lines[ref].lead).others
            if person.pk != action.lead_id
        }
        if new := sorted(pairs - held):
            self.keeper.add_all(tie, [tie(action_id=action, person_id=person) for action, person in new], 0)
        self._say_unknown()

    def _say_unknown(self) -> None:
        """Once for each cell's words, at the first row that has them."""
        rows: dict[str, list[ActionLine]] = {}
        for line in self.content.actions:
            if self.people.leads(line.lead).unknown:
                rows.setdefault(line.lead, []).append(line)
        self.problems += [
            _unknown_lead(some[0], self.people.leads(words).unknown, len({line.row for line in some}))
            for words, some in rows.items()
        ]

    def _amend(self, action: Action, was: str) -> None:
        """New words are never slipped in: where no sheet says who asked for them, that is what is recorded."""
        told = any(line.ref == action.ref and line.after == action.wording for line in self.content.amendments)
        if was != action.wording and not told:
            key = {"action": action, "before": was, "after": action.wording, "asked_by": NOBODY_SAID, "on": self.on}
            self.keeper.keep(Amendment, None, key, {})


def _measures_of(line: OutcomeLine) -> dict[str, dict[str, object]]:
    """Baseline and target are the first measure's."""
    first = {"baseline": line.baseline, "target": line.target, "target_by": line.target_by}
    known = {name: value for name, value in first.items() if value is not None}
    measures: dict[str, dict[str, object]] = {
        code: {"families": False, **(known if code == line.measures[0] else {})} for code in line.measures
    }
    return measures | {code: {**measures.get(code, {}), "families": True} for code in line.experience}


def kind_by_title(title: str) -> str:
    """What a plan's title says of its kind; a priority action plan where it says nothing."""
    return next((kind for words, kind in KINDS_OF_PLAN if words.search(title)), ImprovementPlan.Kind.PRIORITY)


def _names_the_same(line: ActionLine, held: Action | None) -> bool:
    return held is not None and says_the_same(line, held, "lead")


def _ended(line: ActionLine, held: Action) -> Problem:
    how, on = held.get_ended_because_display().lower(), held.ended_on
    return Problem(
        "PLAN-ENDED",
        "query",
        f"{line.ref} left the plan on {in_words(on) if on else ''} ({how}), and this file still has it. It stays as "
        "it is here.",
        line.table,
        line.row,
        value=line.ref,
        what_to_do="Take the row out of the file.",
    )


def _unknown_lead(line: ActionLine, names: Sequence[str], rows: int) -> Problem:
    said = " and ".join(f"“{name}”" for name in names)
    others = f" ({rows} rows say so)" if rows > 1 else ""
    return Problem(
        "PLAN-LEAD",
        "query",
        f"Nobody is known here as {said}{others}. The words are kept as they are written.",
        line.table,
        line.row,
        next(iter(line.headings.get("lead", ())), "lead"),
        line.lead,
        "Write the name in full with the post, as in “Ann Bell, Head of SEND”, once in the file.",
    )
