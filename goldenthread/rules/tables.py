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
        Column("area", "text", "three digits of the local area", required=True),
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
        Column("urn", "text", "the establishment attended first of all, where there is a plan"),
        Column("placed", "text", "kind of placement of the plan, where there is one"),
        Column("refusal_mediated", "flag", "mediation was held over the refusal to assess", required=True),
        Column("refusal_appealed", "flag", "the refusal to assess was appealed against", required=True),
        Column("no_plan_mediated", "flag", "mediation was held over the decision not to issue a plan", required=True),
        Column("no_plan_appealed", "flag", "the decision not to issue a plan was appealed against", required=True),
        Column("plan_mediated", "flag", "mediation was held over what the plan says", required=True),
        Column("plan_appealed", "flag", "what the plan says was appealed against", required=True),
    ),
)

PLANS = Table(
    "plans",
    "One EHC plan",
    ("plan",),
    (
        Column("area", "text", "three digits of the local area", required=True),
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
        Column("unit", "text", "unit or resourced: in a mainstream school's SEN unit or resourced provision"),
        Column("home_area", "flag", "the establishment stands in the area; null where that is not known"),
        Column("district", "text", "district in which the establishment stands"),
        Column("personal_budget", "flag", "a personal budget is in place; null where nobody said"),
        Column("residential", "text", "residential placement, as the return codes it"),
        Column("work_based", "text", "work-based placement, as the return codes it"),
        Column("transfer_due_on", "date", "the day by which the plan for the next phase must be final"),
        Column("transfer_final_on", "date", "the day it was final"),
    ),
)

REVIEWS = Table(
    "reviews",
    "One annual review that met",
    ("plan", "meeting_on"),
    (
        Column("area", "text", "three digits of the local area", required=True),
        Column("plan", "text", "the plan reviewed", required=True),
        Column("born_month", "date", "first day of the child's month of birth"),
        Column("need", "text", "primary need"),
        Column("placed", "text", "kind of placement"),
        Column("meeting_on", "date", "the day of the meeting", required=True),
        Column("decision", "text", "M maintain, A amend, C cease, null not yet"),
        Column("decided_on", "date", "the day the decision was sent"),
        Column("draft_on", "date", "the day the changes proposed were sent"),
    ),
)

SURVEY = Table(
    "survey",
    "One answer to one question of the experience survey",
    ("answered_on", "question", "row"),
    (
        Column("area", "text", "three digits of the local area", required=True),
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
        Column("area", "text", "three digits of the local area", required=True),
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
        Column("home_area", "flag", "it stands in the area; null where that is not known"),
        Column("district", "text", "district in which it stands"),
        Column("places", "whole", "places commissioned or built for"),
    ),
)

_PUPIL = (
    Column("area", "text", "three digits of the local area", required=True),
    Column("child", "text", "pseudonym of the pupil", required=True),
    Column("urn", "text", "the school", required=True),
    Column("placed", "text", "kind of the school; null where it is not in the register"),
    Column("district", "text", "district in which the school stands"),
    Column("born_month", "date", "first day of the month of birth"),
    Column("send", "text", "EHC plan, SEN support or no SEN"),
    Column("need", "text", "primary need, where there is one"),
)

PUPILS = Table(
    "pupils",
    "One pupil on the roll of one school on one census day",
    ("census_on", "child", "urn"),
    (
        *_PUPIL,
        Column("census_on", "date", "the census day", required=True),
        Column("main", "flag", "sole or main registration: the one that is counted", required=True),
    ),
)

SESSIONS = Table(
    "sessions",
    "The half-days of one pupil at one school in one term: what was possible and what was missed",
    ("term_on", "child", "urn"),
    (
        *_PUPIL,
        Column("term_on", "date", "first day of the term: 1 September, 1 January or 1 April", required=True),
        Column("possible", "whole", "sessions that the pupil could have attended", required=True),
        Column("authorised", "whole", "sessions missed with leave", required=True),
        Column("unauthorised", "whole", "sessions missed without leave", required=True),
    ),
)

EXCLUSIONS = Table(
    "exclusions",
    "One suspension or permanent exclusion",
    ("starts_on", "child", "urn"),
    (
        *_PUPIL,
        Column("row", "text", "tells equal rows apart", required=True),
        Column("starts_on", "date", "the first day", required=True),
        Column("permanent", "flag", "for good; otherwise a suspension", required=True),
        Column("sessions", "whole", "half-days of a suspension"),
    ),
)

RESIDENTS = Table(
    "residents",
    "How many people of an age live in the area",
    ("year", "ages"),
    (
        Column("area", "text", "three digits of the local area", required=True),
        Column("year", "whole", "of the middle-of-the-year estimate", required=True),
        Column("ages", "text", "0 to 25, 0 to 17 or 10 to 17", required=True),
        Column("people", "whole", "residents", required=True),
    ),
)

ALL = (CASES, PLANS, REVIEWS, SURVEY, COMPLAINTS, ESTABLISHMENTS, PUPILS, SESSIONS, EXCLUSIONS, RESIDENTS)
BY_NAME = {table.name: table for table in ALL}
