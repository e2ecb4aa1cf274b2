"""Who leads, as plans write it."""

import pytest

from goldenthread.improve.plans.reading.leads import Named, leads_in, may_be
from goldenthread.improve.plans.reading.splitting import refs_of_parts, several

WRITTEN = {
    "AB/CD": [("AB", ""), ("CD", "")],
    "Jane Smith & John Doe (NHS)": [("Jane Smith", ""), ("John Doe", "NHS")],
    "SENCOs": [("SENCOs", "")],
    "Priya Raman, Director of Commissioning": [("Priya Raman", "Director of Commissioning")],
    "Ann Bell, Director of Education and Skills": [("Ann Bell", "Director of Education and Skills")],
    "Ann Bell, Head of SEND / Bob Cole, Teacher": [("Ann Bell", "Head of SEND"), ("Bob Cole", "Teacher")],
    "I Trevose / R Penhale": [("I Trevose", ""), ("R Penhale", "")],
    "Jane Smith, John Doe": [("Jane Smith", ""), ("John Doe", "")],
    "Jane Smith, Head Teacher": [("Jane Smith", "Head Teacher")],
    "Virtual School & Early Help": [("Virtual School & Early Help", "")],
    "Jane Smith\nJohn Doe": [("Jane Smith", ""), ("John Doe", "")],
    "": [],
}


@pytest.mark.parametrize(("words", "people"), WRITTEN.items())
def test_several_where_each_is_a_person(words: str, people: list[tuple[str, str]]) -> None:
    assert [(each.name, each.post) for each in leads_in(words)] == people


@pytest.mark.parametrize(
    ("initials", "name", "fits"),
    [
        ("PG", "Philippa Gaunt", True),
        ("P. Gaunt", "Philippa Gaunt", True),
        ("PJG", "Philippa Gaunt", False),
        ("R Gaunt", "Philippa Gaunt", False),
        ("P Gaunt", "Dr Philippa Gaunt", True),
    ],
)
def test_initials_fit_a_name_or_not(initials: str, name: str, fits: bool) -> None:
    assert may_be(Named(initials), name) is fits


CELLS = {
    "1. Train leads. 2. Visit schools.": ("Train leads.", "Visit schools."),
    "1. Train leads.\n2. Visit schools.": ("Train leads.", "Visit schools."),
    "• a\n• b": ("a", "b"),
    "a) x\nb) y\nmore of y": ("x", "y\nmore of y"),
    "We will:\n- train\n- visit": ("We will: train", "We will: visit"),
    "Hold a conference.\nInvite governors.": ("Hold a conference.", "Invite governors."),
    "Do it\nand more of it": (),
    "1.5 days of 2. Nothing": (),
    "One thing.": (),
}


@pytest.mark.parametrize(("words", "parts"), CELLS.items())
def test_a_cell_of_several_actions(words: str, parts: tuple[str, ...]) -> None:
    assert several(words) == parts


def test_a_part_never_takes_the_reference_of_another_action() -> None:
    assert refs_of_parts("2.3", ("x", "y"), set()) == ("2.3a", "2.3b")
    assert refs_of_parts("2.3", ("x", "y"), {"2.3b"}) == ()
