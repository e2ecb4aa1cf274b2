"""One school beside those like it: what it is told, and what nobody can work out from it."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.foundation.partnership.models import Role
from goldenthread.measure.indicators.pages.alike import together
from goldenthread.record.establishments.models import Establishment
from tests.factories import measures, people
from tests.measure.indicators.made import keep, made

EHC = "pupils_with_ehc_plan"
JANUARY = date(2026, 1, 15)


@pytest.fixture
def area(db):
    """Twenty-four schools, six of them secondary; 5 in 100 pupils with a plan, but in one primary 40."""
    home = people.area()
    measures.schools(home, 24)
    counts = [(20, 400)] * 24
    counts[1] = (160, 400)
    counts[2] = (3, 8)
    keep(
        made(home, EHC, JANUARY, sum(top for top, _ in counts), sum(under for _, under in counts), every="day"),
        *(school(home, i, *count) for i, count in enumerate(counts)),
        school(home, 2, 4, 9, year=2025),
        school(home, 2, 5, 9, year=2024),
    )
    return home


def school(area, i, top, under, *, year=2026, code=EHC):
    return made(
        area, code, date(year, 1, 15), top, under, every="day", level="establishment", place=f"{100000 + i}"
    )  # fmt: skip


def page(path, role=Role.ANALYST):
    answer = people.signed_in(people.person(role)).get(f"/measures/{path}")
    assert answer.status_code == 200
    text = re.sub(r"<(svg|style|script).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_a_school_stands_beside_those_of_its_phase_and_kind(area):
    said = page("schools/100001/")

    assert "Invented School 001" in said
    assert "16 others of Marlshire are of the same phase and kind." in said
    assert "This school 40.0 % (160 of 400 pupils on roll; 15 January 2026)" in said
    assert "Unusually high for a school of its size" in said
    assert "7.2 % (463 of 6,408; 17 schools together)" in said
    assert "Marlshire 6.5 % (603 of 9,208)" in said
    assert "England 5.3 % (academic year 2025): another period than the school’s (15 January 2026)" in said


def test_three_years_of_a_small_school_are_put_together(area):
    said = page("schools/100002/")

    assert "Three years together 46.2 % (12 of 26 pupils on roll; January 2024 to January 2026)" in said
    assert "Fewer than 10 children: one of them changes it much." in said


def test_members_see_three_years_of_a_small_school_and_not_the_one(area):
    said = page("schools/100002/", Role.SCRUTINY_MEMBER)

    assert "This school Suppressed for 15 January 2026: fewer than 10 in all." in said
    assert "3 of 8" not in said


def test_a_year_among_years_that_were_shown_is_not_given_away_by_their_sum(area):
    keep(school(area, 5, 2, 9, year=2025), school(area, 5, 20, 400, year=2024))
    keep(made(area, "pupils_on_sen_support", JANUARY, 3, 9, every="day", level="establishment", place="100005"))
    keep(*(school(area, 5, 200, 400, year=year, code="pupils_on_sen_support") for year in (2025, 2024)))

    assert "Three years together" not in page("schools/100005/", Role.SCRUTINY_MEMBER)
    assert "Three years together 49.8 % (403 of 809" in page("schools/100005/")


def test_the_funnel_names_the_unusual_and_ranks_nobody(area):
    said = page(f"{EHC}/")

    assert "Which schools are unusual?" in said
    assert "Invented School 001 : unusually high for a school of its size" in said
    assert "Mainstream school, secondary" in said
    table = said[said.index("By school or setting, in the order of the alphabet") :]
    assert table.index("Invented School 000") < table.index("Invented School 001") < table.index("Invented School 023")


def test_half_days_make_no_funnel(area):
    code = "absence_ehc_plan"
    keep(
        *(
            made(area, code, date(2025, 9, 1), 40 + 9 * i, 400, every="academic", level="establishment",
                 place=f"{100000 + i}")
            for i in range(24)
        )
    )  # fmt: skip

    said = page(f"{code}/")

    assert "By school or setting, in the order of the alphabet" in said
    assert "unusual for their size" not in said


def test_a_school_that_closed_and_the_one_that_followed_say_so(area):
    Establishment.objects.filter(urn="100001").update(closed_on=date(2026, 8, 31), successor_urn="100003")
    Establishment.objects.filter(urn="100003").update(opened_on=date(2026, 9, 1))

    before, after = page("schools/100001/"), page("schools/100003/")

    assert "This school closed on 31 August 2026." in before
    assert "It was followed by Invented School 003 (100003)." in before
    assert "This school opened on 1 September 2026: earlier periods are not its own." in after
    assert "It took the place of Invented School 001 (100001), whose figures are not added to its own." in after


def test_schools_are_found_by_name_and_number(area):
    assert "Invented School 007" in page("schools/?search=100007")
    assert "Invented School 008" not in page("schools/?search=school 007")
    assert "No school or setting known here has “Nowhere”" in page("schools/?search=Nowhere")


def test_a_school_of_another_area_is_not_found(area):
    measures.schools(people.area("885"), 1)
    Establishment.objects.filter(area=area, urn="100000").delete()

    assert people.signed_in(people.person(Role.ANALYST)).get("/measures/schools/100000/").status_code == 404


class Cell:
    def __init__(self, place, numerator, denominator):
        self.place, self.numerator, self.denominator = place, numerator, denominator


@given(
    counts=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=12),
    kinds=st.lists(st.sampled_from("abc"), min_size=12, max_size=12),
    hidden=st.sets(st.integers(0, 11)),
)
def test_no_sum_of_a_group_tells_of_one_hidden_school(counts, kinds, hidden):
    cells = [Cell(str(i), top, top + rest) for i, (top, rest) in enumerate(counts)]
    group_of = {str(i): kinds[i] for i in range(len(counts))}

    sums = together(cells, group_of, {str(i) for i in hidden})

    for group in sums:
        kept = [one for one in cells if group_of[one.place] == group and int(one.place) in hidden and one.denominator]
        assert len(kept) != 1
    untold = {group_of[one.place] for one in cells if one.denominator} - sums.keys()
    assert len(untold) != 1 or not sums
