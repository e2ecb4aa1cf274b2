"""The table of themes by colours, on the published table of 107 actions of one council's paper (seed 3, table 1)."""

import pytest

from goldenthread.rules.honesty import Colour, as_rag, tally, worst
from goldenthread.rules.honesty.tally import COLUMNS

PUBLISHED = {  # Green, Amber, Red, Blue, White
    "1": (10, 1, 0, 5, 1),
    "2": (13, 8, 0, 2, 1),
    "3": (2, 2, 2, 3, 1),
    "4": (4, 4, 1, 0, 0),
    "5": (1, 8, 0, 1, 1),
    "6": (8, 3, 2, 5, 1),
    "7": (9, 2, 0, 0, 0),
    "8": (2, 2, 1, 1, 0),
}
ACTIONS = [
    (theme, colour)
    for theme, counts in PUBLISHED.items()
    for colour, count in zip(COLUMNS, counts, strict=True)
    for _ in range(count)
]


def test_the_published_table_adds_up() -> None:
    table = tally(list(PUBLISHED), ACTIONS)

    assert {row.theme: row.counts for row in table.rows} == PUBLISHED
    assert [row.total for row in table.rows] == [17, 24, 10, 9, 11, 19, 11, 6]
    assert (table.everything.counts, table.everything.total) == ((49, 30, 6, 17, 5), 107)
    assert table.everything.of(Colour.WHITE) == 5


def test_a_theme_without_actions_keeps_its_row_and_every_colour_its_column() -> None:
    table = tally(["1", "2"], [("1", Colour.GREEN)])

    assert [row.counts for row in table.rows] == [(1, 0, 0, 0, 0), (0, 0, 0, 0, 0)]


def test_an_action_cannot_fall_out_of_the_table() -> None:
    with pytest.raises(ValueError, match="no row in the table: 9"):
        tally(["1"], [("9", Colour.RED)])


def test_red_amber_green_readers_still_see_what_has_not_started() -> None:
    assert {colour: as_rag(colour) for colour in COLUMNS} == {
        Colour.GREEN: ("Green", "on track"),
        Colour.AMBER: ("Amber", "minor issue"),
        Colour.RED: ("Red", "significant issue"),
        Colour.BLUE: ("Green", "complete"),
        Colour.WHITE: ("Grey", "not started"),
    }


@pytest.mark.parametrize("sign", ["letter", "word", "shape", "meaning"])
def test_colour_is_never_the_only_sign(sign: str) -> None:
    assert len({getattr(colour, sign) for colour in Colour}) == 5


def test_the_worst_of_some_colours() -> None:
    assert worst([Colour.BLUE, Colour.WHITE, Colour.GREEN]) is Colour.WHITE
    assert worst([Colour.AMBER, Colour.RED]) is Colour.RED


@pytest.mark.parametrize(("name", "colour"), [("Green", Colour.GREEN), (" blue ", Colour.BLUE), ("w", Colour.WHITE)])
def test_colours_are_known_by_word_or_letter(name: str, colour: Colour) -> None:
    assert Colour.named(name) is colour
