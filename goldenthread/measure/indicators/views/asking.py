"""Who asks, and what they may see: the first lines of every view here."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.permissions import may_see_measures, may_see_small_numbers


@dataclass(frozen=True)
class Asked:
    area: LocalArea
    today: date
    small_numbers: bool


def asked(request: SignedInRequest) -> Asked:
    """403 for whoever may not see measures."""
    require(may_see_measures(request.person))
    return Asked(request.area, request.today, may_see_small_numbers(request.person))


def defined(code: str) -> str:
    """404 for a code that no measure has."""
    if code not in catalogue.codes():
        raise Http404
    return code
