"""Special educational needs as a pupil extract tells them: the status, the primary need, the month of birth."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.rules.sen2 import codes

from .cells import OLDER, month, sen
from .told import Told, understood
from .who import Known, rolls

NEEDS = frozenset((*codes.NEEDS, "NSA", "DS"))  # and: no specialist assessment yet; Down syndrome, since 2025
_OLDER_WORDS = {"S": "a statement, counted as an EHC plan", "A": "School Action, counted as SEN support",
                "P": "School Action Plus, counted as SEN support"}  # fmt: skip


def statuses(told: Told, *, needed: bool) -> pa.StringArray:
    """In the words of the frozen tables; null where the cell says none. `needed`: an empty cell is asked about."""
    send = told.each("sen", sen, pa.string())
    empty = pc.equal(told.text("sen"), "")
    told.tell(
        "PUP8", "query", pc.and_(pc.is_null(send), pc.invert(empty)), "sen", "{value} is no code of SEN provision.",
        "Give N, K or E. The pupil is counted, under no status.",
    )  # fmt: skip
    if needed:
        told.tell(
            "PUP9", "query", empty, "sen", "Nothing says whether this pupil has special educational needs.",
            "Give N, K or E. An empty cell is not taken for none: the pupil is counted, under no status.",
        )  # fmt: skip
    older = told.each("sen", lambda cell: cell.strip().upper() if cell.strip().upper() in OLDER else None, pa.string())
    for count in pc.value_counts(pc.drop_null(older)).to_pylist():
        told.say(
            "PUP10", "query",
            f"{count['counts']:,} rows have the older code {count['values']}: {_OLDER_WORDS[count['values']]}.", "sen",
            "These codes ended with the Children and Families Act 2014. Look whether the file is an old one.",
        )  # fmt: skip
    return send


def primary_needs(told: Told, listed: Mapping[str, str], known: Known) -> pa.StringArray:
    """The pupil's own column, else the first in rank of those listed by the census's row number."""
    own = told.each("need", lambda cell: cell.strip().upper() or None, pa.string())
    if listed and told.has("roll"):
        own = pc.coalesce(own, understood(rolls(told, known), listed.get, pa.string()))
    known_codes = pc.is_in(own, pa.array(sorted(NEEDS)))
    strange = pc.and_(pc.is_valid(own), pc.invert(known_codes))
    told.tell(
        "PUP11", "query", strange, "need" if told.has("need") else "roll",
        "The primary need of this pupil is no code of the census.", "Give a code such as SLCN or SEMH.",
    )  # fmt: skip
    return pc.if_else(known_codes, own, pa.scalar(None, pa.string()))


def first_needs(told: Told, known: Known) -> dict[str, str]:
    """{row number of the census, as a pseudonym: need}, by the table of needs: the one of the lowest rank."""
    ranks = told.each("rank", lambda cell: float(cell) if cell.replace(".", "", 1).isdecimal() else 99.0, pa.float64())
    listed = zip(rolls(told, known).to_pylist(), ranks.to_pylist(), told.text("need").to_pylist(), strict=True)
    best: dict[str, tuple[float, str]] = {}
    for roll, rank, need in listed:
        if roll and need and (roll not in best or rank < best[roll][0]):
            best[roll] = (rank, need.strip().upper())
    return {roll: need for roll, (_, need) in best.items()}


def born_months(told: Told) -> pa.Date32Array:
    """First days of the months of birth; the day itself is not kept."""
    born = told.each("born", month, pa.date32())
    told.tell(
        "PUP12", "query", pc.and_(pc.is_null(born), pc.not_equal(told.text("born"), "")), "born",
        "This birth date cannot be read. The pupil is counted, at no age.", "Write it as 25/04/2020.",
    )  # fmt: skip
    return born
