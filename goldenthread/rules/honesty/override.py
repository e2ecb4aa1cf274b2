"""How a challenge ends: somebody changes the report, or signs why it stands; what was signed is printed."""

from dataclasses import dataclass
from datetime import date

from goldenthread.rules.calendar import format_date
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.reasons import Supported


@dataclass(frozen=True, slots=True)
class Override:
    """`until`: the last day it stands. `colour`: the one that it stands for; none is whichever is reported."""

    who: str
    signed_on: date
    why: str
    until: date
    colour: Colour | None = None

    def stands(self, as_at: date, reported: Colour) -> bool:
        """Who explained Green has not explained the Blue that was reported afterwards."""
        return self.signed_on <= as_at <= self.until and self.colour in (None, reported)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`open`: challenged, and not answered. `sentence`: what is printed wherever the colour is; empty if nothing is."""

    open: bool
    sentence: str


def verdict(supported: Supported, as_at: date, override: Override | None = None) -> Verdict:
    """Where a challenge stands on a day."""
    if not supported.challenged:
        return Verdict(False, "")
    parts = [
        f"Reported {supported.reported.word}. The facts support {supported.colour.word}.",
        "Why: " + " ".join(reason.sentence for reason in supported.because),
    ]
    stands = override is not None and override.stands(as_at, supported.reported)
    if override is not None and override.signed_on <= as_at:
        parts.append(_signed(override, as_at, stands))
    return Verdict(not stands, " ".join(parts))


def _signed(override: Override, as_at: date, stands: bool) -> str:
    why = override.why.rstrip(".")
    if stands:
        return (
            f"{override.who} explained on {format_date(override.signed_on)}: {why}."
            f" The explanation stands until {format_date(override.until)}."
        )
    if override.colour and as_at <= override.until:
        return f"The explanation by {override.who} was for {override.colour.word}, which is no longer reported: {why}."
    return f"The explanation by {override.who} ended on {format_date(override.until)}: {why}."
