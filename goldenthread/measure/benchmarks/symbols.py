"""What a cell of an official table says when it is not a number. Missing is not zero, and suppressed is not zero."""

from enum import StrEnum


class Status(StrEnum):
    """Why a figure has a value, or has none. The value is the word kept in our tables; `words` is what a page says."""

    PUBLISHED = ""
    LOW = "low"
    UNRELIABLE = "unreliable"
    UNAVAILABLE = "unavailable"
    NOT_APPLICABLE = "not applicable"
    SUPPRESSED = "suppressed"
    MISSING = "missing"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Status.PUBLISHED: "published",
    Status.LOW: "more than zero, but too low to show when rounded",
    Status.UNRELIABLE: "published, but too few to rely on",
    Status.UNAVAILABLE: "not available",
    Status.NOT_APPLICABLE: "does not apply here",
    Status.SUPPRESSED: "suppressed, so that nobody can be identified",
    Status.MISSING: "not published",
}

# Today's government symbols (x z c low u), then the older ones still met in tribunal, school and LAIT tables.
SYMBOLS = {
    "x": Status.UNAVAILABLE,
    "z": Status.NOT_APPLICABLE,
    "c": Status.SUPPRESSED,
    "low": Status.LOW,
    "u": Status.UNRELIABLE,
    "~": Status.SUPPRESSED,
    "*": Status.SUPPRESSED,
    "..": Status.UNAVAILABLE,
    ":": Status.UNAVAILABLE,
    "k": Status.LOW,
    ".": Status.NOT_APPLICABLE,
    "n/a": Status.NOT_APPLICABLE,
    "na": Status.MISSING,
    "nan": Status.MISSING,
    "-": Status.MISSING,
    "": Status.MISSING,
}


class UnknownSymbol(ValueError):
    """A cell that is neither a number nor a symbol that we know; the text says what to do."""


def read_cell(cell: str | None) -> tuple[float | None, Status]:
    """The number in a cell and its status. Takes "1,234" and "1.90%" (as 1.9). Raises UnknownSymbol."""
    text = (cell or "").strip()
    if (status := SYMBOLS.get(text.lower())) is not None:
        return None, status
    try:
        return float(text.replace(",", "").removesuffix("%")), Status.PUBLISHED
    except ValueError:
        raise UnknownSymbol(
            f"“{text}” is neither a number nor a symbol used in official tables ({', '.join(filter(None, SYMBOLS))}). "
            "Look it up in the notes of the release and add it to the list of symbols."
        ) from None
