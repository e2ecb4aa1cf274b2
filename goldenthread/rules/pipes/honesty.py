"""`goldenthread rules honesty`: an action's or an outcome's facts in; the colour they support out, with its because."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.rules.calendar import read_date
from goldenthread.rules.honesty import (
    ActionFacts,
    Colour,
    Dependency,
    MeasureFacts,
    Milestone,
    OutcomeFacts,
    Override,
    Policy,
    Reading,
    Remedy,
    Supported,
    may_save,
    outcome_standing,
    supported_colour,
    talk,
    verdict,
)
from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed

TEXT, COUNT, NUMBER, YES = (
    {"type": "string"},
    {"type": "integer", "minimum": 0},
    {"type": "number"},
    {"type": "boolean"},
)
DAY = {"type": "string", "format": "date"}
COLOUR = {"enum": [colour.word for colour in Colour]}
VERDICT = {"enum": ["common", "improvement", "concern", "neutral_high", "neutral_low"]}


def _shape(required: str, **properties: Json) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def _list(items: Json) -> dict[str, Any]:
    return {"type": "array", "items": items}


MILESTONE = _shape("name due", name=TEXT, due=DAY, met=DAY)
DEPENDENCY = _shape("reference colour", reference=TEXT, colour=COLOUR, ended=DAY)
REMEDY = _shape("", action=TEXT, owner=TEXT, due=DAY)
POLICY = _shape("", cadence_days=COUNT, milestone_red_after_days=COUNT)
OVERRIDE = _shape("who signed why until", who=TEXT, signed=DAY, why=TEXT, until=DAY, colour=COLOUR)
MEASURE = _shape(
    "title",
    title=TEXT,
    verdicts=_list(VERDICT),
    points_needed=COUNT,
    effect_from=DAY,
    target_holding=YES,
    lower=NUMBER,
    upper=NUMBER,
    unit=TEXT,
    latest=NUMBER,
    was=NUMBER,
    answers=COUNT,
    answers_needed=COUNT,
    not_heard_from=_list(TEXT),
    silent=_list(TEXT),
)
ACTION = _shape(
    "kind as_at reported",
    id={},
    kind={"const": "action"},
    as_at=DAY,
    reported=COLOUR,
    start_planned=DAY,
    started=DAY,
    due=DAY,
    milestones=_list(MILESTONE),
    last_update=DAY,
    evidence_accepted=COUNT,
    lead=TEXT,
    shared_with=_list(TEXT),
    verified_by=TEXT,
    verified=DAY,
    completed=DAY,
    depends_on=_list(DEPENDENCY),
    remedy=REMEDY,
    policy=POLICY,
    override=OVERRIDE,
)
OUTCOME = _shape(
    "kind as_at reported",
    id={},
    kind={"const": "outcome"},
    as_at=DAY,
    reported=COLOUR,
    effect_from=DAY,
    delivery=COLOUR,
    measures=_list(MEASURE),
    experience=_list(MEASURE),
    override=OVERRIDE,
)


def answer(asked: Json) -> Json:
    kind = needed(asked, "kind")
    if kind not in ("action", "outcome"):
        raise CannotAnswer(f"“kind” is action or outcome, not “{kind}”.")
    facts = _read(asked, ACTION if kind == "action" else OUTCOME, where="")
    return _action(facts) if kind == "action" else _outcome(facts)


def _action(facts: dict[str, Any]) -> Json:
    as_at, override = facts["as_at"], _override(facts)
    action = ActionFacts(
        reported=facts["reported"],
        start_planned_on=facts.get("start_planned"),
        started_on=facts.get("started"),
        due_on=facts.get("due"),
        milestones=tuple(Milestone(one["name"], one["due"], one.get("met")) for one in facts.get("milestones", ())),
        last_update_on=facts.get("last_update"),
        evidence_accepted=facts.get("evidence_accepted", 0),
        lead=facts.get("lead", ""),
        shared_with=tuple(facts.get("shared_with", ())),
        verified_by=facts.get("verified_by", ""),
        verified_on=facts.get("verified"),
        completed_on=facts.get("completed"),
        depends_on=tuple(
            Dependency(one["reference"], one["colour"], one.get("ended")) for one in facts.get("depends_on", ())
        ),
        remedy=_remedy(facts.get("remedy", {})),
    )
    supported = supported_colour(action, as_at, Policy(**facts.get("policy", {})))
    return {**_supported(supported, as_at, override), "missing_to_save": list(may_save(action))}


def _outcome(facts: dict[str, Any]) -> Json:
    standing = outcome_standing(
        OutcomeFacts(
            reported=facts["reported"],
            effect_from=facts.get("effect_from"),
            measures=tuple(_measure(one) for one in facts.get("measures", ())),
            experience=tuple(_measure(one) for one in facts.get("experience", ())),
        ),
        facts["as_at"],
    )
    board_talk = talk(facts["delivery"], standing.impact.dial) if "delivery" in facts else None
    return {
        **_supported(standing.supported, facts["as_at"], _override(facts)),
        "impact": _dial(standing.impact),
        "families": _dial(standing.families),
        "talk": board_talk.value if board_talk else None,
    }


def _supported(supported: Supported, as_at: date, override: Override | None) -> dict[str, Any]:
    stands = verdict(supported, as_at, override)
    return {
        "reported": supported.reported.word,
        "supported": supported.colour.word,
        "challenged": supported.challenged,
        "open": stands.open,
        "sentence": stands.sentence,
        "because": [
            {"id": reason.id, "at_best": reason.at_best.word, "sentence": reason.sentence}
            for reason in supported.because
        ],
    }


def _dial(reading: Reading) -> dict[str, str]:
    return {"dial": reading.dial.value, "because": reading.because}


def _measure(facts: dict[str, Any]) -> MeasureFacts:
    frozen: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in facts.items()}
    return MeasureFacts(**frozen)


def _remedy(facts: dict[str, Any]) -> Remedy:
    return Remedy(facts.get("action", ""), facts.get("owner", ""), facts.get("due"))


def _override(facts: dict[str, Any]) -> Override | None:
    given = facts.get("override")
    if not given:
        return None
    return Override(given["who"], given["signed"], given["why"], given["until"], given.get("colour"))


def _read(value: object, shape: Json, where: str) -> Any:
    """A value of the shape that the schema asks for: dates and colours read, nulls left out, anything else refused.

    A key that is not known is refused too: a fact lost to a slip of spelling would leave the colour too good.
    """
    if shape is DAY:
        return _or_refuse(where, read_date, value)
    if shape is COLOUR:
        return _or_refuse(where, lambda name: Colour.named(str(name)), value)
    if "enum" in shape and value not in shape["enum"]:
        raise CannotAnswer(f"“{where}” is one of {', '.join(shape['enum'])}, not “{value}”.")
    if shape.get("type") == "object":
        return _read_object(value, shape, where)
    if shape.get("type") == "array":
        return [_read(one, shape["items"], f"{where}[{at}]") for at, one in enumerate(_a(list, value, where, "a list"))]
    return _read_plain(value, shape, where)


def _read_object(value: object, shape: Json, where: str) -> dict[str, Any]:
    known: Mapping[str, Json] = shape["properties"]
    given = {key: one for key, one in _a(dict, value, where, "an object").items() if one is not None}
    path = f"{where}." if where else ""
    for key in given.keys() - known.keys():
        raise CannotAnswer(f"“{path}{key}” is not a fact that this rule knows. It knows {', '.join(known)}.")
    for key in shape["required"]:
        if key not in given:
            raise CannotAnswer(f"“{path}{key}” is missing. Give it and ask again.")
    return {key: _read(one, known[key], path + key) for key, one in given.items()}


def _read_plain(value: object, shape: Json, where: str) -> object:
    if shape is TEXT:
        return _a(str, value, where, "text")
    if shape is YES:
        return _a(bool, value, where, "true or false")
    if shape is COUNT and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise CannotAnswer(f"“{where}” is a whole number, not “{value}”.")
    if shape is NUMBER and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise CannotAnswer(f"“{where}” is a number, not “{value}”.")
    return value


def _a(kind: type, value: object, where: str, words: str) -> Any:
    if not isinstance(value, kind):
        raise CannotAnswer(f"“{where}” is {words}, not “{value}”.")
    return value


def _or_refuse(where: str, read: Any, value: object) -> Any:
    try:
        return read(value)
    except ValueError as why:
        raise CannotAnswer(f"“{where}”: {why}") from why


DIAL = _shape("dial because", dial=TEXT, because=TEXT)
BECAUSE = _list(_shape("id at_best sentence", id=TEXT, at_best=COLOUR, sentence=TEXT))
SUPPORTED: dict[str, Json] = {
    "id": {},
    "reported": COLOUR,
    "supported": COLOUR,
    "challenged": {**YES, "description": "The facts do not support the colour reported."},
    "open": {**YES, "description": "Challenged, and no signed explanation stands."},
    "sentence": TEXT,
    "because": BECAUSE,
}
pipe = Pipe(
    name="honesty",
    title="The colour that the facts support, beside the one reported",
    takes={"oneOf": [ACTION, OUTCOME]},
    gives={
        "oneOf": [
            _shape("supported because", **SUPPORTED, missing_to_save=_list(TEXT)),
            _shape("supported because", **SUPPORTED, impact=DIAL, families=DIAL, talk={"type": ["string", "null"]}),
            _shape("error", id={}, error=TEXT),
        ]
    },
    answer=answer,
)
