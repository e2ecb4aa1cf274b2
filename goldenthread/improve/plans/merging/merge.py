"""One file's plan into the records, in the order in which they hang on each other."""

import re
from datetime import date
from functools import cached_property

from goldenthread.foundation.intake.source import Journal
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections.models import Finding, Inspection
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.merging.details import Details
from goldenthread.improve.plans.merging.keeper import Keeper
from goldenthread.improve.plans.merging.people import People
from goldenthread.improve.plans.models import Action, Amendment, ImprovementPlan, Outcome, OutcomeMeasure, Theme
from goldenthread.improve.plans.reading.content import ActionLine, OutcomeLine, PlanContent, ThemeLine
from goldenthread.rules.problems import Problem

FINDING = re.compile(r"(PA|AI|SW)\s*(\d{1,2})", re.IGNORECASE)
KINDS = {"PA": Finding.Kind.PRIORITY_ACTION, "AI": Finding.Kind.IMPROVEMENT, "SW": Finding.Kind.SIGNIFICANT_WEAKNESS}
NOBODY_SAID = "Not said in the file"


class Merge:
    """`problems` are those that only show beside what is held. Everything is written as it goes: roll back to
    rehearse.
    """

    def __init__(self, area: LocalArea, content: PlanContent, journal: Journal, by: Actor, on: date) -> None:
        self.area, self.content, self.by, self.on = area, content, by, on
        self.keeper = Keeper(journal)
        self.people = People(area, self.keeper, by, on)
        self.problems: list[Problem] = []

    def write(self) -> ImprovementPlan:
        plan = self._plan()
        themes = self._themes(plan)
        outcomes = self._outcomes(plan, themes)
        actions = self._actions(plan, themes, outcomes)
        details = Details(plan, self.content, actions, self.keeper, self.people, self.on)
        details.write(themes, outcomes)
        self.problems += details.problems
        return plan

    def _plan(self) -> ImprovementPlan:
        held = ImprovementPlan.objects.filter(area=self.area, title=self.content.title).first()
        if held is None:
            held = writes.adopt_plan(
                area=self.area, title=self.content.title, inspection=self._inspection, by=self.by, on=self.on
            )
            self.keeper.added(held)
        return held

    @cached_property
    def _inspection(self) -> Inspection | None:
        return inspections.latest(self.area)

    def _themes(self, plan: ImprovementPlan) -> dict[int, Theme]:
        held = {theme.number: theme for theme in plan.themes.all()}
        found = {}
        for line in sorted(self.content.themes.values(), key=lambda line: line.number):
            theme = held.get(line.number)
            key = {"plan": plan, "number": line.number}
            found[line.number] = self.keeper.keep(Theme, theme, key, self._of_theme(line, theme))
        self._tie_findings(found)
        return found

    def _of_theme(self, line: ThemeLine, held: Theme | None) -> dict[str, object]:
        said: dict[str, object] = {"lead": line.lead} if line.lead else {}
        if held is None or line.title != f"Theme {line.number}":
            said["title"] = line.title
        name = line.colour.name.lower() if line.colour else ""
        if name and (held is None or held.reported != name):
            said |= {"reported": name, "reported_on": self.on}
        return said

    def _tie_findings(self, themes: dict[int, Theme]) -> None:
        tie = Theme.findings.through
        held = set(tie._default_manager.filter(theme__in=themes.values()).values_list("theme_id", "finding_id"))
        pairs = [
            (themes[line.number], said, self._finding(said))
            for line in self.content.themes.values()
            for said in line.findings
        ]
        new = [(theme.pk, found.pk) for theme, _, found in pairs if found and (theme.pk, found.pk) not in held]
        self.keeper.add_all(tie, [tie(theme_id=theme, finding_id=finding) for theme, finding in new], 0)
        for theme, said, found in pairs:
            if found is None:
                self.problems.append(
                    Problem(
                        "PLAN-FINDING",
                        "query",
                        f"{said}, which theme {theme.number} answers, is not a finding of the latest inspection "
                        "recorded here. The theme is taken without it.",
                        "Themes",
                        column="Finding",
                        value=said,
                        what_to_do="Bring the text of the inspection report first, then this file again.",
                    )
                )

    @cached_property
    def _findings(self) -> dict[tuple[str, int], Finding]:
        listed = inspections.findings(self._inspection) if self._inspection else ()
        return {(finding.kind, finding.number): finding for finding in listed}

    def _finding(self, said: str) -> Finding | None:
        """“PA1” is the first area for priority action, “AI2” the second for improvement, “SW3” the third
        significant weakness.
        """
        found = FINDING.fullmatch(said)
        return self._findings.get((KINDS[found[1].upper()], int(found[2]))) if found else None

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
        for line in self.content.actions:
            action = held.get(line.ref)
            was = action.wording if action else line.wording
            said = self._of_action(line, action, themes[line.theme], outcomes)
            found[line.ref] = self.keeper.keep(Action, action, {"ref": line.ref}, said)
            self._amend(found[line.ref], was)
        return found

    def _of_action(
        self, line: ActionLine, held: Action | None, theme: Theme, outcomes: dict[str, Outcome]
    ) -> dict[str, object]:
        lead = self.people.find_or_register(line.lead)
        said: dict[str, object] = {
            "outcome": outcomes.get(line.outcome),
            "lead": lead,
            "lead_as_written": "" if lead else line.lead[:200],
            "partners": line.partners,
            "workstream": line.workstream,
            "activity": line.activity,
            "verified_by": self.people.find_or_register(line.verified_by),
            "verified_on": line.verified_on,
        }
        said = {name: value for name, value in said.items() if value} | {"theme": theme, "wording": line.wording}
        if line.lead and lead is None:
            said["lead"] = None
        if not line.starts.agrees_with(held.starts_on if held else None) and line.starts.on:
            said["starts_on"] = line.starts.first
        if not line.due.agrees_with(held.due_on if held else None) and (line.due.on or line.due.written):
            said |= {"due_on": line.due.on, "due_as_written": line.due.written[:100]}
        return said

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
