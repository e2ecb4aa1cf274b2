"""Where one figure comes from: observation, definition, frozen tables, the files behind them and who brought these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.intake import reads as intake
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import catalogue, reads
from goldenthread.measure.indicators.definition import Definition, Level, Supply
from goldenthread.measure.indicators.figures import Figure, shown
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.pages.alike import groups
from goldenthread.measure.indicators.pages.places import named
from goldenthread.measure.indicators.pages.restating import gives_away
from goldenthread.record.establishments import reads as establishments

# A place's months, or its releases, beside its year would give away a month that is hidden.
NEWEST_ONLY = "shown of the newest period only: with those before it, a small number could be worked out"


@dataclass(frozen=True)
class SourceFile:
    """`name` as its bringer called it is not shown: it may say whose file it is."""

    sha256: str
    kind: str
    brought_by: str
    brought_on: date | None


@dataclass(frozen=True)
class Origin:
    observation: Observation
    figure: Figure
    place: str
    definition: Definition
    version_now: str
    files: Sequence[SourceFile]

    @property
    def definition_changed(self) -> bool:
        return self.version_now != self.figure.definition_version

    @property
    def counted_here(self) -> bool:
        return self.definition.supply is Supply.COMPUTED and bool(self.figure.snapshot_hash)


def origin(area: LocalArea, key: int, *, small_numbers: bool, until: date) -> Origin:
    """Raises Observation.DoesNotExist, also for another area's, and KeyError where its measure is no longer defined."""
    one = reads.observation(area, key)
    definition = reads.definition(one.indicator)
    hashes = one.snapshot.sources if one.snapshot else []
    return Origin(
        observation=one,
        figure=_as_seen(area, one, small_numbers=small_numbers, until=until),
        place=_place(area, one),
        definition=definition,
        version_now=catalogue.version(one.indicator),
        files=_files(area, hashes),
    )


def _as_seen(area: LocalArea, one: Observation, *, small_numbers: bool, until: date) -> Figure:
    """Hidden where it is hidden on the measure's page: judged beside all that it adds up with, not by itself."""
    if small_numbers:
        return shown([one], small_numbers=True)[0]
    if one.level != Level.AREA and one not in reads.parts(area, one.indicator, until):
        return shown([one], small_numbers=True)[0].without_number(NEWEST_ONLY)
    alike = groups(establishments.by_urn(area)) if one.level == Level.ESTABLISHMENT else {}
    figure = shown([one, *reads.adding_up_with(area, one, until)], small_numbers=False, alike=alike)[0]
    why = gives_away(one, one.replaced_by) if one.replaced_by else ""
    return figure.without_number(why) if why else figure


def _place(area: LocalArea, one: Observation) -> str:
    level = Level(one.level)
    if level is Level.AREA:
        return area.name
    names = establishments.names(area, [one.place]) if level is Level.ESTABLISHMENT else {}
    return named(level, names).get(one.place, one.place)


def _files(area: LocalArea, hashes: Sequence[str]) -> list[SourceFile]:
    """Newest first; a hash that no batch of the area bears is listed all the same."""
    batches = {one.sha256: one for one in intake.batches(area).filter(sha256__in=hashes).order_by("pk")}
    people = {one.handle: one.name for one in partnership.people_in(area)}
    found = []
    for sha256 in hashes:
        batch = batches.get(sha256)
        found.append(
            SourceFile(
                sha256,
                intake.source_title(batch.source) if batch else "Not among the files brought here",
                people.get(batch.received_by, "Goldenthread") if batch else "",
                batch.received_on if batch else None,
            )
        )
    return sorted(found, key=lambda one: (one.brought_on or date.min, one.sha256), reverse=True)
