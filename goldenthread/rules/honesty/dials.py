"""The two dials of an outcome: what its measures show, and what families say. First each measure, then all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.calendar import format_date
from goldenthread.rules.statistics.rounding import number, spaced


class Dial(Enum):
    """From worst to best: of several measures the worst speaks, so that one good chart cannot hide a bad one.

    Not measured and not heard stand below "no change": not looking is worse than having looked and seen nothing.
    """

    WORSENING = "worsening"
    NOT_HEARD = "not heard"
    NOT_MEASURED = "not measured"
    NO_CHANGE = "no change detectable"
    TOO_EARLY = "too early"
    IMPROVING = "improving"
    TARGET_HOLDING = "target met and holding"


ORDER = tuple(Dial)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """One measure of an outcome. `verdicts`: one a point, oldest first, as `rules spc` gives them.

    `points_needed`: as many as the chart's rules need; a run of seven is the shortest that shows a shift.
    `effect_from`: the day the declared lag ends (none: at once). `lower` and `upper`: the usual range, in `unit`.
    `latest` and `was`: the newest result and an older one, with the first day of the month of each where it is known.
    Of a survey also `answers`, how many answered, `answers_in` what time if that is longer, and `not_heard_from`, the
    groups of whom too few did, and `silent`, those of whom nobody did.
    """

    title: str
    verdicts: tuple[str, ...] = ()
    points_needed: int = 7
    effect_from: date | None = None
    target_holding: bool = False
    lower: float | None = None
    upper: float | None = None
    unit: str = ""
    latest: float | None = None
    was: float | None = None
    latest_on: date | None = None
    was_on: date | None = None
    answers: int | None = None
    answers_in: str = ""
    answers_needed: int = 30
    not_heard_from: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a dial shows, and why: the end of a sentence that the dial begins."""

    dial: Dial
    why: str

    @property
    def because(self) -> str:
        """The whole sentence."""
        return f"{self.dial.value.capitalize()} — {self.why}"

    @property
    def explained(self) -> str:
        """The reason alone, for where the dial is named above it."""
        return self.why[0].upper() + self.why[1:]


def impact(measures: Sequence[MeasureFacts], as_at: date, effect_from: date | None = None) -> Reading:
    """What the outcome's measures show on a day. With no measure at all: not measured, once `effect_from` has come."""
    if not measures:
        return _nothing(Dial.NOT_MEASURED, "no measure has been named for this outcome.", as_at, effect_from)
    return _together([(measure.title, _read(measure, as_at)) for measure in measures])


def families(measures: Sequence[MeasureFacts], as_at: date, effect_from: date | None = None) -> Reading:
    """What families say, over measures of experience. With none once `effect_from` has come, or too few answers: not
    heard.
    """
    if not measures:
        return _nothing(Dial.NOT_HEARD, "families have not been asked about this outcome.", as_at, effect_from)
    return _together([(measure.title, _hear(measure, as_at)) for measure in measures])


def _nothing(dial: Dial, why: str, as_at: date, effect_from: date | None) -> Reading:
    """Nobody is late with a measure of an effect that is not expected yet."""
    if effect_from is not None and as_at < effect_from:
        return Reading(Dial.TOO_EARLY, f"effect expected from {format_date(effect_from)}; {why}")
    return Reading(dial, why)


def _together(readings: Sequence[tuple[str, Reading]]) -> Reading:
    """The worst reading speaks; the others are counted, so that none is hidden.

    A measure of two outcomes is counted once.
    """
    worst: dict[str, Reading] = {}
    for title, reading in sorted(readings, key=lambda titled: ORDER.index(titled[1].dial)):
        worst.setdefault(title, reading)
    (title, speaking), *others = worst.items()
    if len(readings) == 1:
        return speaking
    dials = [reading.dial for _, reading in others]
    counted = ", ".join(f"{dials.count(dial)} {dial.value}" for dial in ORDER if dial in dials)
    return Reading(speaking.dial, f"{title}: {speaking.why}" + (f" Other measures: {counted}." if counted else ""))


def _read(measure: MeasureFacts, as_at: date) -> Reading:
    points, short = len(measure.verdicts), measure.points_needed - len(measure.verdicts)
    latest = measure.verdicts[-1] if measure.verdicts else "common"
    if _before_effect(measure, as_at) and measure.effect_from:
        warning = "; its latest point is worse than usual" if latest == "concern" else ""
        return _reading(Dial.TOO_EARLY, f"effect expected from {format_date(measure.effect_from)}{warning}")
    if not points:
        return _reading(Dial.NOT_MEASURED, _late(measure))
    if short > 0:
        return _reading(Dial.TOO_EARLY, f"{_points(points)} so far, {short} more needed")
    if latest == "concern":
        return _reading(Dial.WORSENING, _moved(measure))
    if measure.target_holding:
        return _reading(Dial.TARGET_HOLDING, _moved(measure))
    if latest == "improvement":
        return _reading(Dial.IMPROVING, _moved(measure))
    return _reading(Dial.NO_CHANGE, f"{_points(points)}, {_unchanged(measure)}")


def _hear(measure: MeasureFacts, as_at: date) -> Reading:
    """As any measure, but silence is not contentment: a group not heard is always named, and caps a good dial."""
    read = _read(measure, as_at)
    quiet = _quiet(measure)
    counted = f"n = {measure.answers:,}{spaced(measure.answers_in)}" if measure.answers is not None else ""
    if _before_effect(measure, as_at):
        return read
    if measure.answers is not None and measure.answers < measure.answers_needed:
        few = f"{measure.answers} answered, {measure.answers_needed} are needed"
        return _reading(Dial.NOT_HEARD, _joined(few, quiet))
    if read.dial is Dial.NOT_MEASURED:
        return _reading(Dial.NOT_HEARD, "there are no answers yet")
    if quiet and read.dial is not Dial.WORSENING:
        return _reading(Dial.NOT_HEARD, _joined(quiet, f"among those who answered, {read.dial.value}", counted))
    note = _joined(counted, quiet)
    return _reading(read.dial, f"{read.why[:-1]} ({note})") if note else read


def _quiet(measure: MeasureFacts) -> str:
    """Whom nobody has heard at all, and whom too seldom."""
    none = f"no answer from {_and(measure.silent)}" if measure.silent else ""
    few = f"few answers from {_and(measure.not_heard_from)}" if measure.not_heard_from else ""
    return _joined(none, few)


def _before_effect(measure: MeasureFacts, as_at: date) -> bool:
    return measure.effect_from is not None and as_at < measure.effect_from


def _reading(dial: Dial, why: str) -> Reading:
    return Reading(dial, f"{why}.")


def _late(measure: MeasureFacts) -> str:
    since = f", past its lag since {format_date(measure.effect_from)}" if measure.effect_from else " yet"
    return f"there are no figures{since}"


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _points(count: int) -> str:
    return f"{count} point{'' if count == 1 else 's'}"


def _moved(measure: MeasureFacts) -> str:
    """The latest result, an older one, and the usual range; as much as is known."""
    if measure.latest is None:
        return f"{_points(len(measure.verdicts))}, the latest beyond the usual ups and downs"
    parts = [_result(measure.latest, measure.unit, measure.latest_on)]
    if measure.was is not None and measure.was != measure.latest:
        way = "down" if measure.latest < measure.was else "up"
        parts.append(f"{way} from {_result(measure.was, measure.unit, measure.was_on)}")
    if measure.lower is not None and measure.upper is not None:
        parts.append(_place(measure, within=measure.lower <= measure.latest <= measure.upper))
    return ", ".join(parts)


def _result(value: float, unit: str, on: date | None) -> str:
    return f"{_figure(value)}{spaced(unit)}" + (f" in {on:%B %Y}" if on else "")


def _place(measure: MeasureFacts, *, within: bool) -> str:
    """A run of like results inside the usual range is as sure a sign as one result outside it."""
    if not within:
        return f"outside the usual {_range(measure)}"
    run = "" if measure.verdicts[-1] == "common" else " but in a run that chance does not explain"
    return f"inside the usual {_range(measure)}{run}"


def _unchanged(measure: MeasureFacts) -> str:
    if measure.verdicts[-1] != "common":
        return "the latest unusual, but neither better nor worse"
    which = "all" if set(measure.verdicts) == {"common"} else "the latest"
    return f"{which} within {_range(measure) or 'the usual ups and downs'}"


def _range(measure: MeasureFacts) -> str:
    if measure.lower is None or measure.upper is None:
        return ""
    return f"{_figure(measure.lower)}–{_figure(measure.upper)}{spaced(measure.unit)}"


def _figure(value: float) -> str:
    return number(value, 1).removesuffix(".0")


def _and(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
