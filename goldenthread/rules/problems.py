"""What is wrong with a file, said by cell: the one shape that every checker and every source of files uses."""

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "query"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place. `error` keeps the row out until it is mended; `query` asks a person to look and lets it
    in.

    `row` is the number a person would find in the file: the line of an XML file, the row of a sheet; 0 means the
    whole file.
    """

    code: str
    severity: Severity
    message: str
    table: str = ""
    row: int = 0
    column: str = ""
    value: str = ""
    what_to_do: str = ""

    def as_dict(self) -> dict[str, object]:
        return asdict(self)
