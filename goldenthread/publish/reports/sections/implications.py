"""3 Key implications: what each outcome would mean when unmet, met or exceeded, by which day, and how it turned out."""

from datetime import date

from goldenthread.publish.reports.document import Heading, Placeholder, Section, Table
from goldenthread.publish.reports.facts import Facts
from goldenthread.publish.reports.facts.expected import ExpectationStanding, PlanExpectations
from goldenthread.publish.reports.sections.saying import day

QUESTION = "By what, and by which day, will members know whether each outcome was unmet, met or exceeded?"
NOT_DEFINED = "not defined"
DEFINITIONS = (
    "“Not defined”: nobody has said what this step would mean, so it cannot be the result.",
    "“Not yet due”: the date of delivery is still to come. “No result”: it has passed, and nothing has been recorded.",
)


def implications(facts: Facts) -> Section:
    """Where no record holds what is expected, the paper itself promises it, in words that somebody writes."""
    said = _table(facts.expected, facts.as_at) if facts.expected else Placeholder("key_implications", QUESTION)
    return Section("implications", (Heading("Key implications"), said))


def _table(expected: PlanExpectations, as_at: date) -> Table:
    caution = (expected.caution,) if expected.caution else ()
    return Table.of(
        f"Key implications, with how each outcome stood on {day(as_at)}",
        ("Outcome", *expected.names, "Date of delivery", "Result"),
        [_row(one) for one in expected.rows],
        widths=(1.7, 1.2, 1.2, 1.2, 1.2, 1.2, 1.5),
        notes=(*DEFINITIONS, *caution, f"Source: what is expected of {expected.plan.title}."),
    )


def _row(one: ExpectationStanding) -> tuple[str, ...]:
    steps = (words or NOT_DEFINED for _, _, words in one.steps)
    due = one.expectation.due_as_written or day(one.expectation.due_on)
    return (one.expectation.title, *steps, due, _result(one))


def _result(one: ExpectationStanding) -> str:
    """The step with its day and what shows it; or why there is none."""
    if one.evaluation.step is None:
        return one.word
    because = one.expectation.result_because
    return f"{one.word}, {day(one.expectation.result_on)}{f': {because}' if because else ''}"
