"""What figures and papers need."""

from django.urls import reverse

from goldenthread.config.home.shapes import MOST, Line, Need
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.measure.indicators import reads as indicators
from goldenthread.publish.reports import reads as reports
from goldenthread.publish.reports.permissions import may_read
from goldenthread.rules.calendar import format_date


def restated(request: SignedInRequest) -> Need:
    found = list(indicators.restated(request.area))
    lines = tuple(
        Line(
            f"{indicators.definition(one.indicator).title}, {one.period_start:%B %Y}",
            reverse("indicators:measure", args=[one.indicator]),
            one.replaced_by.why_replaced if one.replaced_by else "",
        )
        for one in found[:MOST]
    )
    return Need("Restated figures", len(found), lines, "No figure has been corrected since it was first counted.")


def papers(request: SignedInRequest) -> Need:
    found = [one for one in reports.editions(request.area) if may_read(request.person, one)]
    lines = tuple(
        Line(str(one.title), reverse("reports:paper", args=[one.pk]), f"{one.body}, {format_date(one.meeting_on)}")
        for one in found[:MOST]
    )
    return Need(
        "Papers", len(found), lines, "No paper has been drafted yet.", Line("All papers", reverse("reports:index"))
    )
