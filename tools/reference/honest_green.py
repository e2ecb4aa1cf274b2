"""Rules D1 to D8 and the dials, each shown by what rules/honesty really answers to the simplest case of it."""

from collections.abc import Iterator

from goldenthread.rules.honesty import Colour, Dial, Talk, as_rag
from goldenthread.rules.pipes.honesty import pipe
from tools.markdown import heading, table

TITLE = "Honest green: the rules"
AS_AT = "2026-10-31"
SOUND = {"last_update": "2026-10-20", "started": "2026-01-05"}
DONE = {"reported": "Blue", "lead": "A", "verified_by": "B", "evidence_accepted": 1}
CASES: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("D1", "its planned start has passed and it has not started",
     {"reported": "Green", "start_planned": "2026-10-01", "last_update": "2026-10-20"}),
    ("D2", "its due date has passed and it is not complete", {"reported": "Green", "due": "2026-09-30", **SOUND}),
    ("D3", "a milestone is missed, by 28 days at most",
     {"reported": "Green", "milestones": [{"name": "Staff trained", "due": "2026-10-10"}], **SOUND}),
    ("D3", "a milestone is missed by more than 28 days",
     {"reported": "Green", "milestones": [{"name": "Staff trained", "due": "2026-09-10"}], **SOUND}),
    ("D4", "no update within the plan's cadence (31 days unless the plan says otherwise)",
     {"reported": "Green", "started": "2026-01-05", "last_update": "2026-08-14"}),
    ("D5", "reported complete, and no evidence is accepted", {**DONE, "evidence_accepted": 0}),
    ("D6", "reported complete, and verified by nobody but its lead", {**DONE, "verified_by": "A"}),
    ("D7", "it depends on an unfinished action that is Red",
     {"reported": "Green", "depends_on": [{"reference": "2.4", "colour": "Red"}], **SOUND}),
)  # fmt: skip


def blocks() -> Iterator[str]:
    yield (
        "What an action's lead reports is kept as it is. Beside it stands the colour that the facts support: the worst "
        "that any of these allows. Each line is the rules' own answer to a case made for it."
    )
    yield table(["rule", "the fact", "supports at best", "what the page says"], [*_delivery(), _unsaved()])
    yield heading("The colours")
    yield table(
        ["colour", "letter", "shape", "means", "in a red–amber–green view"],
        [[one.word, one.letter, one.shape, one.meaning, " – ".join(as_rag(one))] for one in reversed(Colour)],
    )
    yield heading("The dials")
    yield (
        "An outcome has an *impact* dial, read from its measures, and a *families* dial, read from what families say. "
        "Of several measures the worst speaks. From worst to best:"
    )
    yield "\n".join(f"{number}. {one.value}" for number, one in enumerate(Dial, start=1))
    yield heading("The four talks")
    yield "Delivery and impact together say what a board needs to talk about: " + "; ".join(t.value for t in Talk) + "."


def _delivery() -> Iterator[list[str]]:
    for rule, fact, given in CASES:
        because = pipe.answer({"kind": "action", "as_at": AS_AT, **given})["because"]
        (reason,) = (one for one in because if one["id"] == rule)
        yield [rule, fact, reason["at_best"], reason["sentence"]]


def _unsaved() -> list[str]:
    missing = pipe.answer({"kind": "action", "as_at": AS_AT, "reported": "Red", **SOUND})["missing_to_save"]
    return ["D8", "reported Red without its remedy", "cannot be saved", f"Still wanted: {', '.join(missing)}."]
