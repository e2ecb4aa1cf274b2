"""Who may report, verify, sign, approve, publish?"""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import DUTIES, Duty, may_see_people, require
from goldenthread.foundation.partnership.reads import SignedInRequest, roles_held
from goldenthread.improve.plans.permissions import may_see_plan


@dataclass(frozen=True)
class RoleRow:
    role: Role
    carries: tuple[bool, ...]
    people: tuple[Person, ...]


@require_safe
def duties(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    held: dict[str, list[Person]] = {}
    today = roles_held(request.today).filter(person__area=request.area).select_related("person__organisation")
    for one in today.order_by("person__name"):
        held.setdefault(one.role, []).append(one.person)
    rows = [
        RoleRow(role, tuple(duty in DUTIES.get(role, ()) for duty in Duty), tuple(held.get(role, ()))) for role in Role
    ]
    unheld = [
        duty.value for place, duty in enumerate(Duty) if not any(row.people for row in rows if row.carries[place])
    ]
    page = {"rows": rows, "duties": list(Duty), "unheld": unheld, "may_see_people": may_see_people(request.person)}
    return render(request, "plans/duties.html", page)
