"""Figures said at a meeting: whether those that must fit each other do. A person judges; the arithmetic is printed."""

from goldenthread.rules.claims.figures import Figure, NotAFigure, read_figure
from goldenthread.rules.claims.lines import read_line
from goldenthread.rules.claims.sums import Check, Fit, NotASum, Sum, check

__all__ = ["Check", "Figure", "Fit", "NotAFigure", "NotASum", "Sum", "check", "read_figure", "read_line"]
