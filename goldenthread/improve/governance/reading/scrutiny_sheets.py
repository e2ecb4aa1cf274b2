"""The sheets of what members recommended, what was claimed, what advisers saw, and what was expected by a day."""

from goldenthread.improve.governance.models import (
    Claim,
    EvidenceSeen,
    Expectation,
    Recommendation,
    Response,
    Review,
    Step,
    Visit,
)

from .cells import day, one_of, tick, words
from .sheets import Column, Kind

ANSWERS = {
    "partially agreed": Response.Kind.PARTLY, "part agreed": Response.Kind.PARTLY, "accepted": Response.Kind.AGREED,
    "rejected": Response.Kind.NOT_AGREED, "disagreed": Response.Kind.NOT_AGREED, "note": Response.Kind.NOTED,
    "superseded": Response.Kind.OVERTAKEN,
}  # fmt: skip
STATES = {
    "done": Response.State.COMPLETE, "completed": Response.State.COMPLETE, "ongoing": Response.State.IN_PROGRESS,
    "closed": Response.State.NOT_NEEDED, "no longer needed": Response.State.NOT_NEEDED,
    "open": Response.State.NOT_STARTED,
}  # fmt: skip
VERDICTS = {
    "true": Claim.Verdict.HOLDS, "partly": Claim.Verdict.PARTLY, "true but not the whole": Claim.Verdict.PARTLY,
    "false": Claim.Verdict.FAILS, "fails": Claim.Verdict.FAILS, "unchecked": Claim.Verdict.UNCHECKED,
    "unknown": Claim.Verdict.UNKNOWABLE,
}  # fmt: skip
LEVELS = {"none": Visit.Level.NONE, "some": Visit.Level.NOT_SIGNIFICANT, "significant": Visit.Level.SIGNIFICANT}
REVIEW = Column("review", ("code", "review code"), words(20), needed=True)
PRINTED = ("no", "printed number", "number as printed", "recommendation number", "recommendation no")
VISIT = Column("date", ("on", "visited on", "visit date"), day, needed=True)

REVIEWS = Kind(
    "Reviews",
    Review,
    ("scrutiny reviews",),
    (
        Column("code", ("review", "review code"), words(20), needed=True),
        Column("title", ("name", "about"), words(200), needed=True),
        Column("body", ("panel", "committee", "made by"), words(120)),
        Column("approved_on", ("approved", "date approved", "date"), day, needed=True),
        Column("received_on", ("received", "date received"), day),
        Column("sent_to", ("who must respond", "made to", "to"), words(160)),
        Column("to_the_nhs", ("nhs", "health scrutiny"), tick),
    ),
)
RECOMMENDATIONS = Kind(
    "Recommendations",
    Recommendation,
    (),
    (
        REVIEW,
        Column("id", ("stable id", "identifier"), words(30)),
        Column("number", PRINTED, words(20)),
        Column("recommendation", ("words", "text"), words(), needed=True),
        Column("theme", ("topic", "about"), words(120)),
    ),
)
RESPONSES = Kind(
    "Responses",
    Response,
    ("response tracker", "recommendation tracker", "responses to scrutiny"),
    (
        REVIEW,
        Column("id", ("stable id", "recommendation", "recommendation id", "identifier"), words(30)),
        Column("number", PRINTED, words(20)),
        Column("response", ("kind", "answer", "decision"), one_of(Response.Kind, ANSWERS), needed=True),
        Column("reason", ("why", "reasons", "comment"), words()),
        Column("owner", ("lead", "responsible", "who"), words(160)),
        Column("due", ("due date", "by when", "timescale"), day),
        Column("given_by", ("answered by", "respondent"), words(160)),
        Column("given_on", ("answered on", "response date", "date"), day, needed=True),
        Column("state", ("status", "progress"), one_of(Response.State, STATES)),
        Column("state_on", ("as at", "state as at", "status date"), day),
        Column("members_accept", ("members’ view", "members view", "accepted by members"), tick),
        Column("members_say", ("members’ words", "members comment", "what members say"), words(400)),
        Column("viewed_by", ("view given by", "for the members"), words(160)),
        Column("viewed_on", ("view given on",), day),
        Column("proof", ("evidence",), words(200)),
        Column("proof_captured_on", ("proof captured", "evidence captured"), day),
        Column("accepted_by", ("proof accepted by", "evidence accepted by"), words(160)),
        Column("accepted_on", ("proof accepted on", "evidence accepted on"), day),
    ),
)
CLAIMS = Kind(
    "Claims",
    Claim,
    ("claims register", "figures said"),
    (
        Column("claim", ("words", "what was said", "figure"), words(), needed=True),
        Column("speaker", ("speaker’s role", "speakers role", "said by", "role"), words(120), needed=True),
        Column("said_on", ("date", "on", "when"), day, needed=True),
        Column("said_at", ("body", "meeting", "said where", "where"), words(200)),
        Column("cohort", ("of whom", "of whom and when"), words(200)),
        Column("source", ("source given", "source asked for"), words(300)),
        Column("sums", ("sum", "figures", "arithmetic"), words()),
        Column("measure", ("indicator", "measure code"), words(60)),
        Column("period", ("of which period",), words(10)),
        Column("verdict", ("result", "does it hold"), one_of(Claim.Verdict, VERDICTS)),
        Column("checked_value", ("what the check found", "checked figure"), words(300)),
        Column("why", ("how it was checked", "reason"), words()),
        Column("checked_by", ("who checked",), words(160)),
        Column("checked_on", ("date checked",), day),
    ),
)
VISITS = Kind(
    "Visits",
    Visit,
    ("monitoring visits", "adviser visits"),
    (
        VISIT,
        Column("kind", ("type", "visit"), one_of(Visit.Kind)),
        Column("attended", ("who attended", "attendees"), words()),
        Column("strengths", ("what is going well",), words()),
        Column("concerns", ("what is of concern", "issues"), words()),
        Column("level", ("level of concern",), one_of(Visit.Level, LEVELS)),
        Column("letter", ("letter title", "title of the letter"), words(200)),
        Column("letter_kept_at", ("letter address", "link"), words(300)),
        Column("letter_says", ("words of the letter",), words()),
        Column("letter_received_on", ("letter received", "date of letter"), day),
        Column("next_on", ("next", "next visit"), day),
    ),
)
SEEN = Kind(
    "Evidence seen",
    EvidenceSeen,
    ("evidence seen on visits",),
    (
        VISIT,
        Column("kind", ("type", "visit"), one_of(Visit.Kind)),
        Column("evidence", ("title", "what was seen"), words(200), needed=True),
        Column("action_ref", ("ref", "plan ref"), words(20)),
        Column("said", ("what was said of it", "comment"), words(400)),
    ),
)
EXPECTATIONS = Kind(
    "Expectations",
    Expectation,
    ("key implications", "expected outcomes"),
    (
        Column("plan", ("of the plan",), words(200)),
        Column("outcome", ("title", "expectation"), words(200), needed=True),
        Column("unmet", (), words(300)),
        Column("met", (), words(300)),
        Column("exceeded", (), words(300)),
        Column("significantly_exceeded", (), words(300)),
        Column("date_of_delivery", ("due", "due date", "date", "by"), day, needed=True),
        Column("date_as_written", ("date in words",), words(100)),
        Column("result", ("how it turned out",), one_of(Step, {"significantly exceeded": Step.SIGNIFICANTLY_EXCEEDED})),
        Column("result_on", ("date of result",), day),
        Column("because", ("what shows it", "reason"), words(400)),
        Column("visit", ("shown on visit", "visit on"), day),
    ),
)
