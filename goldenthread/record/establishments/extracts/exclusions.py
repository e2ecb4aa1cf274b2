"""Suspensions and permanent exclusions."""

import pyarrow as pa
import pyarrow.compute as pc

from . import when
from .cells import day, whole
from .made import Brought
from .send import born_months, primary_needs, statuses
from .sessions import repeated
from .told import Told
from .who import Known, children, say_closed, schools

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
    "starts": ("startdate", "start date", "exclusion start date", "date"),
    "sessions": ("sessions", "number of sessions", "half days"),
    "category": ("category", "exclusion category", "type of exclusion"),
    "reason1": ("reason1", "reason", "reason 1"),
    "reason2": ("reason2", "reason 2"),
    "reason3": ("reason3", "reason 3"),
}
# The census's categories. A lunchtime suspension is one half-day, and is counted among suspensions (DfE, Suspensions
# and permanent exclusions in England: methodology).
PERMANENT = {"PERM": True, "FIXD": False, "SUSP": False, "LNCH": False}
WORDS = {"permanent": "PERM", "permanent exclusion": "PERM", "suspension": "SUSP", "fixed": "SUSP",
         "fixed period": "SUSP", "fixed term": "SUSP", "lunchtime": "LNCH"}  # fmt: skip
MOST = 90  # half-days in a school year: 45 days (Education Act 2002, s. 51A; SI 2012/1033, reg. 4)


def read(told: Told, known: Known, brought: Brought) -> None:
    """Into `brought`. Each counts in the term in which it began."""
    starts = told.each("starts", day, pa.date32())
    told.tell(
        "PUP25", "error", pc.is_null(starts), "starts", "{value} is not a date. Nothing says when it began.",
        "Write the first day as 20/11/2025.",
    )  # fmt: skip
    urn, child = schools(told, known), children(told, known)
    say_closed(told, known, urn, starts)
    permanent = told.each("category", lambda cell: PERMANENT.get(_category(cell)), pa.bool_())
    told.tell(
        "PUP26", "error", pc.is_null(permanent), "category", "{value} is no category of exclusion.",
        "Give SUSP (or the older FIXD), LNCH or PERM.",
    )  # fmt: skip
    sessions = _sessions(told, permanent)
    columns = {
        "child": child, "urn": urn, "day": told_term(starts), "starts_on": starts, "born_month": born_months(told),
        "send": statuses(told, needed=False), "need": primary_needs(told, {}, known), "permanent": permanent,
        "sessions": sessions,
    }  # fmt: skip
    kinds = [told.text(name) for name in ("category", "sessions", "reason1", "reason2", "reason3")]
    twice = repeated(told, (child, urn, starts, *kinds), "This exclusion is told twice.")
    table = pa.table({**columns, "kind": pc.binary_join_element_wise(*kinds, "|")})
    brought.take("exclusions", told, _told_apart(table.filter(pc.invert(pc.or_(told.aside, twice)))))


def told_term(starts: pa.Array) -> pa.Date32Array:
    encoded = starts.dictionary_encode()
    terms = [when.term_of(each) for each in encoded.dictionary.to_pylist()]
    return pa.array(terms, pa.date32()).take(encoded.indices)


def _category(cell: str) -> str:
    return WORDS.get(cell.strip().lower(), cell.strip().upper())


def _sessions(told: Told, permanent: pa.Array) -> pa.Int64Array:
    """Of a suspension; a permanent exclusion has no length."""
    sessions = pc.if_else(permanent, pa.scalar(None, pa.int64()), told.each("sessions", whole, pa.int64()))
    told.tell(
        "PUP27", "query", pc.and_(pc.equal(permanent, False), pc.is_null(sessions)), "sessions",
        "Nothing says for how many half-days this pupil was suspended.", "The suspension is counted, without a length.",
    )  # fmt: skip
    told.tell(
        "PUP28", "query", pc.greater(sessions, MOST), "sessions",
        f"{{value}} half-days are more than the {MOST} for which a pupil may be suspended in a school year.",
        "Look whether the number is of half-days. The suspension is counted.",
    )  # fmt: skip
    return sessions


def _told_apart(table: pa.Table) -> pa.Table:
    """Numbered 1, 2 … where one pupil has several from one day, in an order that does not hang on the file's own."""
    keys = ("child", "urn", "starts_on")
    ordered = table.sort_by([(name, "ascending") for name in (*keys, "kind")])
    number, before, rows = 0, None, []
    for key in zip(*(ordered[name].to_pylist() for name in keys), strict=True):
        number = number + 1 if key == before else 1
        before = key
        rows.append(str(number))
    return ordered.drop_columns(["kind"]).append_column("row", pa.array(rows, pa.string()))
