"""A real area, set up from public data alone. What is there already is left: a second start changes nothing."""

import secrets
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import indent

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django_scopes import scope

from goldenthread.foundation.intake import reads as intake_reads
from goldenthread.foundation.intake import storage
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.hostile import refuse_if_hostile
from goldenthread.foundation.intake.source import Refused, Upload
from goldenthread.foundation.ledger.reads import SYSTEM, Actor
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership import writes
from goldenthread.foundation.partnership.models import LocalArea, Organisation, OrganisationKind, Person, Role
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections.intake.report_text import source
from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.benchmarks.reads import Comparison, Figure
from goldenthread.publish.reports import reads as papers
from goldenthread.publish.reports import writes as publishing
from goldenthread.publish.reports.models import Edition
from goldenthread.rules.statistics.rounding import number, percent

FIRST_PAPER = "cabinet_report"
TWENTY_WEEKS = "plans_in_20_weeks_excluding_exceptions"
SINCE = 2019
CITIES = frozenset(
    {
        "Birmingham", "Bradford", "Brighton and Hove", "Bristol", "Coventry", "Derby", "Kingston Upon Hull", "Leeds",
        "Leicester", "Liverpool", "Manchester", "Milton Keynes", "Newcastle upon Tyne", "Nottingham", "Peterborough",
        "Plymouth", "Portsmouth", "Salford", "Sheffield", "Southampton", "Southend-on-Sea", "Stoke-on-Trent",
        "Sunderland", "Westminster",
    }
)  # fmt: skip
COUNTIES = frozenset({"Durham", "Northumberland"})  # unitary, and county councils still
ITS_OWN = {
    "City of London": "City of London Corporation",
    "Doncaster": "City of Doncaster Council",
    "Isles of Scilly": "Council of the Isles of Scilly",
    "Wolverhampton": "City of Wolverhampton Council",
    "York": "City of York Council",
}


class CannotStart(RuntimeError):
    """The area cannot be set up as asked, and nothing was changed; the text says why and what to do."""


def start(code: str, *, report: Path | None, username: str, signing_in: bool, folder: Path, on: date) -> Iterator[str]:
    """Sets up the area, and says in plain words what was set up. Raises CannotStart.

    `folder` is for the first paper.
    """
    area = real_area(code, on)
    upload = _readable(report, area) if report else None
    with transaction.atomic(), scope(area=area):  # all or nothing: a password that nobody was shown must not remain
        by, password = _set_up(area, username, signing_in, on)
        if upload is not None:
            _bring(upload, area, by, on)
        paper = first_paper(area, folder, by, on)
    yield f"{area.name} ({area.region}) is set up, from public data alone. It holds no child’s record."
    yield f"The council is registered as {council_name(area)}."
    yield from twenty_week_record(area)
    yield from neighbours(area)
    yield from findings(area)
    yield f"\nIts first paper, a draft with gaps for your words: {' and '.join(map(str, paper))}"
    yield from _how_to_sign_in(username, password) if signing_in else ()


def real_area(code: str, on: date) -> LocalArea:
    """One of England's 153. Raises CannotStart."""
    writes.load_areas(by=SYSTEM, on=on)
    try:
        area = partnership.area(code)
    except LocalArea.DoesNotExist:
        raise CannotStart(
            f"“{code}” is not the code of one of England’s 153 local areas. Give the three digits that the Department "
            "for Education uses, such as 885 for Worcestershire."
        ) from None
    if area.demonstration:
        raise CannotStart(f"{area.name} is the demonstration’s area. Load it with `goldenthread demo`.")
    return area


def council_name(area: LocalArea) -> str:
    """As the council calls itself, as far as its name and kind tell."""
    name = area.name.removesuffix(", City of")
    if name in ITS_OWN:
        return ITS_OWN[name]
    kind = "City " if name in CITIES else "County " if name in COUNTIES or area.kind == "County" else ""
    return f"{name} {kind}Council"


def _readable(path: Path, area: LocalArea) -> Upload:
    """The report, if it is a report and of this area. Raises CannotStart."""
    try:
        upload = Upload(path.name, path.stat().st_size, lambda: path.open("rb"))
        refuse_if_hostile(upload)
        understanding = source.understand(upload, area)
    except OSError as why:
        raise CannotStart(f"{path} cannot be read: {why.strerror}.") from why
    except Refused as why:
        raise CannotStart(f"{path.name}: {why}") from why
    if not understanding.ready:
        raise CannotStart(f"{path.name}: {' '.join(problem.message for problem in understanding.problems)}")
    return upload


def _set_up(area: LocalArea, username: str, signing_in: bool, on: date) -> tuple[Actor, str]:
    """Who acts from here on, and their new password; no password where they sign in already."""
    council = writes.register_organisation(
        area=area, name=council_name(area), kind=OrganisationKind.COUNCIL, by=SYSTEM, on=on
    )
    user = User.objects.filter(username=username).first()
    if user is not None:
        return _person(user, area), ""
    return _new_person(area, council, username, on) if signing_in else (SYSTEM, "")


def _person(user: User, area: LocalArea) -> Person:
    person = partnership.person_for(user)
    if person is None or person.area != area:
        raise CannotStart(
            f"“{user.username}” signs in already, and not for {area.name}. Give another name with --by NAME."
        )
    return person


def _new_person(area: LocalArea, council: Organisation, username: str, on: date) -> tuple[Person, str]:
    password = secrets.token_urlsafe(15)
    user = User(username=username)
    user.set_password(password)
    try:
        user.full_clean(exclude=["email"])
    except ValidationError as why:
        raise CannotStart(f"“{username}” cannot be a name to sign in with: {' '.join(why.messages)}") from why
    user.save()
    person = writes.register_person(
        area=area, name=f"Improvement lead, {area.name}", post="SEND improvement lead", organisation=council, user=user,
        by=SYSTEM, on=on,
    )  # fmt: skip
    for role in (Role.ADMINISTRATOR, Role.IMPROVEMENT_LEAD):
        writes.appoint(person=person, role=role, by=SYSTEM, on=on)
    return person, password


def _bring(upload: Upload, area: LocalArea, by: Actor, on: date) -> None:
    """Through the front door, so that it can be undone there; not again where it is in already."""
    if storage.sha256(upload) in intake_reads.committed_sha256s(area):
        return
    batch = intake.receive(area=area, upload=upload, by=by, on=on, source=source.code)
    understanding = intake.understand(batch=batch, by=by, on=on)
    if understanding is None:
        raise CannotStart(f"{upload.name}: {batch.refusal}")
    try:
        intake.commit(batch=batch, by=by, on=on, understanding=understanding)
    except Refused as why:
        raise CannotStart(f"{upload.name}: {why}") from why


def first_paper(area: LocalArea, folder: Path, by: Actor, on: date) -> list[Path]:
    """The draft report to Cabinet as Word and PDF files. One that was drafted before is only given again."""
    drafted = papers.editions(area).filter(report=FIRST_PAPER).last()
    edition = papers.edition(area, drafted.pk) if drafted else _drafted(area, by, on)
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / papers.file_name(edition, format) for format in ("docx", "pdf")]
    for file in files:
        file.write_bytes(papers.rendered(edition, file.suffix[1:]))
    return files


def _drafted(area: LocalArea, by: Actor, on: date) -> Edition:
    """For a meeting today, since none is known."""
    return publishing.draft_edition(
        report=FIRST_PAPER, area=area, body="Cabinet", meeting_on=on, as_at=on, by=by, on=on
    )


def twenty_week_record(area: LocalArea) -> Iterator[str]:
    """Each year since 2019 that England has a figure for, with its counts and interval; missing is said as missing."""
    own = {figure.period.label: figure for figure in benchmarks.published(TWENTY_WEEKS, area.code)}
    years = [each for each in benchmarks.published(TWENTY_WEEKS, benchmarks.ENGLAND) if each.period.year >= SINCE]
    measure = years[-1].measure
    yield f"\n{measure.title} (EHC plan: education, health and care plan)"
    for year in years:
        yield f"  {year.period.label}  {_figure(own.get(year.period.label))}"
    if comparison := benchmarks.beside(TWENTY_WEEKS, area.code):
        yield f"  Beside it in {comparison.area.period.label}: {_beside(comparison, area.region)}"
    yield f"  Counted: {measure.counted}, out of {measure.out_of}."
    for citation in sorted({figure.citation for figure in own.values() if figure.period.year >= SINCE}):
        yield f"  Source: {citation}. Open Government Licence v3.0."


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "No figure: none is published for this area."
    if figure.value is None:
        return figure.no_interval
    shown = percent(figure.value)
    if figure.numerator is not None and figure.denominator is not None:
        plans = "plan" if figure.denominator == 1 else "plans"
        shown += f" ({number(figure.numerator)} of {number(figure.denominator)} {plans})"
    if (limits := figure.interval) is None:
        return f"{shown}. {figure.no_interval}"
    return f"{shown}, 95 % interval {number(limits.lower, 1)} to {percent(limits.upper)}"


def _beside(comparison: Comparison, region: str) -> str:
    wider = {
        "its neighbours’ mean": comparison.neighbours_mean,
        region: comparison.region.value if comparison.region else None,
        "England": comparison.england.value if comparison.england else None,
    }
    return "; ".join(f"{name}: {'no figure' if value is None else percent(value)}" for name, value in wider.items())


def neighbours(area: LocalArea) -> Iterator[str]:
    near = benchmarks.neighbours(area.code)
    if near:
        listed = date.fromisoformat(f"{near[0].version}-01")
        yield f"\nIts {len(near)} statistical neighbours (list of {listed:%B %Y}), nearest first:"
        yield f"  {'; '.join(each.area.name for each in near)}"


def findings(area: LocalArea) -> Iterator[str]:
    """Those of the last inspection that is recorded, word for word."""
    last = inspections.latest(area)
    if last is None:
        yield "\nNo inspection is recorded yet. Start again with --report FILE, the text of the last report."
        return
    yield f"\n{last}: {last.get_outcome_display() or 'not graded'}"
    for finding in inspections.findings(last):
        bodies = f" ({'; '.join(finding.responsible_bodies)})" if finding.responsible_bodies else ""
        yield indent(f"{finding}: {finding.text}{bodies}", "  ")


def _how_to_sign_in(username: str, password: str) -> Iterator[str]:
    if password:
        yield f"\nSign in as {username} with the password {password}"
        yield "It is shown this once. Change it after signing in, at “Change my password” at the foot of each page."
    else:
        yield f"\nSign in as {username}, as before."
    yield "Serve the pages with `goldenthread serve`."
