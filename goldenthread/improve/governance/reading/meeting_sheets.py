"""The sheets of who meets, when, about what, what they decided and what was promised there."""

from goldenthread.improve.governance.models import (
    AgendaItem,
    Attendance,
    Body,
    Commitment,
    Decision,
    Meeting,
    Rhythm,
    Seat,
    TabledPaper,
)

from .cells import day, day_or_words, hour, number, one_of, tick, words
from .sheets import Column, Kind

KINDS_OF_BODY = {
    "working group": Body.Kind.GROUP, "workstream": Body.Kind.GROUP, "steering group": Body.Kind.GROUP,
    "cabinet": Body.Kind.EXECUTIVE, "council": Body.Kind.EXECUTIVE, "executive": Body.Kind.EXECUTIVE,
    "scrutiny panel": Body.Kind.SCRUTINY, "scrutiny committee": Body.Kind.SCRUTINY,
    "improvement board": Body.Kind.BOARD, "partnership board": Body.Kind.BOARD,
    "parent carer forum": Body.Kind.FORUM, "forum": Body.Kind.FORUM, "integrated care board": Body.Kind.NHS,
    "outside": Body.Kind.EXTERNAL, "dfe": Body.Kind.EXTERNAL,
}  # fmt: skip
RHYTHMS = {
    "weekly": Rhythm.WEEKLY, "fortnightly": Rhythm.FORTNIGHTLY, "monthly": Rhythm.MONTHLY,
    "six-weekly": Rhythm.SIX_WEEKLY, "every other month": Rhythm.BIMONTHLY, "bi-monthly": Rhythm.BIMONTHLY,
    "quarterly": Rhythm.QUARTERLY, "termly": Rhythm.TERMLY, "yearly": Rhythm.YEARLY, "annually": Rhythm.YEARLY,
    "as needed": Rhythm.AS_NEEDED, "ad hoc": Rhythm.AS_NEEDED,
}  # fmt: skip
STATES = {
    "open": Commitment.State.OPEN, "in progress": Commitment.State.OPEN, "ongoing": Commitment.State.OPEN,
    "not started": Commitment.State.OPEN, "outstanding": Commitment.State.OPEN, "overdue": Commitment.State.OPEN,
    "kept": Commitment.State.KEPT, "done": Commitment.State.KEPT, "complete": Commitment.State.KEPT,
    "completed": Commitment.State.KEPT, "closed": Commitment.State.KEPT, "dropped": Commitment.State.DROPPED,
    "no longer needed": Commitment.State.DROPPED, "superseded": Commitment.State.DROPPED,
}  # fmt: skip
PURPOSES = {
    "decision": AgendaItem.Purpose.DECISION, "for decision": AgendaItem.Purpose.DECISION,
    "discussion": AgendaItem.Purpose.DISCUSSION, "for discussion": AgendaItem.Purpose.DISCUSSION,
    "information": AgendaItem.Purpose.INFORMATION, "for information": AgendaItem.Purpose.INFORMATION,
    "noting": AgendaItem.Purpose.INFORMATION,
}  # fmt: skip
WHERE = Column("body", ("meeting of", "board", "meeting", "group", "forum"), words(120), needed=True)
WHEN = Column("date", ("meeting date", "date of meeting", "held on", "on", "day"), day, needed=True)
NUMBER = ("no", "item", "item no", "agenda number", "ref")

BODIES = Kind(
    "Bodies",
    Body,
    ("groups and boards", "governance", "boards"),
    (
        Column("name", ("body", "board", "group"), words(120), needed=True),
        Column("kind", ("type",), one_of(Body.Kind, KINDS_OF_BODY)),
        Column("purpose", ("what it is for", "remit", "terms of reference"), words()),
        Column("rhythm", ("meets", "frequency", "how often"), one_of(Rhythm, RHYTHMS)),
        Column("workstream", ("leads workstream",), words(20)),
        Column("reports_to", ("accountable to", "reports into"), words()),
        Column("about", ("reports on", "on what"), words(200)),
    ),
)
MEMBERS = Kind(
    "Members",
    Seat,
    ("membership", "seats"),
    (
        Column("body", ("board", "group", "member of"), words(120), needed=True),
        Column("name", ("member", "who"), words(120), needed=True),
        Column("post", ("role", "job title", "title"), words(160)),
        Column("organisation", ("agency", "for"), words(120)),
        Column("chairs", ("chair", "is chair"), tick),
        Column("from", ("since", "start", "from date"), day),
        Column("until", ("to", "end", "left"), day),
    ),
)
MEETINGS = Kind(
    "Meetings",
    Meeting,
    ("forward plan", "calendar", "schedule of meetings"),
    (
        WHERE,
        WHEN,
        Column("time", ("starts at", "start time"), hour),
        Column("place", ("venue", "where", "location"), words(200)),
        Column("state", ("status",), one_of(Meeting.State)),
        Column("why_cancelled", ("reason cancelled", "reason"), words(300)),
        Column("minutes_agreed_on", ("minutes agreed", "minutes approved on"), day),
    ),
)
ATTENDANCE = Kind(
    "Attendance",
    Attendance,
    ("attendees", "who came"),
    (
        WHERE,
        WHEN,
        Column("name", ("attendee", "member", "who"), words(120), needed=True),
        Column("post", ("role", "job title"), words(160)),
        Column("apologies", ("sent apologies",), tick),
    ),
)
AGENDA = Kind(
    "Agenda",
    AgendaItem,
    ("agendas", "agenda items", "minutes"),
    (
        WHERE,
        WHEN,
        Column("number", NUMBER, number),
        Column("title", ("agenda item", "subject", "topic"), words(200), needed=True),
        Column("purpose", ("for",), one_of(AgendaItem.Purpose, PURPOSES)),
        Column("presenter", ("presented by", "lead", "who"), words(120)),
        Column("minutes", ("what was said", "discussion", "notes"), words()),
    ),
)
PAPERS = Kind(
    "Papers",
    TabledPaper,
    ("tabled papers", "reports"),
    (
        WHERE,
        WHEN,
        Column("number", NUMBER, number, needed=True),
        Column("title", ("paper", "report"), words(200), needed=True),
        Column("address", ("link", "where it is kept", "url"), words(300)),
        Column("words", ("what it says", "summary"), words()),
        Column("captured_on", ("captured", "published on"), day),
    ),
)
DECISIONS = Kind(
    "Decisions",
    Decision,
    ("decision log", "decisions taken"),
    (
        WHERE,
        WHEN,
        Column("number", ("no", "decision no", "decision number", "ref"), number),
        Column("decision", ("words", "what was decided", "resolved"), words(), needed=True),
        Column("item", ("agenda item", "agenda number"), number),
        Column("to_do", ("somebody must act", "follow up", "needs action"), tick),
    ),
)
COMMITMENTS = Kind(
    "Commitments",
    Commitment,
    ("action log", "action tracker", "actions arising", "matters arising", "promises", "follow up"),
    (
        Column("commitment", ("words", "what was promised", "promise", "what", "action", "task"), words(), needed=True),
        Column("made_at", ("body", "meeting", "board", "made to", "source"), words(120)),
        Column("date", ("made on", "meeting date", "agreed on", "on"), day, needed=True),
        Column("decision", ("decision no", "decision number"), number),
        Column("owner", ("by whom", "who", "lead", "responsible"), words(160), needed=True),
        Column("due", ("by when", "due date", "deadline", "target date"), day_or_words),
        Column("state", ("status", "progress"), one_of(Commitment.State, STATES)),
        Column("ended_on", ("done on", "completed on", "closed on", "kept on"), day),
        Column("reason", ("why dropped", "reason dropped", "why"), words(300)),
        Column("proof", ("evidence", "proof of it"), words(200)),
        Column("proof_kept_at", ("link", "evidence kept at"), words(300)),
        Column("proof_captured_on", ("proof captured", "evidence captured"), day),
        Column("accepted_by", ("proof accepted by", "checked by", "evidence accepted by"), words(160)),
        Column("accepted_on", ("proof accepted on", "checked on", "evidence accepted on"), day),
        Column("action_ref", ("plan ref", "kept through", "plan reference"), words(20)),
    ),
)
