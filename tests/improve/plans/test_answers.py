"""Which findings does the plan answer? And who may do what about it?"""

import pytest
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import answers
from tests.factories import inspections, people
from tests.factories.plans import ON, theme

pytestmark = pytest.mark.django_db


def page(name: str) -> str:
    browser = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper"))
    return " ".join(browser.get(reverse(f"plans:{name}")).content.decode().split())


def test_each_finding_has_the_themes_that_answer_it_or_none() -> None:
    full = inspections.full_inspection()
    first = full.findings.first()
    answering = theme()
    answering.findings.add(first)

    (found,) = answers.answers(people.area(), ON)

    assert [one.themes for one in found.findings] == [(answering,), (), ()]
    assert found.unanswered == 2


def test_eight_and_four_are_twelve_and_a_plan_may_begin_with_the_four() -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)

    shown = page("answers")

    assert "at the latest, progress was sufficient on 8 and not yet on 4 (8 + 4 = 12)" in shown
    assert f"{reverse('plans:begin')}?inspection={first.pk}&amp;kind=app" in shown
    assert shown.count("not answered by any theme yet</strong></td>") == 4


def test_repeats_stand_side_by_side_and_the_latest_inspection_first() -> None:
    first = inspections.twelve_weaknesses()
    full = inspections.full_inspection(repeats=first.findings.get(number=7))

    found = answers.answers(people.area(), ON)
    shown = page("answers")

    assert [one.inspection for one in found] == [full, first]
    assert [one.later for one in found[1].findings if one.later] == [(full.findings.first(),)]
    assert "Found before: 1" in shown
    assert "Found again: Area for priority action 1" in shown


def test_without_an_inspection_the_page_says_what_to_bring() -> None:
    assert "Bring the report of the last inspection" in page("answers")


def test_another_areas_findings_and_themes_are_not_shown() -> None:
    inspections.twelve_weaknesses(people.area("885"))

    assert answers.answers(people.area(), ON) == []


def test_the_table_of_duties_names_who_holds_each_role_today_and_what_nobody_may_do() -> None:
    people.person(Role.BOARD_CHAIR, name="Priya Raman")
    people.person(Role.BOARD_CHAIR, name="A stranger", in_area=people.area("885"))

    shown = page("duties")

    row = shown[shown.index("Chair of the partnership board") :]
    cells = row[: row.index("</tr>")]
    assert (cells.count("<strong>yes</strong>"), cells.count(">no<")) == (4, 4)
    assert "Priya Raman" in cells
    assert "A stranger" not in shown
    assert "<li>Give the members&#x27; view of a response</li>" in shown
