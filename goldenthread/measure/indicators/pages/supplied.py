"""How the figures of a measure come, what is still needed, and who has not sent theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import words
from goldenthread.measure.indicators.definition import Definition, Every, Level, Supply
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.pages.series import of_kind
from goldenthread.record.establishments import reads as establishments
from goldenthread.rules.statistics.rounding import number

KINDS = {
    Supply.COMPUTED: "Counted from the area’s own records.",
    Supply.PLAN: "Counted from the improvement plan and its inspections.",
    Supply.PARTNER: "Supplied by partners: they count it, and send the figures as a file.",
    Supply.PUBLISHED: "Published only: the national release has it, and nothing here counts it.",
}
EXTRACTS = {"half-days": "sessions", "suspensions": "exclusions", "pupils": "census"}  # by how their source begins
GOODWILL = (
    "Some who send these figures have no duty to: academies and other schools that the council does not maintain send "
    "them by goodwill. One that is silent is missing, not 0."
)


@dataclass(frozen=True)
class Silent:
    title: str
    names: Sequence[str]


@dataclass(frozen=True)
class Supplied:
    """`missing` are the places that sent a symbol in place of a figure; `response` says how many told us."""

    kind: str
    needs: str
    missing: Sequence[str]
    goodwill: str
    response: str
    silent: Sequence[Silent]


def supplied(area: LocalArea, definition: Definition, figures: Sequence[Figure], names: Mapping[str, str]) -> Supplied:
    response, silent = _response(area, definition, figures) if definition.goodwill and figures else ("", ())
    return Supplied(
        KINDS[definition.supply],
        definition.needs,
        [_told(one, names) for one in figures if one.status == Observation.Status.MISSING],
        GOODWILL if definition.goodwill else "",
        response,
        silent,
    )


def _response(area: LocalArea, definition: Definition, figures: Sequence[Figure]) -> tuple[str, Sequence[Silent]]:
    """How many schools told us of the newest census day or term; of a partner's figures, how many schools sent one."""
    kind = next((kind for word, kind in EXTRACTS.items() if definition.source.lower().startswith(word)), "")
    newest = [one for one in of_kind(figures, Every.TERM, Every.DAY) if one.value is not None or one.hidden]
    if definition.supply is not Supply.COMPUTED or not kind or not newest:
        return _sent(figures), ()
    last = max(newest, key=lambda one: one.period.start)
    found = establishments.response(area, kind, last.period.start)
    told = f"{number(found.told)} of {number(found.asked)} schools told us ({words.period(last)})."
    return told, tuple(_silent(found))


def _silent(found: establishments.Response) -> Iterator[Silent]:
    for title, schools in (("have a duty to send it", found.required), ("send it by goodwill", found.goodwill)):
        if schools:
            names = sorted(one.name for one in schools)
            yield Silent(f"Silent: {number(len(names))} that {title}", names)


def _sent(figures: Sequence[Figure]) -> str:
    schools = [one for one in figures if one.level is Level.ESTABLISHMENT]
    sent = sum(one.status != Observation.Status.MISSING for one in schools)
    return f"{number(sent)} of {number(len(schools))} schools told us." if schools else ""


def _told(figure: Figure, names: Mapping[str, str]) -> str:
    name = names.get(figure.place, figure.place) or "The whole area"
    return f"{name}, {words.period(figure)}"
