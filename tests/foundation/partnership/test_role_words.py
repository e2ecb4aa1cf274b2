"""What a role may see and do is told as the tables have it."""

import pytest

from goldenthread.foundation.partnership.models import Role
from goldenthread.foundation.partnership.permissions import DUTIES, GRANTED, Access, Duty, FieldClass
from goldenthread.foundation.partnership.role_words import does, in_words, sees


def test_a_caseworker():
    assert in_words(Role.CASEWORKER) == (
        "Opens children’s records. Sees and changes: identity, education, appeals and legal. Sees: health, social "
        "care, cost, counts without names, improvement plan. Is told that there is something, not what: safeguarding."
    )


def test_an_administrator_sees_nothing():
    assert in_words(Role.ADMINISTRATOR) == (
        "Opens no child’s record. Sees no figures and no plan. Adds people, gives them roles and a way to sign in."
    )


def test_a_chair_and_a_lead_of_actions():
    assert [does(role) for role in (Role.BOARD_CHAIR, Role.ACTION_LEAD, Role.ANALYST)] == [
        "May accept evidence and verify, sign for a colour that the facts do not support, approve a new date, keep "
        "meetings, decisions and commitments.",
        "May report on the actions that they lead.",
        "",
    ]


@pytest.mark.parametrize("role", Role)
def test_every_class_and_duty_is_told_where_it_is_held_and_nowhere_else(role):
    open_to = {each for each in FieldClass if GRANTED[role, each] > Access.NONE}

    assert {each for each in FieldClass if each.value in sees(role)} == open_to
    assert {duty for duty in Duty if duty.value in does(role)} == DUTIES.get(role, frozenset())
