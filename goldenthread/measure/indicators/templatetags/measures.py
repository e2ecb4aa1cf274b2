"""`{% load measures %}`: a figure in words."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from goldenthread.foundation.charts import Icon
from goldenthread.measure.indicators import words

register = template.Library()
register.filter("sentence", words.sentence)
register.filter("interval", words.around)
register.filter("provenance", words.provenance)
register.filter("figure", words.value)
register.filter("counts", words.counts)
register.filter("period", words.period)
register.filter("kind", words.kind)


@register.filter
def icon(drawn: Icon) -> SafeString:
    """Its drawing, which has escaped its own words."""
    return mark_safe(drawn.svg)
