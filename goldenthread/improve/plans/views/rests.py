"""What does the plan rest on?"""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.charts import Edge, NetworkChart, Node
from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans import reads
from goldenthread.improve.plans.permissions import may_see_plan, may_write_plan
from goldenthread.improve.plans.resting import MUCH, Rests
from goldenthread.improve.plans.standing import ActionStanding
from goldenthread.improve.plans.views.found import the_plan

MOST_CHAINS = 10


@require_safe
def rests(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    chosen, others = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    found = reads.rests(chosen.plan, chosen.themes, request.today)
    chart = _chart(found, request)
    page = {
        "plan": chosen.plan,
        "others": others,
        "found": found,
        "chart": chart if chart.fits else None,
        "table": chart.table(),
        "chains": found.chains[:MOST_CHAINS],
        "percent": round(100 * MUCH),
        "may_write": may_write_plan(request.person),
    }
    return render(request, "plans/rests.html", page)


def _chart(found: Rests, request: SignedInRequest) -> NetworkChart:
    title = "Unfinished actions that wait for each other"
    return NetworkChart(
        identity="rests-on",
        title=title,
        description=f"{title}: {len(found.tied)} actions, {len(found.pairs)} waits. What is needed stands on the left.",
        nodes=tuple(_node(one, request) for one in found.tied),
        edges=tuple(Edge(str(waits.action.pk), str(needs.action.pk)) for waits, needs in found.pairs),
    )


def _node(one: ActionStanding, request: SignedInRequest) -> Node:
    due = one.action.due_on
    said = f"{one.reported.colour.word}, {f'due {day(due)}' if due else 'no due date'}"
    label = f"{one.action.ref} {one.reported.colour.letter}"
    return Node(str(one.action.pk), label, said, late=due is not None and due < request.today)
