"""`{% load charts %}`: a drawing, and the table of what it draws."""

from typing import Any

from django import template
from django.utils.safestring import mark_safe

from goldenthread.foundation.charts.chart import Chart, ChartTable

register = template.Library()


@register.inclusion_tag("ui/chart.html")
def chart(drawn: Chart, caption: str = "") -> dict[str, Any]:
    """{% chart figure %}. The drawing escapes its own words (foundation/charts); the table is escaped here."""
    return {"svg": mark_safe(drawn.svg()), "table": drawn.table(), "caption": caption or drawn.title}


@register.inclusion_tag("ui/chart_table.html")
def chart_table(table: ChartTable) -> dict[str, Any]:
    """{% chart_table figure.table %}: the table alone."""
    return {"table": table}
