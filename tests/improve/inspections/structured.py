"""The structured form of two invented reports."""

import json

BODIES = "Marlshire County Council and NHS Marl Valley ICB"
MARLSHIRE = {
    "ofsted_urn": "1",
    "la_slug": "marlshire",
    "la_code": "999",
    "grade": "3.0",
    "inspection_start": "29/01/24",
    "inspection_end": "02/02/24",
    "published": "26/03/24",
    "next_inspection": "18 months",
    "outcome_text": "There are widespread and/or systemic failings leading to significant concerns.",
    "priority_action_text": (
        f"Responsible body Areas for priority action {BODIES} The local area partnership should urgently shorten the "
        f"waits for: ▪ speech and language therapy; and ▪ autism assessment. Leaders should also support families who "
        f"wait. {BODIES} Leaders should make plans that say what will Inspection report: Marlshire Local Area "
        "Partnership 29 January to 2 February 2024 6 be different for every child. NHS Marl Valley ICB NHS Marl Valley "
        "ICB leaders should publish how long families wait."
    ),
    "improvement_text": "Areas for improvement 1. Leaders should hear families. 2. Leaders should share figures. 7",
    "improvement_statements": [
        "Areas for improvement 1. Leaders should hear families. 2.", "Leaders should share figures. 7",
    ],
    "source_file": "marlshire.txt",
}  # fmt: skip
ELSEWHERE = {**MARLSHIRE, "la_slug": "worcestershire", "la_code": "885", "priority_action_text": None}


def as_file(*records: dict[str, object]) -> bytes:
    return json.dumps(records).encode()
