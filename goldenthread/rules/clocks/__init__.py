"""The statutory clocks, one file each. `explain` gives a clock its sentence; `request_clocks` gives a whole case."""

from goldenthread.rules.clocks.clock import Clock, Kind, State
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.clocks.explaining import explain
from goldenthread.rules.clocks.open_request import AdviceAsked, request_clocks

__all__ = ["AdviceAsked", "Clock", "Kind", "RecordedException", "State", "explain", "request_clocks"]
