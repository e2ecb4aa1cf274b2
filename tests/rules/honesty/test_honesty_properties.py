"""What is true of every action, whatever its facts."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.honesty import (
    ActionFacts,
    Colour,
    Dependency,
    Dial,
    MeasureFacts,
    Milestone,
    impact,
    may_save,
    supported_colour,
    worst,
)

AS_AT = date(2026, 10, 31)
days = st.dates(date(2025, 1, 1), date(2028, 12, 31))
maybe_days = st.none() | days
colours = st.sampled_from(Colour)
milestones = st.lists(st.builds(Milestone, st.just("A milestone"), days, maybe_days), max_size=2).map(tuple)
dependencies = st.lists(st.builds(Dependency, st.just("1.1"), colours), max_size=2).map(tuple)
handles = st.sampled_from(["", "person:1", "person:2"])
actions = st.builds(
    ActionFacts,
    reported=colours,
    start_planned_on=maybe_days,
    started_on=maybe_days,
    due_on=maybe_days,
    milestones=milestones,
    last_update_on=maybe_days,
    evidence_accepted=st.integers(0, 2),
    lead=handles,
    verified_by=handles,
    depends_on=dependencies,
)
verdicts = st.lists(st.sampled_from(["common", "improvement", "concern"]), max_size=12).map(tuple)
measures = st.builds(MeasureFacts, title=st.just("A measure"), verdicts=verdicts, effect_from=maybe_days)


@given(actions)
def test_facts_never_support_better_than_is_reported(action: ActionFacts) -> None:
    supported = supported_colour(action, AS_AT)

    assert supported.colour.rank <= action.reported.rank


@given(actions)
def test_the_colour_is_the_worst_of_the_report_and_every_reason(action: ActionFacts) -> None:
    supported = supported_colour(action, AS_AT)

    assert supported.colour is worst([action.reported, *(reason.at_best for reason in supported.because)])
    assert all(reason.sentence.endswith(".") for reason in supported.because)


@given(actions)
def test_every_colour_other_than_the_reported_has_its_because(action: ActionFacts) -> None:
    supported = supported_colour(action, AS_AT)

    assert supported.challenged <= bool(supported.because)


@given(actions, st.sampled_from(["overdue", "missed", "held up", "quiet", "unproven"]))
def test_a_bad_fact_never_improves_the_colour(action: ActionFacts, bad: str) -> None:
    worse = {
        "overdue": replace(action, due_on=AS_AT - timedelta(days=1)),
        "missed": replace(action, milestones=(*action.milestones, Milestone("Missed", date(2026, 1, 1)))),
        "held up": replace(action, depends_on=(*action.depends_on, Dependency("9.9", Colour.RED))),
        "quiet": replace(action, last_update_on=date(2025, 1, 1)),
        "unproven": replace(action, evidence_accepted=0, verified_by=""),
    }[bad]

    assert supported_colour(worse, AS_AT).colour.rank <= supported_colour(action, AS_AT).colour.rank


@given(actions, days, days)
def test_with_time_alone_an_action_only_looks_worse(action: ActionFacts, one: date, other: date) -> None:
    """Nothing done, nothing said: later is never better. (What is recorded is taken as done from the start.)"""
    earlier, later = sorted([one, other])
    recorded = replace(
        action,
        started_on=None,
        milestones=tuple(replace(milestone, met_on=None) for milestone in action.milestones),
    )

    assert supported_colour(recorded, later).colour.rank <= supported_colour(recorded, earlier).colour.rank


@given(actions)
def test_only_a_red_report_can_be_refused(action: ActionFacts) -> None:
    assert bool(may_save(action)) == (action.reported is Colour.RED)


@given(st.lists(measures, min_size=1, max_size=4), measures)
def test_one_more_measure_never_improves_the_dial(some: list[MeasureFacts], one_more: MeasureFacts) -> None:
    order = list(Dial)

    before, after = impact(some, AS_AT).dial, impact([*some, one_more], AS_AT).dial

    assert order.index(after) <= order.index(before)
