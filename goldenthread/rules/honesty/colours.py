"""The five colours a lead can report. Colour is never the only sign: each has a letter, a word and a shape too."""

from collections.abc import Iterable
from enum import Enum


class Colour(Enum):
    """In order from worst to best; white, a promise not yet begun, stands below green."""

    RED = ("R", "Red", "diamond", "significant issue")
    AMBER = ("A", "Amber", "triangle", "minor issue")
    WHITE = ("W", "White", "ring", "not started")
    GREEN = ("G", "Green", "circle", "on track")
    BLUE = ("B", "Blue", "square", "complete")

    def __init__(self, letter: str, word: str, shape: str, meaning: str) -> None:
        self.letter = letter
        self.word = word
        self.shape = shape
        self.meaning = meaning

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return ORDER.index(self)

    @classmethod
    def named(cls, name: str) -> "Colour":
        """From its word or its letter, in any case. Raises ValueError with a sentence."""
        for colour in cls:
            if name.strip().lower() in (colour.word.lower(), colour.letter.lower()):
                return colour
        raise ValueError(f"“{name}” is not a colour of the plan. It is one of {', '.join(c.word for c in cls)}.")


ORDER = tuple(Colour)


def worst(colours: Iterable[Colour]) -> Colour:
    """The worst of one or more colours."""
    return min(colours, key=ORDER.index)


RAG = {
    Colour.RED: ("Red", "significant issue"),
    Colour.AMBER: ("Amber", "minor issue"),
    Colour.GREEN: ("Green", "on track"),
    Colour.BLUE: ("Green", "complete"),
    Colour.WHITE: ("Grey", "not started"),
}


def as_rag(colour: Colour) -> tuple[str, str]:
    """Word and meaning for readers who want red, amber and green only. Nothing is hidden: white stays, as grey."""
    return RAG[colour]
