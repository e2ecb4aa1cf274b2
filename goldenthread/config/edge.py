"""The edge: the one place that looks at the clock, and where a request learns who asks, for which area, on what day."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django_scopes import scope

from goldenthread.foundation.partnership import reads

View = Callable[..., HttpResponse]
WITHOUT_A_PERSON = ("account_logout", "account_change_password")


def now() -> datetime:
    """This moment; on the pinned day where GOLDENTHREAD_TODAY pins one."""
    moment = timezone.localtime(timezone.now())  # noqa: TID251  the edge
    if not settings.GOLDENTHREAD_TODAY:
        return moment
    pinned = date.fromisoformat(settings.GOLDENTHREAD_TODAY)
    return datetime.combine(pinned, moment.time(), tzinfo=timezone.get_current_timezone())


def today() -> date:
    return now().date()


class WhoAndWhen:
    """Sets request.today, .person and .area, and opens the area's scope around the view: an unscoped query raises."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.today = today()
        request.person = reads.person_for(request.user, request.today) if request.user.is_authenticated else None
        request.area = request.person.area if request.person else None
        # scope(area=None) would lift the filter altogether: with nobody's area, no scope is opened
        with scope(area=request.area) if request.area else scope():
            answer = self.get_response(request)
        if request.person:  # the next to use the machine must not go back to a child's page
            patch_cache_control(answer, private=True, no_store=True)
        return answer

    def process_view(self, request: HttpRequest, view: View, *_: object) -> None:
        """An account that belongs to nobody in an area sees the public pages only, and can sign out."""
        is_public = not getattr(view, "login_required", True)
        name = request.resolver_match.url_name if request.resolver_match else None
        if not is_public and name not in WITHOUT_A_PERSON and getattr(request, "person", None) is None:
            raise PermissionDenied
