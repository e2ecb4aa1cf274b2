"""The paper that a page is about, for someone who may read it."""

from django.http import Http404

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.publish.reports import reads
from goldenthread.publish.reports.models import Edition
from goldenthread.publish.reports.permissions import may_read, may_read_papers


def found(request: SignedInRequest, key: int) -> Edition:
    require(may_read_papers(request.person))
    try:
        edition = reads.edition(request.area, key)
    except Edition.DoesNotExist as absent:
        raise Http404 from absent
    require(may_read(request.person, edition))
    return edition
