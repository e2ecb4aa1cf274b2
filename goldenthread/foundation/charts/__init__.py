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
from goldenthread.foundation.charts.funnel import FunnelChart
from goldenthread.foundation.charts.gaps import GapChart
from goldenthread.foundation.charts.icons import Icon, assurance_icon, variation_icon
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
    "FunnelChart",
    "GapChart",
    "Icon",
    "Layer",
    "Line",
    "LineChart",
    "Mark",
    "NetworkChart",
    "Node",
    "Rising",
    "WaitingChart",
    "assurance_icon",
    "variation_icon",
]
