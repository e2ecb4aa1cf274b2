"""Challenges, overrides and the four talks."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.rules.honesty import (
    Colour,
    Dial,
    MeasureFacts,
    OutcomeFacts,
    Override,
    Reading,
    Talk,
    challenge,
    outcome_standing,
    talk,
    verdict,
)

AS_AT = date(2026, 10, 31)
SIGNED = Override("Ann Smith", date(2026, 10, 3), "Two schools had not yet reported.", until=date(2026, 12, 31))


def reading(dial: Dial) -> Reading:
    return Reading(dial, "because.")


IMPROVING = reading(Dial.IMPROVING)
CHALLENGED = challenge(Colour.GREEN, reading(Dial.WORSENING), reading(Dial.NOT_HEARD))


@pytest.mark.parametrize("reported", [Colour.GREEN, Colour.BLUE])
@pytest.mark.parametrize("dial", Dial)
def test_green_and_blue_are_challenged_by_an_impact_that_is_worsening_or_not_measured(
    reported: Colour, dial: Dial
) -> None:
    supported = challenge(reported, reading(dial), IMPROVING)

    challenges = {Dial.WORSENING: ["I1"], Dial.NOT_MEASURED: ["I2"]}.get(dial, [])
    assert [reason.id for reason in supported.because] == challenges
    assert supported.colour is (Colour.AMBER if challenges else reported)


@pytest.mark.parametrize("dial", Dial)
def test_green_is_challenged_by_families_who_are_worse_off_or_not_heard(dial: Dial) -> None:
    supported = challenge(Colour.GREEN, IMPROVING, reading(dial))

    challenges = {Dial.WORSENING: ["F1"], Dial.NOT_HEARD: ["F2"]}.get(dial, [])
    assert [reason.id for reason in supported.because] == challenges
    assert supported.challenged is bool(challenges)


@pytest.mark.parametrize("reported", [Colour.AMBER, Colour.RED, Colour.WHITE])
def test_a_report_that_claims_nothing_is_not_challenged(reported: Colour) -> None:
    supported = challenge(reported, reading(Dial.WORSENING), reading(Dial.NOT_HEARD))

    assert (supported.colour, supported.because) == (reported, ())


def test_an_outcome_reported_green_with_nothing_measured_and_nobody_asked_is_amber() -> None:
    standing = outcome_standing(OutcomeFacts(reported=Colour.GREEN), AS_AT)

    assert standing.supported.colour is Colour.AMBER
    assert [reason.sentence for reason in standing.supported.because] == [
        "Families: not heard — families have not been asked about this outcome.",
        "Impact: not measured — no measure has been named for this outcome.",
    ]


def test_before_the_lag_has_passed_nothing_is_challenged() -> None:
    later = MeasureFacts(title="Attendance", effect_from=date(2027, 1, 1))

    standing = outcome_standing(OutcomeFacts(reported=Colour.GREEN, measures=(later,), experience=(later,)), AS_AT)

    assert standing.supported.challenged is False


@pytest.mark.parametrize(("effect_from", "challenged"), [("2026-11-01", False), ("2026-10-31", True)])
def test_nobody_is_late_with_naming_a_measure_until_the_lag_ends(effect_from: str, challenged: bool) -> None:
    """On the day that ends it the effect is expected."""
    outcome = OutcomeFacts(reported=Colour.GREEN, effect_from=date.fromisoformat(effect_from))

    assert outcome_standing(outcome, AS_AT).supported.challenged is challenged


def test_who_explained_green_has_not_explained_the_blue_that_came_after() -> None:
    for_green = replace(SIGNED, colour=Colour.GREEN)
    blue = challenge(Colour.BLUE, reading(Dial.WORSENING), IMPROVING)

    found = verdict(blue, AS_AT, for_green)

    assert verdict(CHALLENGED, AS_AT, for_green).open is False
    assert found.open is True
    assert found.sentence.endswith(
        "The explanation by Ann Smith was for Green, which is no longer reported: Two schools had not yet reported."
    )


def test_a_challenge_is_open_until_it_is_answered() -> None:
    found = verdict(CHALLENGED, AS_AT)

    assert found.open is True
    assert found.sentence == (
        "Reported Green. The facts support Amber. Why: Families: not heard — because. Impact: worsening — because."
    )


def test_a_signed_explanation_answers_it_and_is_printed_with_it() -> None:
    found = verdict(CHALLENGED, AS_AT, SIGNED)

    assert found.open is False
    assert found.sentence == (
        "Reported Green. The facts support Amber. Why: Families: not heard — because. Impact: worsening — because."
        " Ann Smith explained on 3 October 2026: Two schools had not yet reported."
        " The explanation stands until 31 December 2026."
    )


@pytest.mark.parametrize(
    ("as_at", "is_open", "ending"),
    [
        ("2026-10-02", True, "Impact: worsening — because."),  # not signed yet
        ("2026-12-31", False, "The explanation stands until 31 December 2026."),
        ("2027-01-01", True, "ended on 31 December 2026: Two schools had not yet reported."),
    ],
)
def test_an_explanation_stands_from_its_signature_to_its_last_day(as_at: str, is_open: bool, ending: str) -> None:
    found = verdict(CHALLENGED, date.fromisoformat(as_at), SIGNED)

    assert found.open is is_open
    assert found.sentence.endswith(ending)


def test_what_the_facts_support_needs_no_sentence() -> None:
    found = verdict(challenge(Colour.GREEN, IMPROVING, IMPROVING), AS_AT, SIGNED)

    assert (found.open, found.sentence) == (False, "")


@pytest.mark.parametrize(
    ("delivery", "impact", "expected"),
    [
        (Colour.BLUE, Dial.TARGET_HOLDING, Talk.DELIVERED_IMPROVING),
        (Colour.GREEN, Dial.IMPROVING, Talk.DELIVERED_IMPROVING),
        (Colour.BLUE, Dial.NO_CHANGE, Talk.DELIVERED_NOT_IMPROVING),
        (Colour.GREEN, Dial.WORSENING, Talk.DELIVERED_NOT_IMPROVING),
        (Colour.AMBER, Dial.IMPROVING, Talk.LATE_IMPROVING),
        (Colour.RED, Dial.NO_CHANGE, Talk.LATE_NOT_IMPROVING),
        (Colour.WHITE, Dial.IMPROVING, None),
        (Colour.GREEN, Dial.TOO_EARLY, None),
        (Colour.BLUE, Dial.NOT_MEASURED, None),
    ],
)
def test_delivery_and_impact_make_four_talks(delivery: Colour, impact: Dial, expected: Talk | None) -> None:
    assert talk(delivery, impact) is expected
