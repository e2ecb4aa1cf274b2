"""`{% load measures %}`: a figure in words."""

from django import template

from goldenthread.measure.indicators import words

register = template.Library()
register.filter("sentence", words.sentence)
register.filter("interval", words.around)
register.filter("provenance", words.provenance)
register.filter("figure", words.value)
register.filter("counts", words.counts)
register.filter("period", words.period)
