"""The analytical tables: the contract between whatever supplied the facts and every measure that counts them.

A row carries no name, address or number given by the state: `child`, `case` and `plan` are pseudonyms made with the
installation's own key. A birth date is cut to its month, which is all that the age rules need (ages are taken at 31
August).
Dates later than the snapshot's `as_at` are never in a table: what had not happened yet is null.
"""

from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "date", "flag", "whole"]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`key` orders the rows of a frozen table, so that equal facts make equal bytes."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


CASES = Table(
    "cases",
    "One request for an EHC needs assessment, followed to its end",
    ("case",),
    (
        Column("case", "text", "pseudonym of the request", required=True),
        Column("child", "text", "pseudonym of the child or young person", required=True),
        Column("born_month", "date", "first day of the month of birth"),
        Column("sex", "text", "as the return codes it"),
        Column("received_on", "date", "the clock's start", required=True),
        Column("source", "text", "who asked, as the return codes it"),
        Column(
            "decided_before", "flag", "whether to assess was decided before the collection it came in", required=True
        ),
        Column("ended_before", "flag", "the assessment ended before it too: known for its plan only", required=True),
        Column("decision", "text", "Y assess, N refuse, W withdrawn, null not yet"),
        Column("decided_on", "date", "the day the family was told whether there will be an assessment"),
        Column("outcome", "text", "Y plan, N no plan, W withdrawn, null not yet"),
        Column("outcome_on", "date", "the day the assessment ended with a plan or without"),
        Column("exceptions", "flag", "an exception to the 20-week limit is recorded", required=True),
        Column("issued_on", "date", "the day the final plan was issued"),
        Column("left_on", "date", "the day it ended without a plan: refused, no plan, withdrawn, exported"),
        Column("closed_on", "date", "the day it stopped being open: issued_on or left_on"),
        Column("moved_away", "flag", "the case was exported to another area", required=True),
        Column("transferred_in", "flag", "the plan came from another area", required=True),
        Column("need", "text", "primary need of the plan, where there is one"),
    ),
)

PLANS = Table(
    "plans",
    "One EHC plan",
    ("plan",),
    (
        Column("plan", "text", "pseudonym of the plan", required=True),
        Column("case", "text", "the case it came from", required=True),
        Column("child", "text", "pseudonym of the child or young person", required=True),
        Column("born_month", "date", "first day of the month of birth"),
        Column("sex", "text", "as the return codes it"),
        Column("issued_on", "date", "in force from", required=True),
        Column("ceased_on", "date", "in force until the day before"),
        Column("cease_reason", "text", "as the return codes it"),
        Column("transferred_in", "flag", "the plan came from another area", required=True),
        Column("need", "text", "primary need"),
        Column("urn", "text", "the establishment attended first of all"),
        Column(
            "placed", "text", "kind of placement: mainstream, special, early_years, post16, …, or the return's own code"
        ),
    ),
)

REVIEWS = Table(
    "reviews",
    "One annual review that met",
    ("plan", "meeting_on"),
    (
        Column("plan", "text", "the plan reviewed", required=True),
        Column("born_month", "date", "first day of the child's month of birth"),
        Column("need", "text", "primary need"),
        Column("meeting_on", "date", "the day of the meeting", required=True),
        Column("decision", "text", "M maintain, A amend, C cease, null not yet"),
        Column("decided_on", "date", "the day the decision was sent"),
    ),
)

SURVEY = Table(
    "survey",
    "One answer to one question of the experience survey",
    ("answered_on", "question", "row"),
    (
        Column("row", "text", "tells equal answers apart", required=True),
        Column("answered_on", "date", "the day of the answer", required=True),
        Column("question", "text", "code of the question", required=True),
        Column("answer", "whole", "1 worst to 5 best; null when left blank"),
        Column("age_band", "text", "of the child"),
        Column("need", "text", "primary need of the child"),
    ),
)

COMPLAINTS = Table(
    "complaints",
    "One complaint about support for children with SEND",
    ("received_on", "row"),
    (
        Column("row", "text", "tells equal complaints apart", required=True),
        Column("received_on", "date", "the day it came", required=True),
        Column("theme", "text", "what it is about"),
        Column("stage", "whole", "1, 2 or 3"),
        Column("outcome", "text", "upheld, partly upheld, not upheld"),
        Column("responded_on", "date", "the day of the answer"),
    ),
)

ESTABLISHMENTS = Table(
    "establishments",
    "One school or setting",
    ("urn",),
    (
        Column("urn", "text", "unique reference number", required=True),
        Column("name", "text", "public name", required=True),
        Column("phase", "text", "phase of education"),
        Column("kind", "text", "mainstream, special, …", required=True),
    ),
)

ALL = (CASES, PLANS, REVIEWS, SURVEY, COMPLAINTS, ESTABLISHMENTS)
BY_NAME = {table.name: table for table in ALL}
