"""Half-days (sessions) that pupils could have attended in a term, and those that they missed."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from . import when
from .attendance import CODES, MARKS, Session, meaning
from .cells import whole
from .made import Brought
from .send import born_months, primary_needs, statuses
from .told import Told
from .who import Known, children, rolls, say_closed, schools

WANTED = {
    "upn": ("unique pupil number", "upn", "pupil number"),
    "roll": ("pupilonrolltableid",),
    "urn": ("urn", "school urn", "unique reference number"),
    "laestab": ("laestab", "dfe number", "la estab", "school number"),
    "native": ("NativeId",),
    "surname": ("surname", "legal surname", "last name"),
    "forename": ("forename", "legal forename", "first name"),
    "postcode": ("postcode", "home postcode"),
    "born": ("dob", "date of birth", "birth date", "personbirthdate"),
    "sen": ("senprovision", "sen provision", "sen status", "sen"),
    "need": ("primary need", "primary sen need"),
    "term": ("term", "term and year", "school term"),
    "year": ("year", "academic year", "school year"),
    "possible": ("termlysessionspossible", "sessions possible", "possible sessions"),
    "authorised": ("termlysessionsauthorised", "authorised", "sessions authorised", "authorised absence"),
    "unauthorised": ("termlysessionsunauthorised", "unauthorised", "sessions unauthorised", "unauthorised absence"),
    "code": ("attendancereason", "attendance code", "code"),
    "sessions": ("sessions", "absencesessions", "number of sessions"),
}
NUMBERS = ("possible", "authorised", "unauthorised")


def read(
    told: Told, term_on: date | None, known: Known, brought: Brought, possible: Mapping[str, int] | None = None
) -> None:
    """Into `brought`. `term_on` is the term of rows that do not say theirs; `possible` sessions by the census's row
    number, for a file that tells of each code by itself.
    """
    if told.has("code"):
        told = by_codes(told, known, possible or {})
    days = terms(told, term_on)
    urn, child = schools(told, known), children(told, known)
    say_closed(told, known, urn, days)
    numbers = {name: _numbers(told, name) for name in NUMBERS}
    send = statuses(told, needed=False)
    _check(told, days, **numbers)
    columns = {
        "child": child, "urn": urn, "day": days, "born_month": born_months(told), "send": send,
        "need": primary_needs(told, {}, known), **numbers,
    }  # fmt: skip
    twice = repeated(told, (child, urn, days), "This pupil's half-days at this school are told twice for one term.")
    none = pc.equal(numbers["possible"], 0)
    told.tell(
        "PUP21", "query", none, "possible", "There was no half-day that this pupil could have attended.",
        "The row is left out: there is nothing to count. Look whether the pupil was still on roll.",
    )  # fmt: skip
    left = pc.or_kleene(pc.or_(told.aside, twice), none)
    brought.take("sessions", told, pa.table(columns).filter(pc.invert(pc.fill_null(left, True))))


def terms(told: Told, term_on: date | None) -> pa.Date32Array:
    """First days of the terms, by the columns of term and year, else `term_on`."""
    words = pc.binary_join_element_wise(told.text("term"), told.text("year"), " ")
    own = Told(told.name, {"words": words}, {}, told.numbers).each("words", when.named_term, pa.date32())
    said = pc.not_equal(pc.utf8_trim_whitespace(words), "")
    column = "term" if told.has("term") else "year"
    told.tell(
        "PUP17", "error", pc.and_(said, pc.is_null(own)), column, "“{value}” does not say which term of which year.",
        "Write it as Autumn 2025, or Spring 2025/26. A school year is two years that follow each other.",
    )  # fmt: skip
    days = pc.if_else(said, own, pa.scalar(term_on, pa.date32()))
    told.tell(
        "PUP18", "error", pc.and_(pc.invert(said), pc.is_null(days)), column, "Nothing says which term this row is of.",
        "Say which term below, as Autumn 2025; or give it in a column headed Term.",
    )  # fmt: skip
    return days


def repeated(told: Told, key: tuple[pa.Array, ...], message: str) -> pa.BooleanArray:
    """Rows whose key stood in an earlier row; each is queried."""
    seen: set[tuple[object, ...]] = set()
    twice = []
    for row in zip(*(column.to_pylist() for column in key), strict=True):
        twice.append(row in seen and None not in row)
        seen.add(row)
    mask = pa.array(twice, pa.bool_())
    told.tell("PUP14", "query", mask, "upn", message, "It is counted once. Look which of the rows is right.")
    return mask


def _numbers(told: Told, name: str) -> pa.Int64Array:
    numbers = told.each(name, whole, pa.int64())
    told.tell(
        "PUP19", "error", pc.is_null(numbers), name, "{value} is not a number of half-days.",
        "Give a whole number; 0 where there was none. An empty cell is not taken for 0.",
    )  # fmt: skip
    return numbers


def _check(told: Told, days: pa.Array, possible: pa.Array, authorised: pa.Array, unauthorised: pa.Array) -> None:
    told.tell(
        "PUP20", "error", pc.greater(pc.add(authorised, unauthorised), possible), "possible",
        "More half-days were missed than the {value} that were possible.",
        "Ask the school for the right numbers. The row is kept aside: no share of absence can pass 100 %.",
    )  # fmt: skip
    for term_on in pc.unique(days).to_pylist():
        if term_on is not None:
            most = when.most_sessions(term_on)
            told.tell(
                "PUP22", "error", pc.and_(pc.equal(days, pa.scalar(term_on)), pc.greater(possible, most)), "possible",
                f"{{value}} half-days are more than the {most} that a term can hold, two on each weekday.",
                "Look whether the row is of a whole year, or of days rather than half-days.",
            )  # fmt: skip


def by_codes(told: Told, known: Known, possible: Mapping[str, int]) -> Told:
    """One row for each code → one row a pupil. A file of absences alone needs the census's possible half-days."""
    kinds = told.each("code", lambda code: _kind(code), pa.string())
    told.tell(
        "PUP23", "error", pc.is_null(kinds), "code", "{value} is no attendance code.",
        f"Give one of {', '.join(CODES)}. The half-days of this row are not counted.",
    )  # fmt: skip
    sessions = _numbers(told, "sessions")
    keys = [name for name in ("upn", "roll", "urn", "laestab", "native", "surname", "forename", "born", "postcode",
                              "sen", "need", "term", "year") if told.has(name)]  # fmt: skip
    sums = {
        kind: pc.if_else(pc.equal(kinds, kind.value), sessions, 0)
        for kind in (Session.PRESENT, Session.AUTHORISED, Session.UNAUTHORISED)
    }
    table = told.kept({**{name: told.text(name) for name in keys}, **{str(k): v for k, v in sums.items()},
                       "number": told.numbers})  # fmt: skip
    aggregates = [*((str(kind), "sum") for kind in sums), ("number", "min")]
    grouped = table.group_by(keys, use_threads=False).aggregate(aggregates)
    marked = bool(set(pc.unique(told.text("code")).to_pylist()) & set(MARKS))
    return _a_pupil_a_row(told, grouped, keys, known, None if marked else possible)


def _kind(code: str) -> str | None:
    found = meaning(code)
    return found.value if found else None


def _a_pupil_a_row(
    told: Told, grouped: pa.Table, keys: list[str], known: Known, possible: Mapping[str, int] | None
) -> Told:
    missed = {kind: grouped[f"{kind}_sum"].combine_chunks() for kind in ("authorised", "unauthorised")}
    texts = {name: grouped[name] for name in keys}
    made = Told(told.name, texts, told.headings, grouped["number_min"])
    if possible is None:
        most = pc.add(grouped["present_sum"].combine_chunks(), pc.add(*missed.values()))
    else:
        most = pa.array([possible.get(roll) for roll in rolls(made, known).to_pylist()], pa.int64())
    for name, numbers in {"possible": most, **missed}.items():
        made.columns[name] = pc.fill_null(pc.cast(numbers, pa.string()), "")
    if possible is not None and not possible:
        made.say(
            "PUP24", "error",
            "This file tells of absences only: nothing says how many half-days were possible.", "code",
            "Bring it in one zip with the census's own table of pupils (pupilonroll), which has them.",
        )  # fmt: skip
    made.problems[:0] = told.problems
    made.lost = told.refused()
    return made
