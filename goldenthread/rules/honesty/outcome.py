"""When a theme or an outcome says Green or Blue and its children's lives, or their families, say otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.dials import Dial, MeasureFacts, Reading, families, impact
from goldenthread.rules.honesty.reasons import Reason, Supported, supported_by

GOOD = (Colour.GREEN, Colour.BLUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    """`measures` show the impact; `experience` is what families were asked. `effect_from`: the day its lag ends."""

    reported: Colour
    effect_from: date | None = None
    measures: tuple[MeasureFacts, ...] = ()
    experience: tuple[MeasureFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeStanding:
    """The two dials, and the colour they support."""

    impact: Reading
    families: Reading
    supported: Supported


def outcome_standing(outcome: OutcomeFacts, as_at: date) -> OutcomeStanding:
    shown = impact(outcome.measures, as_at, outcome.effect_from)
    said = families(outcome.experience, as_at, outcome.effect_from)
    return OutcomeStanding(shown, said, challenge(outcome.reported, shown, said))


def challenge(reported: Colour, shown: Reading, said: Reading) -> Supported:
    """Green or Blue is Amber at best while impact is worsening or not measured, or families worsening or not heard.

    Before the lag has passed a dial reads "too early", which challenges nothing.
    """
    return supported_by(reported, _reasons(shown, said) if reported in GOOD else ())


def _reasons(shown: Reading, said: Reading) -> Iterator[Reason]:
    if shown.dial in (Dial.WORSENING, Dial.NOT_MEASURED):
        yield Reason("I1" if shown.dial is Dial.WORSENING else "I2", f"Impact: {_lower(shown.because)}", Colour.AMBER)
    if said.dial in (Dial.WORSENING, Dial.NOT_HEARD):
        yield Reason("F1" if said.dial is Dial.WORSENING else "F2", f"Families: {_lower(said.because)}", Colour.AMBER)


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
