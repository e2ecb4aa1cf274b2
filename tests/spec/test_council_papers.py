"""The figures of five council papers (seeds 0 to 4), as this system must give them. Facts and figures; no sentence of
the papers. Each test says which paper its figures are from.
"""

import re
from datetime import date

import pytest

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance import reads as governance
from goldenthread.improve.governance import writes
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections import writes as inspecting
from goldenthread.improve.plans import reads as plans
from goldenthread.publish.reports import reads as papers
from goldenthread.publish.reports.document import Document, passages
from goldenthread.rules.claims import Check, Fit, check, read_line
from goldenthread.rules.expectations import TABLE_2, Expected, State, Step, evaluate
from goldenthread.rules.honesty import Colour, tally
from tests.factories import people
from tests.factories import plans as made
from tests.factories import reports as reporting
from tests.factories.scrutiny import ON, recommendation, review

GREEN, AMBER, RED, BLUE, WHITE = Colour.GREEN, Colour.AMBER, Colour.RED, Colour.BLUE, Colour.WHITE
TABLE_1 = {  # seed 3, table 1: by theme, in the order of the paper's columns
    "1": (10, 1, 0, 5, 1),
    "2": (13, 8, 0, 2, 1),
    "3": (2, 2, 2, 3, 1),
    "4": (4, 4, 1, 0, 0),
    "5": (1, 8, 0, 1, 1),
    "6": (8, 3, 2, 5, 1),
    "7": (9, 2, 0, 0, 0),
    "8": (2, 2, 1, 1, 0),
}
TOTALS = (17, 24, 10, 9, 11, 19, 11, 6)
REDS = {
    "3": ("Matrix", "Data sets"),
    "4": ("ICT",),
    "6": ("Text messages", "Matrix"),
    "8": ("ICT",),
}  # ours, as to which


def checked(line: str) -> Check:
    return check(read_line(line))


def test_seed_3_table_1_to_the_cell_with_its_sums() -> None:
    actions = [
        (theme, colour)
        for theme, counts in TABLE_1.items()
        for colour, count in zip((GREEN, AMBER, RED, BLUE, WHITE), counts, strict=True)
        for _ in range(count)
    ]

    table = tally(list(TABLE_1), actions)

    assert {row.theme: row.counts for row in table.rows} == TABLE_1
    assert tuple(row.total for row in table.rows) == TOTALS
    assert (table.everything.counts, table.everything.total) == ((49, 30, 6, 17, 5), 107)


def test_seed_3_the_colours_of_the_summary_add_up_to_107() -> None:
    assert checked("49 + 30 + 6 + 17 + 5 = 107").fit is Fit.HOLDS


@pytest.mark.django_db
def test_seed_3_six_red_actions_cover_four_activities() -> None:
    plan = made.plan()
    for theme, activities in REDS.items():
        for place, activity in enumerate(activities):
            made.action(f"{theme}.{place}", "red", under=made.theme(plan, int(theme)), activity=activity)

    standing = plans.stands(people.area(), ON)

    assert standing is not None
    assert (len(standing.reds), len(standing.red_activities())) == (6, 4)


VISIT = {
    Step.UNMET: "significant concerns",
    Step.MET: "no significant concerns",
    Step.EXCEEDED: "no concerns",
}
SIGNED_OFF = {
    Step.UNMET: "an extension is asked for",
    Step.MET: "signed off",
    Step.EXCEEDED: "signed off by the end of September 2018",
}
THIRD, FOURTH, SIGN_OFF = date(2018, 6, 30), date(2018, 9, 30), date(2018, 10, 31)


def expected(due_on: date, steps: dict[Step, str], result: Step | None = None, on: date | None = None) -> Expected:
    return Expected(due_on=due_on, thresholds=steps, result=result, result_on=on, names=TABLE_2)


def test_seed_3_table_2_on_the_day_of_the_cabinet_nothing_was_due() -> None:
    cabinet = date(2018, 5, 24)
    outcomes = [expected(THIRD, VISIT), expected(FOURTH, VISIT), expected(SIGN_OFF, SIGNED_OFF)]

    found = [evaluate(one, cabinet) for one in outcomes]

    assert [(one.state, one.days) for one in found] == [
        (State.NOT_YET_DUE, 37),
        (State.NOT_YET_DUE, 129),
        (State.NOT_YET_DUE, 160),
    ]


def test_seed_3_table_2_each_outcome_the_day_after_its_date_without_a_result() -> None:
    dates = ((THIRD, VISIT), (FOURTH, VISIT), (SIGN_OFF, SIGNED_OFF))

    found = [evaluate(expected(due_on, steps), date.fromordinal(due_on.toordinal() + 1)) for due_on, steps in dates]

    assert [(one.state, one.days) for one in found] == [(State.NO_RESULT, 1)] * 3


@pytest.mark.parametrize("step", VISIT)
@pytest.mark.parametrize("due_on", [THIRD, FOURTH])
def test_seed_3_table_2_a_monitoring_visit_on_its_date(due_on: date, step: Step) -> None:
    found = evaluate(expected(due_on, VISIT, step, due_on), due_on)

    assert (found.state, found.step, VISIT[step] in found.sentence) == (State.RESULT, step, True)


def test_seed_3_table_2_signed_off_by_the_end_of_september_exceeds() -> None:
    found = evaluate(expected(SIGN_OFF, SIGNED_OFF, Step.EXCEEDED, date(2018, 9, 30)), SIGN_OFF)

    assert found.sentence == "Exceeded, recorded on 30 September 2018: signed off by the end of September 2018."


@pytest.mark.django_db
def test_seed_1_eight_of_twelve_weaknesses_had_sufficient_progress_and_four_had_not() -> None:
    area, on = people.area(), ON
    letter, revisit = (
        inspecting.record_visit(
            area=area, kind=kind, started_on=first, ended_on=last, source_title="A letter", by=SYSTEM, on=on
        )
        for kind, first, last in (
            ("full", date(2018, 3, 5), date(2018, 3, 9)),
            ("revisit", date(2021, 11, 1), date(2021, 11, 3)),
        )
    )
    for number in range(12):
        weakness = inspecting.add_finding(
            inspection=letter, kind="significant_weakness", text=f"Weakness {number}.", by=SYSTEM, on=on
        )
        inspecting.judge_finding(
            finding=weakness, revisit=revisit, sufficient_progress=number < 8, note="", by=SYSTEM, on=on
        )

    judged = [one.sufficient_progress for one in inspections.judgements_at(revisit)]

    assert (judged.count(True), judged.count(False)) == (8, 4)
    assert checked("8 + 4 = 12").fit is Fit.HOLDS


@pytest.mark.parametrize(
    ("line", "percentage"),
    [("96 of 152", "63.2 %"), ("48 of 96 = 50 %", "50.0 %"), ("21 of 30 = 70 %", "70.0 %"), ("6 of 10", "60.0 %")],
)
def test_seed_2_how_many_areas_were_inspected_and_had_to_write_a_statement(line: str, percentage: str) -> None:
    found = checked(line)

    assert (found.fit, percentage in found.sentence) == (Fit.HOLDS, True)


def test_seed_2_half_is_of_the_areas_inspected_and_not_of_all() -> None:
    assert checked("48 of 152 = 50 %").sentence == "48 of 152 is 31.6 %. It does not fit the 50 % that was said."


@pytest.mark.django_db
def test_seed_4_two_recommendations_printed_as_12_stay_two() -> None:
    keeper = people.person(Role.IMPROVEMENT_LEAD)
    asked = [
        writes.recommend(review=review("SR20"), words=words, number="12", by=keeper, on=ON)
        for words in ("Psychologists", "Co-production")
    ]

    rows = governance.register(people.area(), ON).rows

    assert [(row.recommendation.stable_id, row.recommendation.number) for row in rows] == [
        ("SR20-01", "12"),
        ("SR20-02", "12"),
    ]
    assert [row.recommendation for row in rows] == asked


@pytest.mark.django_db
def test_seed_4_two_responses_printed_as_12_stay_two() -> None:
    keeper, asked = people.person(Role.IMPROVEMENT_LEAD), recommendation(12, of=review("SR20"), number="12")
    for kind, reason in (("overtaken", "Every post is filled."), ("partly", "Engagement goes on.")):
        writes.respond(recommendation=asked, kind=kind, number="12", reason=reason, given_on=ON, by=keeper, on=ON)

    one = governance.recommendation(people.area(), asked.pk, ON)

    assert [(each.response.number, each.response.kind) for each in one.responses] == [
        ("12", "overtaken"),
        ("12", "partly"),
    ]


def test_seed_3_a_grant_for_three_years_comes_to_its_total() -> None:
    found = checked("£150k × 3 = £450k")

    assert (found.fit, found.found.value) == (Fit.HOLDS, 450_000)


def test_seed_3_the_half_per_cent_that_was_moved_implies_the_whole_budget() -> None:
    found = checked("£416k = 0.5 % of £83.2m")

    assert (found.fit, found.found.value) == (Fit.HOLDS, 83_200_000)


def test_seed_0_the_places_above_the_national_share_imply_how_many_pupils_there_were() -> None:
    found = checked("386 = 1.9 % − 1.4 %").found

    assert (found.value, round(found.low), round(found.high)) == (77_200, 64_333, 96_500)


def test_seeds_0_and_1_one_sum_of_money_was_told_in_two_ways() -> None:
    found = checked("£675k / 15 v £600k / 17")

    assert (found.fit, "£675k and £600k; 15 and 17" in found.sentence) == (Fit.FAILS, True)


def test_seed_1_nearly_100_per_cent_cannot_be_checked_and_says_what_to_ask() -> None:
    found = checked("nearly 100 %")

    assert found.fit is Fit.UNKNOWABLE
    assert "Of whom, and who was left out? In which months? How many, of how many?" in found.sentence


@pytest.mark.django_db
def test_seed_3_the_plain_summary_accounts_for_all_107() -> None:
    """The paper's own told of 72 of them: red, blue and green. The demonstration has the paper's colours."""
    reporting.plan_of_107()

    paper = papers.paper(reporting.draft()).document
    plain = next(section for section in paper.sections if section.code == "plain")

    (counted,) = re.findall(r"Of 107 actions, ([^.]+)\.", "\n".join(passages(Document("", (plain,)))))
    assert sum(int(count) for count in re.findall(r"\d+", counted)) == 107
