"""What does it cost, and who pays?"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.forms.money import AddAccount, FillPosts, PromiseMoney
from goldenthread.improve.plans.models import Funding, ImprovementPlan
from goldenthread.improve.plans.permissions import may_see_plan, may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.found import the_plan

BACK = "Money"


@require_safe
def money(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    chosen, others = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    page = {
        "plan": chosen.plan,
        "others": others,
        "found": reads.spending(chosen.plan, request.today),
        "may_write": may_write_plan(request.person),
        "add": f"{reverse('plans:add_money')}?plan={chosen.plan.pk}",
    }
    return render(request, "plans/money.html", page)


@require_http_methods(METHODS)
def add(request: SignedInRequest) -> HttpResponse:
    require(may_write_plan(request.person))
    chosen, _ = the_plan(request)
    if chosen is None:
        raise Http404
    form = PromiseMoney(request.POST or None, plan=chosen.plan)
    made = saved(request, form, lambda: writes.promise_money(plan=chosen.plan, **form.cleaned_data, **by_hand(request)))
    if made is not None:
        messages.success(request, f"“{made}” is counted in the plan’s money.")
        return redirect(_back(chosen.plan))
    return form_page(
        request, form, title="Add money", button="Add this money", back=_back(chosen.plan), back_text=BACK,
        about=str(chosen.plan),
        inset="Is this money here already, told differently somewhere else? Then add an account to it, so that it is "
        "not counted twice.",
    )  # fmt: skip


@require_http_methods(METHODS)
def account(request: SignedInRequest, key: int) -> HttpResponse:
    asked = _funding(request, key)
    form = AddAccount(request.POST or None)
    if saved(request, form, lambda: writes.add_account(funding=asked, **form.cleaned_data, **by_hand(request))):
        messages.success(request, "The account stands beside the others.")
        return redirect(_back(asked.plan))
    return form_page(
        request, form, title="Add an account", button="Add this account", back=_back(asked.plan), back_text=BACK,
        about=f"{asked}: counted here as £{asked.pounds_a_year:,} a year",
    )  # fmt: skip


@require_http_methods(METHODS)
def posts(request: SignedInRequest, key: int) -> HttpResponse:
    asked = _funding(request, key)
    form = FillPosts(request.POST or None, initial={"posts": asked.posts, "posts_filled": asked.posts_filled})
    if saved(request, form, lambda: writes.fill_posts(funding=asked, **form.cleaned_data, **by_hand(request))):
        messages.success(request, "The posts are saved.")
        return redirect(_back(asked.plan))
    return form_page(
        request, form, title="Posts", button="Save the posts", back=_back(asked.plan), back_text=BACK, about=str(asked)
    )


def _funding(request: SignedInRequest, key: int) -> Funding:
    require(may_write_plan(request.person))
    return get_object_or_404(Funding.objects.select_related("plan"), plan__area=request.area, pk=key)


def _back(plan: ImprovementPlan) -> str:
    return f"{reverse('plans:money')}?plan={plan.pk}"
