"""What do families say? The page, for each who may read it, and what it keeps back."""

from datetime import date
from itertools import count

import pytest
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.record.feedback.models import Complaint, SurveyAnswer
from tests.factories import people

pytestmark = pytest.mark.django_db
PAGE = reverse("feedback:index")
WORDS = "Were you listened to?"
_numbers = count(1)


def answers(how_many, score=4, day=date(2026, 9, 1), age_band="5 to 10", need="ASD", question="listened", area=None):
    SurveyAnswer.objects.bulk_create(
        SurveyAnswer(
            area=area or people.area(), row_hash=f"{next(_numbers)}", answered_on=day, question=question,
            question_words=WORDS, score=score, age_band=age_band, need=need,
        )
        for _ in range(how_many)
    )  # fmt: skip


def complaints(how_many, theme="Transport", responded_on=None, outcome="", area=None):
    Complaint.objects.bulk_create(
        Complaint(
            area=area or people.area(), row_hash=f"{next(_numbers)}", received_on=date(2026, 9, 1), theme=theme,
            stage=1, responded_on=responded_on, outcome=outcome,
        )
        for _ in range(how_many)
    )  # fmt: skip


def page(role=Role.ANALYST):
    return people.signed_in(people.person(role)).get(PAGE)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_but_the_administrator_may_read_it(role):

    assert page(role).status_code == (403 if role is Role.ADMINISTRATOR else 200)


def test_a_share_carries_its_counts_and_blanks_are_left_out():
    answers(9)
    answers(3, score=2)
    answers(5, score=None)

    assert "Good or very good: 75.0 % (9 of 12 answers)." in page().text


def test_only_the_last_twelve_months_count():
    answers(10)
    answers(10, score=1, day=date(2025, 10, 31))

    text = page().text

    assert "1 November 2025 to 31 October 2026" in text
    assert "100.0 % (10 of 10 answers)" in text


def test_those_who_answered_before_and_have_fallen_silent_are_named():
    answers(10)
    answers(1, day=date(2025, 5, 1), age_band="Under 5", need="HI")

    text = page().text

    assert "families of children aged under 5" in text
    assert "families of children with hearing impairment" in text


@pytest.mark.parametrize(
    ("role", "shown"), [(Role.ANALYST, True), (Role.BOARD_MEMBER, False), (Role.PARENT_FORUM, False)]
)
def test_answers_of_fewer_than_ten_are_shown_to_those_alone_who_work_with_them(role, shown):
    answers(9, score=3)

    text = page(role).text

    assert ("0.0 % (0 of 9 answers)" in text, "not shown: fewer than 10 in all" in text) == (shown, not shown)


def test_a_hidden_group_cannot_be_worked_out_from_the_total():
    answers(20)
    answers(12, age_band="11 to 15")
    answers(4, age_band="16 to 18")

    text = page(Role.BOARD_MEMBER).text

    assert "(12 of 12 answers)" not in text
    assert "not shown: otherwise another could be worked out from it" in text


@pytest.mark.parametrize(("role", "shown"), [(Role.ANALYST, True), (Role.SCRUTINY_MEMBER, False)])
def test_few_complaints_about_one_theme_are_not_counted_for_everybody(role, shown):
    complaints(30)
    complaints(12, "Delay")
    complaints(3, "School place")

    text = page(role).text

    cells = [f'numeric">{count}</td>' in text for count in (30, 12, 3)]
    assert cells == ([True] * 3 if shown else [True, False, False])


def test_complaints_say_how_long_families_waited_and_who_still_waits():
    complaints(10, responded_on=date(2026, 9, 21), outcome="upheld")
    complaints(10, responded_on=date(2026, 9, 11), outcome="not upheld")
    complaints(6)

    text = page(Role.BOARD_MEMBER).text

    assert "50.0 % (10 of 20 complaints answered)" in text
    assert 'numeric">15 days</td>' in text
    assert 'numeric">6</td>' in text


def test_another_areas_families_are_not_heard_here():
    answers(10, area=people.area("885"))
    complaints(10, area=people.area("885"))

    text = page().text

    assert "No survey has been brought yet." in text
    assert "No complaint is recorded in these months." in text


def test_what_a_family_wrote_is_words_and_not_markup():
    answers(10, question="<script>alert(1)</script>", age_band="<b>5</b>")

    assert not any(tag in page().text for tag in ("<script>alert", "<b>5"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_many_questions_for_three_as_for_one(rows, django_assert_num_queries):
    for number in range(rows):
        answers(2, question=f"q{number}")
        complaints(2, f"Theme {number}")
    browser = people.signed_in(people.person(Role.ANALYST))

    with django_assert_num_queries(7):
        browser.get(PAGE)
