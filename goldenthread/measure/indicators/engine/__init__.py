"""Runs definitions over frozen tables: one scan for all that count the same rows, rolled up to every level and
period.

Expressions are Ibis: DuckDB by default, another engine by handing in its tables. An engine does the one heavy thing,
the grouped scan; its answer comes back as a small cube (month × place × place …) and is rolled up here, so that every
engine adds up alike. What does not add up (middles, a pupil's own sum over a year, pupils told apart) is asked for each
level by itself.
"""

from goldenthread.measure.indicators.engine.figure import CannotCount, Counted
from goldenthread.measure.indicators.engine.places import age_band, wait_band
from goldenthread.measure.indicators.engine.run import count, measure, together
from goldenthread.measure.indicators.engine.scope import Asked

__all__ = ["Asked", "CannotCount", "Counted", "age_band", "count", "measure", "together", "wait_band"]
