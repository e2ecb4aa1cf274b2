"""The demonstration, loaded step by step; each step says what it did. Whatever is there already is left as it is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django_scopes import scope

from goldenthread.config.demonstration import deeds, paper
from goldenthread.config.demonstration.people import AREA, ORGANISATIONS, PASSWORD, RESIDENTS_IN_2023, SIGN_INS, SignIn
from goldenthread.foundation.intake import reads as intake_reads
from goldenthread.foundation.intake import storage
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.source import Upload
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership import writes as partnership
from goldenthread.foundation.partnership.models import LocalArea, Organisation, Person
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections.models import Inspection
from goldenthread.improve.inspections.reads import Alike
from goldenthread.improve.inspections.writes import link_repeat
from goldenthread.measure.indicators import writes as indicators
from goldenthread.measure.snapshots import writes as snapshots

BEGAN, AS_AT = date(2026, 9, 30), date(2026, 10, 31)
SINCE = date(2023, 1, 1)
# Where children learn is known on a day, not over a period.
ON_A_DAY = ("placed_in_independent_special", "placed_in_mainstream", "placed_in_special", "placed_in_units")
CENSUS_DAYS = (date(2024, 1, 18), date(2025, 1, 16), date(2026, 1, 15))

# In the order in which an area would bring them: findings before the plan that answers them, schools before the
# children who attend them, and the plan once a month. Who brings each is one of the people who sign in.
FIRST_FILES = (
    ("inspection_2018.txt", "lead"),
    ("revisit_2021.txt", "lead"),
    ("inspection_2024.txt", "lead"),
    ("plan_2026-09-30.xlsx", "lead"),
)
FILES = (
    ("schools.csv", "analyst"),
    ("sen2_2024.xml", "analyst"),
    ("sen2_2025.xml", "analyst"),
    ("sen2_2026.xml", "analyst"),
    ("sen2_midyear_2026-10-31.zip", "analyst"),
    ("pupils_2024-01-18.zip", "analyst"),
    ("pupils_2025-01-16.zip", "analyst"),
    ("pupils_2026-01-15.zip", "analyst"),
    ("sessions_2023-24.zip", "analyst"),
    ("sessions_2024-25.zip", "analyst"),
    ("sessions_2025-26.zip", "analyst"),
    ("exclusions.csv", "analyst"),
    ("survey.csv", "analyst"),
    ("complaints.csv", "analyst"),
    ("partner_figures.csv", "analyst"),
    ("partner_figures_restated.csv", "analyst"),
    ("plan.xlsx", "lead"),
    ("meetings.xlsx", "lead"),
)


class CannotLoad(RuntimeError):
    """A file of the demonstration was refused; the text says which and why."""


def load(folder: Path) -> Iterator[str]:
    """Sentences as the work is done. `folder` holds the files that `goldenthread synth` made."""
    area = partnership.register_area(**AREA, demonstration=True, by=SYSTEM, on=BEGAN)
    partnership.set_residents(
        area=area, year=2023, ages="0 to 25", people=RESIDENTS_IN_2023, source="Invented", by=SYSTEM, on=BEGAN
    )
    people = _people(area)
    yield f"{area.name}: {len(people)} people who can sign in."
    with scope(area=area):
        for name, who in FIRST_FILES:
            yield _bring(area, folder / name, people[who], BEGAN)
        yield deeds.keep_plan(area, people["lead"], BEGAN)
        yield _link_repeats(area, people["lead"])
        for name, who in FILES:
            yield _bring(area, folder / name, people[who], AS_AT)
        yield from _measure(area, people["analyst"])
        yield deeds.ask_for_signature(area, people["inclusion"], AS_AT)
        yield from deeds.take_stock(area, AS_AT)
        yield from paper.write(area, people, AS_AT, Path(settings.HOME) / "papers")


def _people(area: LocalArea) -> dict[str, Person]:
    organisations = {
        name: partnership.register_organisation(area=area, name=name, kind=kind, by=SYSTEM, on=BEGAN)
        for name, kind in ORGANISATIONS.items()
    }
    return {one.username: _person(area, one, organisations[one.organisation]) for one in SIGN_INS}


@transaction.atomic
def _person(area: LocalArea, one: SignIn, organisation: Organisation) -> Person:
    held = Person.objects.filter(user__username=one.username).first()
    if held is not None:
        return held
    user = User.objects.create_user(one.username, one.email, PASSWORD)
    person = partnership.register_person(
        area=area, name=one.name, post=one.post, organisation=organisation, user=user, by=SYSTEM, on=BEGAN
    )
    partnership.appoint(person=person, role=one.role, by=SYSTEM, on=SINCE)
    return person


def _bring(area: LocalArea, path: Path, by: Person, on: date) -> str:
    """One file through the front door: received, understood, committed. One committed before is not brought again."""
    if not path.exists():
        raise CannotLoad(
            f"{path.name} is not in {path.parent}: its files were made by an earlier version. Take the folder away, "
            "and they are made again."
        )
    upload = Upload(path.name, path.stat().st_size, lambda: path.open("rb"))
    if storage.sha256(upload) in intake_reads.committed_sha256s(area):
        return f"{path.name}: already in."
    batch = intake.receive(area=area, upload=upload, by=by, on=on)
    understanding = intake.understand(batch=batch, by=by, on=on)
    if understanding is None:
        raise CannotLoad(f"{path.name} was refused: {batch.refusal}")
    intake.commit(batch=batch, by=by, on=on, understanding=understanding)
    aside = f", {understanding.refused} rows kept aside" if understanding.refused else ""
    return f"{path.name}: {understanding.kind}; {understanding.ready:,} rows{aside}."


def _link_repeats(area: LocalArea, by: Person) -> str:
    """What a person does on the inspection's page: says that a finding is an earlier one come back."""
    visit = inspections.latest(area)
    alike = _same_words(visit) if visit else []
    for one in alike:
        link_repeat(finding=one.finding, earlier=one.earlier, by=by, on=BEGAN)
    return f"{len(alike)} findings of the latest inspection were found before."


def _same_words(visit: Inspection) -> list[Alike]:
    """Only those in the same words, and not linked yet."""
    return [one for one in inspections.similar_findings(visit, at_least=100) if one.finding.repeats_id is None]


def _measure(area: LocalArea, by: Person) -> Iterator[str]:
    """The census days for what can only be counted on a day, then the demonstration's own day for everything."""
    sources = intake_reads.committed_sha256s(area)
    for day, codes in (*((day, ON_A_DAY) for day in CENSUS_DAYS), (AS_AT, None)):
        snapshot = snapshots.freeze_records(area=area, as_at=day, by=by, on=AS_AT, sources=sources)
        result = indicators.measure(snapshot=snapshot, since=SINCE, by=by, on=AS_AT, codes=codes)
        yield f"Frozen as at {day} ({snapshot.short_hash}); {result.added + result.replaced:,} figures counted."
