"""An upload → all that it tells of pupils, and what its bringer may say of it otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from goldenthread.foundation.intake.source import Choice, Refused, Understanding, Upload

from . import census, exclusions, sessions, when
from .cells import whole
from .headings import kind_of
from .made import Brought, Made
from .reading import Part, parts, told
from .send import first_needs
from .told import Told
from .who import SCHOOL, Known, children, rolls

CHOICES_OF_SCHOOLS = 400


def brought(upload: Upload, known: Known, kind: str) -> tuple[Brought, tuple[Choice, ...]]:
    """Raises Refused where the upload has no table of the kind that its source reads."""
    found: dict[str, list[Part]] = {}
    for part in parts(upload):
        found.setdefault(kind_of(part) or kind, []).append(part)
    if kind not in found:
        raise Refused("This file holds no table of the kind chosen. Choose another kind, or another file.")
    into = Brought()
    census_on = _chosen_day(known, "census_on") or when.named_census(upload.name)
    term_on = _chosen_term(known) or _term_by_name(upload.name)
    possible = _census(found, upload, census_on, known, into)
    for part in found.get("sessions", ()):
        sessions.read(_of_a_school(told(part, sessions.WANTED), known), term_on, known, into, possible)
    for part in found.get("exclusions", ()):
        exclusions.read(_of_a_school(told(part, exclusions.WANTED), known), known, into)
    if not any(len(each) or each.lost for each in into.told):
        raise Refused("This file holds headings and no rows. Export it again, with the rows of its pupils.")
    return into, tuple(_choices(found, census_on, term_on, known))


def _census(
    found: Mapping[str, list[Part]], upload: Upload, census_on: date | None, known: Known, into: Brought
) -> dict[str, int]:
    """Also {row number: possible half-days} and the children by row number, for the other tables of the same zip."""
    listed: dict[str, str] = {}
    for part in found.get("needs", ()):
        listed |= first_needs(told(part, census.NEEDS_WANTED), known)
    possible: dict[str, int] = {}
    for part in found.get("census", ()):
        pupils = _of_a_school(told(part, {**census.WANTED, "possible": sessions.WANTED["possible"]}), known)
        census.say_wrong_year(pupils, upload.name, census_on)
        census.read(pupils, listed, census_on, known, into)
        if pupils.has("roll") and found.keys() & {"sessions", "exclusions"}:
            possible |= _by_roll(pupils, known)
    return possible


def _by_roll(pupils: Told, known: Known) -> dict[str, int]:
    numbers = rolls(pupils, known).to_pylist()
    quiet = Told(pupils.name, pupils.columns, {}, pupils.numbers)  # what is wrong was said once
    known.rolls |= {n: c for n, c in zip(numbers, children(quiet, known).to_pylist(), strict=True) if n and c}
    most = (whole(cell) for cell in pupils.text("possible").to_pylist())
    return {number: found for number, found in zip(numbers, most, strict=True) if number and found is not None}


def _of_a_school(rows: Told, known: Known) -> Told:
    """A file of one school need not name it in each row."""
    import pyarrow as pa

    if not any(rows.has(name) for name in ("urn", "laestab", "native")):
        rows.columns["urn"] = pa.repeat(pa.scalar(known.chosen.get("urn", "").strip()), len(rows))
        known.one_school = True
    return rows


def _chosen_day(known: Known, name: str) -> date | None:
    return when.named_census(known.chosen.get(name, ""))


def _chosen_term(known: Known) -> date | None:
    return when.named_term(known.chosen.get("term", ""))


def _term_by_name(name: str) -> date | None:
    """A census tells of the half-days of the term before it."""
    term_on = when.named_term(name)
    return when.term_before(term_on) if term_on and "census" in name.lower() else term_on


def _choices(
    found: Mapping[str, list[Part]], census_on: date | None, term_on: date | None, known: Known
) -> Iterator[Choice]:
    group = "What this file tells of"
    if "census" in found:
        said = f"{census_on.day} {census_on:%B %Y}" if census_on else ""
        yield Choice("census_on", "Census day, for rows that do not say theirs", said, group=group,
                     hint="Such as 15 January 2026.")  # fmt: skip
    if "sessions" in found:
        said = when.term_in_words(term_on) if term_on else ""
        yield Choice("term", "Term, for rows that do not say theirs", said, group=group,
                     hint="Such as Autumn 2025. A census tells of the half-days of the term before it.")  # fmt: skip
    if known.one_school:
        yield Choice("urn", "School of these pupils, by its URN", known.chosen.get("urn", ""), group=group)
        return
    for name in known.strange[:CHOICES_OF_SCHOOLS]:
        yield Choice(f"{SCHOOL}{name}", f"{name}: URN of the school", known.chosen.get(f"{SCHOOL}{name}", ""),
                     group="Schools that the register does not know by this name")  # fmt: skip


def refuse_still_to_come(made: Iterable[Made], on: date) -> None:
    """A mistyped year would lie unseen until it comes. Raises Refused."""
    for each in made:
        days = each.table["starts_on"].to_pylist() if each.kind == "exclusions" else [each.day]
        if (last := max(days, default=on)) > on:
            raise Refused(
                f"Some rows of this file tell of {last.day} {last:%B %Y}, which is still to come. Correct their days, "
                "or take them out, and bring the file again."
            )


def understanding(title: str, into: Brought, choices: tuple[Choice, ...]) -> Understanding:
    """`year`: the last day told of."""
    problems = tuple(problem for told_ in into.told for problem in told_.problems)
    rows = sum(made.table.num_rows for made in into.made)
    to_check = min(rows, sum(told_.to_check() for told_ in into.told))
    columns = {heading: name for told_ in into.told for name, heading in told_.headings.items()}
    days = sorted({made.day.isoformat() for made in into.made})
    return Understanding(
        title, rows - to_check, to_check, sum(told_.refused() for told_ in into.told),
        year=days[-1][:4] if days else "", problems=problems, facts={"columns": columns, "days": days},
        content=into.made, choices=choices,
    )  # fmt: skip
