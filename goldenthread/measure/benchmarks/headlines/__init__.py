"""The measures that the package carries with the counts they stand on, or under a name of ours, by code.

A code here that is also an indicator's is that indicator's national figure.
"""

from goldenthread.measure.benchmarks.measures import Measure

from . import casework, families, learning, partners, placements, school

HEADLINES: dict[str, Measure] = {
    measure.code: measure
    for room in (casework, placements, families, school, learning, partners)
    for measure in room.MEASURES
}
