"""Numbers → an accessible SVG picture and its twin, a table. No web framework; the same SVG goes to page, Word and PDF.

Every chart answers `.svg()` and `.table()`: never show the one without the other.
"""

from goldenthread.foundation.charts.ages import AgeBand, AgesChart
from goldenthread.foundation.charts.bars import BarChart, Bars
from goldenthread.foundation.charts.brag import BragBar
from goldenthread.foundation.charts.chart import Chart, ChartTable
from goldenthread.foundation.charts.columns import ColourColumns, Layer
from goldenthread.foundation.charts.completion import CompletionChart, Mark, Rising
from goldenthread.foundation.charts.control import ControlChart
from goldenthread.foundation.charts.lines import Line, LineChart
from goldenthread.foundation.charts.network import Edge, NetworkChart, Node
from goldenthread.foundation.charts.waiting import WaitingChart

__all__ = [
    "AgeBand",
    "AgesChart",
    "BarChart",
    "Bars",
    "BragBar",
    "Chart",
    "ChartTable",
    "ColourColumns",
    "CompletionChart",
    "ControlChart",
    "Edge",
    "Layer",
    "Line",
    "LineChart",
    "Mark",
    "NetworkChart",
    "Node",
    "Rising",
    "WaitingChart",
]
