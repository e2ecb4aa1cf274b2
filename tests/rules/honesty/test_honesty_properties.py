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
    Override,
    Reading,
    challenge,
    impact,
    may_save,
    supported_colour,
    verdict,
    worst,
)

WORSE = ["overdue", "missed", "held up", "quiet", "unproven", "verified by a lead", "taken up again"]
AS_AT = date(2026, 10, 31)
days = st.dates(date(2025, 1, 1), date(2028, 12, 31))
maybe_days = st.none() | days
colours = st.sampled_from(Colour)
maybe_colours = st.none() | colours
dials = st.builds(Reading, st.sampled_from(Dial), st.just("because."))
overrides = st.builds(Override, st.just("Ann Smith"), days, st.just("It is so."), days, maybe_colours)
milestones = st.lists(st.builds(Milestone, st.just("A milestone"), days, maybe_days), max_size=2).map(tuple)
dependencies = st.lists(st.builds(Dependency, st.just("1.1"), colours, maybe_days), max_size=2).map(tuple)
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
    shared_with=st.lists(handles, max_size=2).map(tuple),
    verified_by=handles,
    verified_on=maybe_days,
    completed_on=maybe_days,
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
def test_there_are_facts_against_a_colour_if_and_only_if_it_is_challenged(action: ActionFacts) -> None:
    supported = supported_colour(action, AS_AT)

    assert bool(supported.against) is supported.challenged
    assert set(supported.against) <= set(supported.because)


@given(colours, dials, dials)
def test_so_it_is_with_a_theme_and_an_outcome(reported: Colour, shown: Reading, said: Reading) -> None:
    supported = challenge(reported, shown, said)

    assert bool(supported.because) is bool(supported.against) is supported.challenged
    assert supported.colour.rank <= reported.rank


@given(actions, overrides)
def test_an_explanation_changes_no_colour_and_answers_only_what_is_challenged(
    action: ActionFacts, override: Override
) -> None:
    supported = supported_colour(action, AS_AT)

    judged = verdict(supported, AS_AT, override)

    assert judged.open is (supported.challenged and not override.stands(AS_AT, action.reported))
    assert bool(judged.sentence) is supported.challenged


@given(actions, st.sampled_from(WORSE))
def test_a_bad_fact_never_improves_the_colour(action: ActionFacts, bad: str) -> None:
    worse = {
        "overdue": replace(action, due_on=AS_AT - timedelta(days=1)),
        "missed": replace(action, milestones=(*action.milestones, Milestone("Missed", date(2026, 1, 1)))),
        "held up": replace(action, depends_on=(*action.depends_on, Dependency("9.9", Colour.RED))),
        "quiet": replace(action, last_update_on=date(2025, 1, 1)),
        "unproven": replace(action, evidence_accepted=0, verified_by=""),
        "verified by a lead": replace(action, shared_with=(*action.shared_with, action.verified_by)),
        "taken up again": replace(action, completed_on=date(2029, 1, 1)),
    }[bad]

    assert supported_colour(worse, AS_AT).colour.rank <= supported_colour(action, AS_AT).colour.rank


@given(actions, days, days)
def test_with_time_alone_an_action_only_looks_worse(action: ActionFacts, one: date, other: date) -> None:
    """Nothing done, nothing said: later is never better. (What is recorded is taken as done from the start.)"""
    earlier, later = sorted([one, other])
    recorded = replace(
        action,
        started_on=None,
        last_update_on=action.last_update_on and min(action.last_update_on, earlier),
        verified_on=None,
        depends_on=tuple(replace(other, ended_on=None) for other in action.depends_on),
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
