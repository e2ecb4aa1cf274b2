"""6 Risk: what the facts show may go wrong. Who holds a risk is for a person to say."""

from collections.abc import Iterator

from goldenthread.improve.plans.reads import ActionStanding
from goldenthread.publish.reports.document import Heading, Placeholder, Section, Table
from goldenthread.publish.reports.facts import Facts, PlanFacts
from goldenthread.publish.reports.facts.observed import said
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.saying import is_or_are, sentence
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.statistics.rounding import percent

MANY_RESTS_ON_ONE = 4  # a partner named in one action in four, or more, is a risk of its own


def risk(facts: Facts) -> Section:
    shown = list(_waiting(facts))
    if facts.plan:
        shown = [*_progress(facts.plan), *shown, *_partners(facts.plan, facts.paper.council)]
    blocks = (
        Heading("Risk management"),
        Table.of("Risks that the facts show", ("Risk", "What shows it"), shown, widths=(1, 3)),
        Placeholder("risk", "Who holds each risk, and what is being done about it?"),
    )
    return Section("risk", blocks)


def _progress(plan: PlanFacts) -> Iterator[tuple[str, str]]:
    late = [one for one in plan.actions if any(reason.id == "D2" for reason in one.supported.because)]
    held_up = [one for one in plan.actions if any(reason.id == "D7" for reason in one.supported.because)]
    unproven = [one for one in plan.actions if one.reported.colour is Colour.BLUE and one.challenged]
    yield "Progress is reported better than it is", accounts.challenged(plan)
    yield "Actions are late", sentence(f"{is_or_are(len(late), 'action')} past the due date and not complete")
    yield "Actions wait for Red ones", sentence(f"{is_or_are(len(held_up), 'action')} waiting{_refs(held_up)}")
    yield (
        "Done on paper only",
        sentence(f"{is_or_are(len(unproven), 'action')} reported complete without proof{_refs(unproven)}"),
    )


def _refs(found: list[ActionStanding]) -> str:
    return f": {', '.join(one.action.ref for one in found)}" if found else ""


def _waiting(facts: Facts) -> Iterator[tuple[str, str]]:
    past = facts.measure("open_past_20_weeks")
    if past and past.latest:
        waiting = sentence(f"{past.definition.title}: {said(past.latest)}")
        timely = facts.measure(past.definition.never_without)
        beside = sentence(f"{timely.definition.title}: {said(timely.latest)}") if timely and timely.latest else ""
        yield "Children wait longer than the law allows", f"{waiting} {beside}".strip()
    else:
        yield "Children wait longer than the law allows", "Not known: no record of requests has been brought in."


def _partners(plan: PlanFacts, council: str) -> Iterator[tuple[str, str]]:
    total = len(plan.actions)
    for name, count in plan.shares.items():
        if name != council and count * MANY_RESTS_ON_ONE >= total:
            yield (
                f"Much rests on {name}",
                f"It is named in {count} of {total} actions ({percent(100 * count / total)}).",
            )
