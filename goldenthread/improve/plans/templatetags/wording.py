"""`{% load wording %}`: two wordings, with what was taken out and put in."""

from django import template

from goldenthread.improve.plans.rewording import Change, difference

register = template.Library()


@register.inclusion_tag("plans/difference.html", name="difference")
def two_wordings(before: str, after: str) -> dict[str, object]:
    """{% difference amendment.before amendment.after %}"""
    pieces = difference(before, after)
    return {
        "pieces": pieces,
        "added": [piece.words for piece in pieces if piece.change is Change.ADDED],
        "taken_out": [piece.words for piece in pieces if piece.change is Change.TAKEN_OUT],
    }
