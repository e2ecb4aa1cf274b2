"""The slow twins: every computed indicator again, row by row, in the plainest Python. They share no code with the
engine. A topic's twins are in a file twins_<topic>.py beside this one, found by folder.
"""

import importlib
from pathlib import Path


def twins():
    """{code: function(tables, since, as_at) → {(level, place, every, first day, last day): (numerator, denominator)}}.

    A count has the denominator None; a wait and a curve give (how many, value).
    """
    found = {}
    for path in sorted(Path(__file__).parent.glob("twins_*.py")):
        theirs = importlib.import_module(f"tests.oracles.{path.stem}").TWINS
        assert not found.keys() & theirs.keys(), f"{path.name} brings twins that there are already"
        found |= theirs
    return found


def twin(code, tables, since, as_at):
    """`tables` are lists of dicts. A school is told by the year, or on a day, and by nothing shorter."""
    found = twins()[code](tables, since, as_at)
    return {key: told for key, told in found.items() if key[0] != "establishment" or key[2] not in ("month", "term")}
