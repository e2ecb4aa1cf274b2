from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from goldenthread.foundation.partnership.models import Role, RoleHeld
from goldenthread.foundation.partnership.permissions import GRANTED, Access, FieldClass, may, require, roles_of
from tests.factories import people
from tests.factories.people import TODAY


def classes_open_to(role: Role, access: Access) -> set[str]:
    return {field_class.value for field_class in FieldClass if GRANTED[role, field_class] >= access}


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        (Role.IMPROVEMENT_LEAD, {"counts without names", "improvement plan"}, {"improvement plan"}),
        (Role.BOARD_MEMBER, {"counts without names", "improvement plan"}, set()),
        (Role.SCRUTINY_MEMBER, {"counts without names", "improvement plan"}, set()),
        (Role.PARENT_FORUM, {"counts without names", "improvement plan"}, set()),
        (Role.ANALYST, {"counts without names", "improvement plan"}, {"counts without names"}),
        (Role.ADMINISTRATOR, set(), set()),
    ],
)
def test_roles_that_see_no_child(role: Role, reads: set[str], writes: set[str]) -> None:
    assert (classes_open_to(role, Access.READ), classes_open_to(role, Access.WRITE)) == (reads, writes)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SERVICE_MANAGER])
def test_those_who_work_with_children_are_told_of_safeguarding_but_do_not_read_it(role: Role) -> None:
    assert GRANTED[role, FieldClass.SAFEGUARDING] == Access.FLAG


def test_nobody_may_do_anything() -> None:
    assert not any(may(None, Access.FLAG, field_class, TODAY) for field_class in FieldClass)


@pytest.mark.django_db
def test_a_role_counts_from_its_first_day_to_its_last() -> None:
    person = people.person()
    RoleHeld.objects.create(person=person, role=Role.ANALYST, from_on=date(2026, 3, 1), until_on=date(2026, 3, 31))

    held = [bool(roles_of(person, date(2026, 3, 1) + timedelta(days=n))) for n in (-1, 0, 30, 31)]

    assert held == [False, True, True, False]


@pytest.mark.django_db
def test_two_roles_add_up() -> None:
    person = people.person(Role.BOARD_MEMBER, Role.CASEWORKER)

    assert may(person, Access.WRITE, FieldClass.IDENTITY)


@pytest.mark.django_db
def test_without_a_day_nothing_is_guessed() -> None:
    person = people.person(Role.ANALYST)
    person.as_at = None

    with pytest.raises(ValueError, match="Say on which day"):
        may(person, Access.READ, FieldClass.COUNTS)


def test_require_answers_403_unless_the_condition_holds() -> None:
    require(True)

    with pytest.raises(PermissionDenied):
        require(False)
