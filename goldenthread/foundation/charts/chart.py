"""What every chart is: a title, a description in a sentence, a picture and a table."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from goldenthread.foundation.charts.svg import document

WIDTH = 640


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The chart's figures, for those who cannot see it or want to count again. Text only; `note` explains symbols."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG elements, and the height that they need at a width of 640."""

    height: float
    body: list[str]


@dataclass(frozen=True, kw_only=True)
class Chart(ABC):
    """`identity` is unique on its page, and a valid id. `description` says what one would say of it by telephone.

    The title is for the page to print as a caption: in the picture it is there for screen readers only.
    """

    identity: str
    title: str
    description: str

    def svg(self) -> str:
        """The picture, safe to put into a page or a file: every word in it has been escaped."""
        drawing = self.drawing()
        return document(self.identity, self.title, self.description, WIDTH, drawing.height, drawing.body)

    @abstractmethod
    def drawing(self) -> Drawing: ...

    @abstractmethod
    def table(self) -> ChartTable: ...
