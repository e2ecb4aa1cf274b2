"""Honest green, told as the handbook tells it: what a board would have seen, and what the facts support."""

from datetime import date

from goldenthread.rules.honesty import (
    ActionFacts,
    Colour,
    Dial,
    MeasureFacts,
    OutcomeFacts,
    Override,
    Talk,
    outcome_standing,
    supported_colour,
    talk,
    verdict,
)

AS_AT = date(2026, 10, 31)


def test_the_website_was_launched_and_nobody_looked_whether_it_helped() -> None:
    launched = ActionFacts(reported=Colour.BLUE, due_on=date(2026, 6, 30), lead="person:1", verified_by="person:1")

    supported = supported_colour(launched, AS_AT)

    assert supported.colour is Colour.GREEN
    assert [reason.sentence for reason in supported.because] == [
        "Complete, not evidenced: no evidence has been accepted yet.",
        "Complete, not verified: only its own lead has verified it.",
    ]


def test_everything_was_delivered_and_suspensions_did_not_move() -> None:
    suspensions = MeasureFacts(title="Suspensions", verdicts=("common",) * 9, lower=4.1, upper=6.3, unit="%")
    asked = MeasureFacts(title="Survey", verdicts=("common",) * 8, answers=180)

    standing = outcome_standing(
        OutcomeFacts(reported=Colour.GREEN, measures=(suspensions,), experience=(asked,)), AS_AT
    )

    assert standing.impact.because == "No change detectable — 9 points, all within 4.1–6.3 %."
    assert talk(standing.supported.colour, standing.impact.dial) is Talk.DELIVERED_NOT_IMPROVING


def test_events_were_held_and_families_of_the_youngest_were_not_heard() -> None:
    survey = MeasureFacts(
        title="Experience survey",
        verdicts=("common",) * 8,
        answers=212,
        not_heard_from=("families of under-fives",),
    )
    plans = MeasureFacts(title="Plans in 20 weeks", verdicts=("improvement",) * 8)

    standing = outcome_standing(OutcomeFacts(reported=Colour.GREEN, measures=(plans,), experience=(survey,)), AS_AT)

    assert (standing.impact.dial, standing.families.dial) == (Dial.IMPROVING, Dial.NOT_HEARD)
    assert verdict(standing.supported, AS_AT).sentence == (
        "Reported Green. The facts support Amber. Why: Families: not heard — few answers from families of under-fives;"
        " among those who answered, no change detectable; n = 212."
    )


def test_a_late_action_is_explained_and_the_explanation_runs_out() -> None:
    late = ActionFacts(reported=Colour.GREEN, due_on=date(2026, 9, 30), last_update_on=date(2026, 10, 20))
    signed = Override("Ann Smith", date(2026, 10, 3), "The tender closes in November", until=date(2026, 11, 30))

    supported = supported_colour(late, AS_AT)

    assert supported.colour is Colour.RED
    assert verdict(supported, AS_AT, signed).open is False
    assert verdict(supported, date(2026, 12, 1), signed).open is True
