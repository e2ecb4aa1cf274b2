"""Sentences that several sections say in the same words: what became of every action, and what inspectors found."""

from collections import Counter
from collections.abc import Iterable

from goldenthread.improve.inspections.models import Finding
from goldenthread.publish.reports.facts import Facts, PlanFacts
from goldenthread.publish.reports.facts.inspected import Inspected
from goldenthread.publish.reports.sections.saying import day, listed, many, pounds
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.dials import ORDER, Dial

SAID = (  # every colour, so that the sentence accounts for every action
    (Colour.BLUE, "is complete", "are complete"),
    (Colour.GREEN, "is on track", "are on track"),
    (Colour.AMBER, "has a minor issue", "have a minor issue"),
    (Colour.RED, "has a significant issue", "have a significant issue"),
    (Colour.WHITE, "has not started", "have not started"),
)
NO_PLAN = "No improvement plan has been brought in yet. Bring it as a spreadsheet or as a Word table."
NO_INSPECTION = "No inspection report has been brought in yet. Bring the text of the last one."


def every_action(plan: PlanFacts) -> str:
    """“Of 107 actions, 17 are complete, 49 are on track, … and 5 have not started.”"""
    counts = [(plan.of(colour), one, several) for colour, one, several in SAID]
    parts = [f"{count or 'none'} {one if count == 1 else several}" for count, one, several in counts]
    return f"Of {many(len(plan.actions), 'action')}, {listed(parts)}."


def challenged(plan: PlanFacts) -> str:
    """How often the facts say less than the report, of how many."""
    actions, themes = len(plan.standing.challenged_actions), len(plan.standing.challenged_themes)
    return (
        f"The facts do not support the colour reported for {actions or 'none'} of the actions and "
        f"{themes or 'none'} of the {len(plan.themes)} themes."
    )


def dials(readings: Iterable[Dial]) -> str:
    """“improving in 2 themes, no change detectable in 1”, from best to worst."""
    counted = Counter(readings)
    parts = [f"{dial.value} in {counted[dial]}" for dial in reversed(ORDER) if counted[dial]]
    return listed(parts)


def inspected(found: Inspected) -> str:
    """Who inspected, when, what they concluded and how much they asked for."""
    visit = found.inspection
    concluded = f" They found {visit.get_outcome_display().lower()}." if visit.outcome else ""
    must = many(len(found.must), _must(found), _must(found).replace("area", "areas", 1))
    return (
        "Ofsted and the Care Quality Commission (CQC) inspected how the area serves children and young people with "
        f"SEND; the inspection ended on {day(visit.ended_on)}.{concluded} They named {must} and "
        f"{many(len(found.should), 'area for improvement', 'areas for improvement')}."
    )


def _must(found: Inspected) -> str:
    """What the framework of the day called what must be put right first."""
    first_cycle = any(one.kind == Finding.Kind.SIGNIFICANT_WEAKNESS for one in found.must)
    return "area of significant weakness" if first_cycle else "area for priority action"


def runs(plan: PlanFacts) -> str:
    """From when to when: as the plan says; where it does not say, as its actions do."""
    of = plan.standing.plan
    if of.starts_on and of.ends_on:
        return f"The plan runs from {day(of.starts_on)} to {day(of.ends_on)}."
    starts = [one.action.starts_on for one in plan.actions if one.action.starts_on]
    ends = [one.action.due_on for one in plan.actions if one.action.due_on]
    if not starts or not ends:
        return "The plan does not say from when to when it runs."
    return f"The first action was to start on {day(min(starts))}; the last is due on {day(max(ends))}."


def repeated(found: Inspected) -> str:
    """Empty where nothing is known to repeat."""
    count, all_of_them = len(found.repeated), len(found.findings)
    return f"{count} of the {all_of_them} repeat what an earlier inspection had found." if count else ""


def money(facts: Facts) -> str:
    plan = facts.plan
    if plan is None or not plan.fundings:
        return "No funding of the plan has been recorded."
    total = sum(one.pounds for one in plan.fundings)
    sources = list(dict.fromkeys(one.source for one in plan.fundings))
    return f"{pounds(total)} in all has been promised to the plan, from {listed(sources)}."
