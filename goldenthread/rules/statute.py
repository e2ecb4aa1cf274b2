"""Every number in the law: from when, its value, and where it is written. No other file holds one.

A case keeps the law in force on the day its clock started: ask `in_force(LAW, that_day)`. To change the law, close the
provision with `until` and put its successor beside it.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from goldenthread.rules.provision import (
    ClosureWindow,
    Days,
    Ground,
    LeavingDay,
    Limit,
    Months,
    NthWeekday,
    Provision,
    Weeks,
    WorkingDays,
    YearDay,
    YearDays,
)

START = date(2014, 9, 1)  # Part 3 of the Children and Families Act 2014 and the Regulations under it
SEND = "SEND Regulations 2014, regulation "
ACT = "Children and Families Act 2014, section "
TRIBUNAL = "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008, rule "
RECALLED = "From practitioners' knowledge; check the text before quoting it."

# A new request: clocks start when the council receives it, or becomes responsible (section 24)
DECIDE = (Provision(START, Weeks(6), SEND + "5"),)
ADVICE = (Provision(START, Weeks(6), SEND + "8"),)
REFUSE_TO_ISSUE = (Provision(START, Weeks(16), SEND + "10"),)
FINAL_PLAN = (Provision(START, Weeks(20), SEND + "13"),)
COMMENT_PERIOD = (Provision(START, Days(15), SEND + "13"),)  # the day of service is the first of them

# A maintained plan
REVIEW_PERIOD = (Provision(START, Months(12), ACT + "44"),)
REVIEW_DECISION = (Provision(START, Weeks(4), SEND + "20"),)
REVIEW_FINAL_FROM_NOTICE = (Provision(START, Weeks(8), SEND + "22"),)
REVIEW_FINAL_FROM_MEETING = (
    Provision(
        START,
        Weeks(12),
        "SEND Regulations 2014, regulations 20 and 22; R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)",
        note="The judgment declared in 2022 what the Regulations had meant from the start.",
    ),
)
REASSESS_REPLY = (Provision(START, Days(15), SEND + "25"),)
REASSESS_FINAL = (Provision(START, Weeks(14), SEND + "27"),)

# Phase transfer: "before" the day named, in the calendar year of the move; post-16 moves at least so long before
PHASE_TRANSFER_SCHOOL = (Provision(START, YearDay(2, 15), SEND + "18(1)(b)"),)
PHASE_TRANSFER_POST16 = (Provision(START, YearDay(3, 31), SEND + "18(1)(a)"),)
PHASE_TRANSFER_WITHIN_POST16 = (Provision(START, Months(5), SEND + "18(2)"),)

# A move to another council
MOVE_TRANSFER = (Provision(START, WorkingDays(15), SEND + "15(2)"),)
MOVE_LETTER = (Provision(START, Weeks(6), SEND + "15(4)"),)
MOVE_REVIEW = (Provision(START, Months(3), SEND + "15(5)", verified=False, note=f"The three months: {RECALLED}"),)

# Mediation and appeal
MEDIATION_CONTACT = (Provision(START, Months(2), SEND + "33"),)
MEDIATION_ARRANGE = (
    Provision(START, Days(30), SEND + "36", note="The thirty days are verified; the regulation's number is recalled."),
)
MEDIATION_DECLINED = (Provision(START, WorkingDays(3), SEND + "34"),)
MEDIATION_ENDED = (
    Provision(
        START, WorkingDays(3), SEND + "39", note="The three days are verified; the regulation's number is recalled."
    ),
)
APPEAL = (Provision(START, Months(2), TRIBUNAL + "20"),)
APPEAL_CERTIFICATE = (Provision(START, Months(1), TRIBUNAL + "20"),)
APPEAL_RESPONSE = (Provision(START, WorkingDays(30), TRIBUNAL + "21", verified=False, note=RECALLED),)
TRIBUNAL_CLOSED = (
    Provision(
        START,
        (YearDays(YearDay(12, 25), YearDay(1, 1)), YearDays(YearDay(8, 1), YearDay(8, 31))),
        "rule 12 for the days when it is closed",
        verified=False,
        note="The effect on appeals is verified from IPSEA's page; the rule's own text is recalled.",
    ),
)

# A tribunal's order, or the council's concession: from the day it was sent. A council's duty, so August counts
AMENDED = date(2015, 4, 1)
ORDER_ASSESS = (
    Provision(
        START,
        Weeks(4),
        SEND + "44",
        until=date(2015, 3, 31),
        verified=False,
        note="The text as first made; the day of its change is recalled.",
    ),
    Provision(AMENDED, Weeks(2), SEND + "44", note="As amended by SI 2015/359; its first day is recalled."),
)
ORDER_NO_PLAN = (Provision(START, Weeks(10), SEND + "44"),)
ORDER_FINAL_AFTER_ASSESS = (Provision(START, Weeks(14), SEND + "44"),)
ORDER_DRAFT = (Provision(START, Weeks(5), SEND + "44"),)
ORDER_FINAL = (Provision(START, Weeks(11), SEND + "44"),)
ORDER_CONTENTS = (Provision(START, Weeks(5), SEND + "44"),)
ORDER_SCHOOL = (Provision(START, Weeks(2), SEND + "44"),)

# Who holds the rights
SCHOOL_LEAVING = (
    Provision(
        date(1981, 9, 1),  # by day of birth: the first year group to leave on this day, in 1998
        LeavingDay(age=16, on=NthWeekday(-1, 4, 6)),
        "Education Act 1996, section 8; School Leaving Date Order 1997",
    ),
)
ACADEMIC_YEAR_STARTS = (Provision(date(1900, 1, 1), YearDay(9, 1), "the school year, by common use"),)

# Exceptions. They disapply a limit; none adds a day
SCHOOL_CLOSURE = (Provision(START, ClosureWindow(Weeks(4), Weeks(1), Weeks(1)), SEND + "5(4)"),)
ALL_LIMITS = frozenset(Limit)
ASSESSMENT = frozenset({Limit.DECIDE, Limit.REFUSE, Limit.FINAL, Limit.REASSESS})
EXCEPTIONS: Mapping[str, Sequence[Provision[Ground]]] = {
    "EX-SCH": (
        Provision(
            START,
            Ground("the school was closed for four weeks or more", ASSESSMENT | {Limit.TRIBUNAL}),
            SEND + "5(4)",
        ),
    ),
    "EX-EY": (
        Provision(
            START,
            Ground("the early years setting was closed for four weeks or more", ASSESSMENT | {Limit.TRIBUNAL}),
            SEND + "5(4)",
        ),
    ),
    "EX-PERS": (
        Provision(
            START,
            Ground("exceptional personal circumstances", ALL_LIMITS),
            SEND + "10(4)",
            note=f"That it reaches regulation 8(2): {RECALLED}",
        ),
    ),
    "EX-ABS4": (
        Provision(
            START,
            Ground("away from the area for four weeks or more", ASSESSMENT | {Limit.ADVICE}),
            SEND + "10(4)",
            verified=False,
            note=RECALLED,
        ),
    ),
    "EX-ABS2": (
        Provision(
            START, Ground("away from the area for two weeks or more", frozenset({Limit.TRIBUNAL})), SEND + "44(3)"
        ),
    ),
    "EX-APPT": (
        Provision(START, Ground("an appointment for advice was missed", frozenset({Limit.ADVICE})), SEND + "8(2)"),
    ),
    "EX-REPS": (
        Provision(
            START,
            Ground("the family asked to say more, or to meet again", frozenset({Limit.TRIBUNAL})),
            SEND + "44(3)",
            note="Verified in part, from GOV.UK's guidance of 2018.",
        ),
    ),
    "EX-COVID": (
        Provision(
            date(2020, 5, 1),
            Ground("a reason relating to coronavirus", ALL_LIMITS),
            SEND + "2A (SI 2020/471)",
            until=date(2020, 9, 25),
            note="The days are verified; which limits it reached is recalled.",
        ),
    ),
}

# Inspection, the return, health
INSPECTION_FIELDWORK = (Provision(date(2023, 1, 1), WorkingDays(8), "area SEND inspection framework 2023"),)
INSPECTION_ON_SITE = (Provision(date(2023, 1, 1), WorkingDays(10), "area SEND inspection framework 2023"),)
STATEMENT_OF_ACTION = (
    Provision(
        date(2016, 5, 1),
        WorkingDays(70),
        "Children Act 2004 (Joint Area Reviews) Regulations 2015",
        until=date(2022, 12, 31),
        note="That the days are working days: by the arithmetic of one area's minutes.",
    ),
)
PRIORITY_ACTION_PLAN = (
    Provision(
        date(2023, 1, 1),
        WorkingDays(35),
        "area SEND inspection framework 2023",
        verified=False,
        note="Not found in an official text; one secondary source says 35 to 50.",
    ),
)
SEN2_CENSUS = (Provision(date(2010, 1, 1), NthWeekday(3, 3, 1), "SEN2 collection guide"),)
INITIAL_HEALTH_ASSESSMENT = (
    Provision(
        date(2011, 4, 1),
        WorkingDays(20),
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7",
        verified=False,
        note=RECALLED,
    ),
)

# Council meetings: clear days leave out the day of notice and the day of the meeting
AGENDA_NOTICE = (
    Provision(
        date(2002, 10, 1),
        WorkingDays(5),
        "Local Government Act 1972, section 100B",
        verified=False,
        note=f"Three clear days until 2002; that only working days are clear is from case law. {RECALLED}",
    ),
)
KEY_DECISION_NOTICE = (
    Provision(
        date(2012, 9, 10),
        Days(28),
        "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, "
        "regulation 9",
        verified=False,
        note=RECALLED,
    ),
)

# Scrutiny: an answer is owed only where the committee asked for one
SCRUTINY_RESPONSE = (
    Provision(
        date(2012, 5, 4),  # Part 1A of the Act in force for every council
        Months(2),
        "Local Government Act 2000, section 9FE",
        verified=False,
        note=f"That the day of receipt is the first of the two months: {RECALLED}",
    ),
)
HEALTH_SCRUTINY_RESPONSE = (
    Provision(
        date(2013, 4, 1),
        Days(28),
        "Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) Regulations 2013, "
        "regulation 22",
        verified=False,
        note=RECALLED,
    ),
)
