"""A plan's themes, what is reported of them as a whole, and the findings that they answer."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections.models import Finding, Inspection
from goldenthread.improve.plans.merging.keeper import Keeper
from goldenthread.improve.plans.models import ImprovementPlan, Theme
from goldenthread.improve.plans.reading.content import PlanContent, ThemeLine
from goldenthread.rules.problems import Problem

FINDING = re.compile(r"(PA|AI|SW)\s*(\d{1,2})", re.IGNORECASE)
KINDS = {"PA": Finding.Kind.PRIORITY_ACTION, "AI": Finding.Kind.IMPROVEMENT, "SW": Finding.Kind.SIGNIFICANT_WEAKNESS}


class Themes:
    def __init__(
        self, plan: ImprovementPlan, content: PlanContent, keeper: Keeper, inspection: Inspection | None, on: date
    ) -> None:
        self.plan, self.content, self.keeper, self.inspection, self.on = plan, content, keeper, inspection, on
        self.problems: list[Problem] = []

    def write(self) -> dict[int, Theme]:
        held = {theme.number: theme for theme in self.plan.themes.all()}
        found = {}
        reported = _reported_by_people(self.plan)
        for line in sorted(self.content.themes.values(), key=lambda line: line.number):
            theme = held.get(line.number)
            key = {"plan": self.plan, "number": line.number}
            found[line.number] = self.keeper.keep(Theme, theme, key, self._of_theme(line, theme, reported))
        self._tie_findings(found)
        return found

    def _of_theme(self, line: ThemeLine, held: Theme | None, reported: Mapping[int, date]) -> dict[str, object]:
        said: dict[str, object] = {"lead": line.lead} if line.lead else {}
        if held is None or line.title != f"Theme {line.number}":
            said["title"] = line.title
        name = line.colour.name.lower() if line.colour else ""
        if not name or (held is not None and held.reported == name):
            return said
        on, saved = reported.get(held.pk) if held else None, self.content.saved_on
        if held is not None and on is not None and (saved is None or saved <= on):
            self.problems.append(_theme_reported_since(line, held, on))
            return said
        return said | {"reported": name, "reported_on": self.on}

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
        listed = inspections.findings(self.inspection) if self.inspection else ()
        return {(finding.kind, finding.number): finding for finding in listed}

    def _finding(self, said: str) -> Finding | None:
        """“PA1” is the first area for priority action, “AI2” the second for improvement, “SW3” the third
        significant weakness.
        """
        found = FINDING.fullmatch(said)
        return self._findings.get((KINDS[found[1].upper()], int(found[2]))) if found else None


def _reported_by_people(plan: ImprovementPlan) -> dict[int, date]:
    """Theme → the last day on which somebody reported on it on its page; files leave no such line."""
    start = f"plan:{plan.pk}/theme:"
    told = ledger.lines(what="theme reported").filter(subject__startswith=start).values_list("subject", "on")
    found: dict[int, date] = {}
    for subject, on in told:  # newest first
        found.setdefault(int(subject.removeprefix(start)), on)
    return found


def _theme_reported_since(line: ThemeLine, held: Theme, on: date) -> Problem:
    said = line.colour.word if line.colour else ""
    return Problem(
        "PLAN-KEPT",
        "query",
        f"The file says {said} of theme {line.number}; it was reported {held.reported.capitalize()} here on "
        f"{in_words(on)}, and the file was not saved since. What is here stays.",
        "Themes",
        line.row,
        value=said,
        what_to_do="If the file is right, report on the theme on its own page.",
    )
