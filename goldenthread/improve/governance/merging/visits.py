"""What advisers saw when they came, and what is expected by a day. A file tells the area's own record of a visit."""

from functools import cache
from typing import Any

from goldenthread.improve.governance.models import EvidenceSeen, Expectation, Visit
from goldenthread.improve.governance.reading.lines import Line
from goldenthread.improve.governance.reads.expectations import names_of, thresholds
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.rules.expectations import Step, defined

from .desk import Desk

STEPS = ("unmet", "met", "exceeded", "significantly_exceeded")


def merge_visits(desk: Desk) -> None:
    plan = plans.plan(desk.area)
    for line in desk.content.of("Visits"):
        kind, on = line["kind"] or Visit.Kind.MONITORING, line["date"]
        if on > desk.on:
            message = "A visit is recorded once it has been. The row is kept aside."
            desk.leave(line, Visit, message, "date", "Until then, give its day as the next date of the last visit.")
            continue
        said = _of_visit(desk, line) | ({"plan": plan} if plan else {})
        made = {"area": desk.area, "kind": kind, "on": on}
        desk.visits[kind, on] = desk.keeper.keep(Visit, desk.visits.get((kind, on)), made, said)


def _of_visit(desk: Desk, line: Line) -> dict[str, Any]:
    said = line.given("attended", "strengths", "concerns", "level")
    if said.get("level") == Visit.Level.SIGNIFICANT and not line["concerns"]:
        desk.ask(line, "The concerns were significant, and the file does not say what they are.", "concerns", "Say.")
    received = line["letter_received_on"]
    if line["letter"] and received and line["date"] <= received <= desk.on:
        named = {"letter_title": "letter", "letter_address": "letter_kept_at", "letter_words": "letter_says"}
        said |= {field: line[name] for field, name in named.items() if line[name]} | {"letter_received_on": received}
    elif line["letter"] or received:
        message = "A letter is cited by its title and the day on which it came, after the visit. It is left out."
        desk.ask(line, message, "letter", "Give both.")
    if line["next_on"] and line["next_on"] > line["date"]:
        said["next_on"] = line["next_on"]
    return said


def merge_seen(desk: Desk) -> None:
    rows = EvidenceSeen.objects.filter(visit__area=desk.area)
    held = {(one.visit_id, one.title): one for one in rows}
    for line in desk.content.of("Evidence seen"):
        fits = [one for (kind, on), one in desk.visits.items() if on == line["date"] and line["kind"] in (None, kind)]
        if len(fits) != 1:
            message = f"{len(fits) or 'No'} visits of that day are known here. The row is kept aside."
            desk.leave(line, EvidenceSeen, message, "date", "Correct the day, or give the kind of visit.")
            continue
        action = desk.plan_action(line)
        said = line.given("said") | ({"action": action} if action else {})
        key = (fits[0].pk, line["evidence"])
        made = {"visit": fits[0], "title": line["evidence"]}
        held[key] = desk.keeper.keep(EvidenceSeen, held.get(key), made, said)


def merge_expectations(desk: Desk) -> None:
    titled = {one.plan.title.casefold(): one.plan for one in plans.plans(desk.area)}
    first = cache(lambda: plans.plan(desk.area))
    rows = Expectation.objects.filter(plan__area=desk.area)
    held = {(one.plan_id, one.title.casefold()): one for one in rows}
    for line in desk.content.of("Expectations"):
        plan = titled.get(line["plan"].casefold()) if line["plan"] else first()
        if plan is None:
            message = "No such plan is known here, so nothing can be expected of it. The row is kept aside."
            desk.leave(line, Expectation, message, "plan", "Bring the plan first, then this file again.")
            continue
        key = (plan.pk, line["outcome"].casefold())
        known = held.get(key)
        said = _of_expectation(desk, line, plan, known)
        if said is not None:
            held[key] = desk.keeper.keep(Expectation, known, {"plan": plan, "title": line["outcome"]}, said)


def _of_expectation(desk: Desk, line: Line, plan: ImprovementPlan, held: Expectation | None) -> dict[str, Any] | None:
    """None, and the line kept aside, where too few steps are defined. Nobody moves the goal after the result."""
    said = line.given(*STEPS) | {"due_on": line["date_of_delivery"]}
    said |= {"due_as_written": line["date_as_written"]} if line["date_as_written"] else {}
    steps = thresholds(Expectation(**{name: said.get(name, getattr(held, name, "")) for name in STEPS}))
    if len(defined(steps)) < 2:
        message = "Fewer than two of its steps are defined. The row is kept aside."
        desk.leave(line, Expectation, message, "met", "Say what is unmet, and what is met.")
        return None
    if held and held.result and held.result_on:
        differs = any(getattr(held, name) != value for name, value in said.items())
        if differs or (line["result"] and line["result"] != held.result):
            desk.stays(line, "The result of this was recorded", held.result_on, "result")
        return {}
    return said | _result(desk, line, steps, plan)


def _result(desk: Desk, line: Line, steps: dict[Step, str], plan: ImprovementPlan) -> dict[str, Any]:
    if not line["result"]:
        return {}
    step, on = Step(line["result"]), line["result_on"]
    if step not in defined(steps):
        message = f"“{names_of(plan)[step]}” is not defined for this outcome, so it cannot be its result."
        desk.ask(line, f"{message} It is left out.", "result", "Say first what it means.")
        return {}
    if on is None or on > desk.on or not line["because"]:
        message = "A result says on which day it was known, and what shows it. It is left out."
        desk.ask(line, message, "result", "Give both.")
        return {}
    visit = next((one for (_, day), one in desk.visits.items() if day == line["visit"]), None)
    shown = {"visit": visit} if visit else {}
    return {"result": step.value, "result_on": on, "result_because": line["because"]} | shown
