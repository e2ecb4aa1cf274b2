"""How a challenge ends: somebody changes the report, or signs why it stands; what was signed is printed."""

from dataclasses import dataclass
from datetime import date

from goldenthread.rules.calendar import format_date
from goldenthread.rules.honesty.reasons import Supported


@dataclass(frozen=True, slots=True)
class Override:
    """`until`: the last day it stands."""

    who: str
    signed_on: date
    why: str
    until: date

    def stands(self, as_at: date) -> bool:
        return self.signed_on <= as_at <= self.until


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
    stands = override is not None and override.stands(as_at)
    if override is not None and override.signed_on <= as_at:
        parts.append(_signed(override, stands))
    return Verdict(not stands, " ".join(parts))


def _signed(override: Override, stands: bool) -> str:
    why = override.why.rstrip(".")
    if stands:
        return (
            f"{override.who} explained on {format_date(override.signed_on)}: {why}."
            f" The explanation stands until {format_date(override.until)}."
        )
    return f"The explanation by {override.who} ended on {format_date(override.until)}: {why}."
