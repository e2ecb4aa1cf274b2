"""One of everything in Marlshire, so that every address has something real behind it."""

from datetime import date, timedelta

from django.urls import NoReverseMatch, reverse

from goldenthread.foundation.intake import registry
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.jobs.models import Job
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.inspections import writes as inspections
from goldenthread.improve.plans.models import Dependency, Evidence, OutcomeMeasure, Remedy
from goldenthread.improve.plans.writes import ask_for_signature, take_stock
from goldenthread.measure.indicators.models import Rebase
from goldenthread.measure.indicators.writes import keep
from goldenthread.publish.reports import reads as shelf
from goldenthread.publish.reports import writes as reports
from tests.factories import measures, meetings, people, plan_register, plans, scrutiny
from tests.factories import reports as papers
from tests.factories.casework import a_plan, a_request, sen2_person, waiting, xml_upload

ON = people.TODAY


def visit(kind, year):
    first = date(year, 3, 4)
    return inspections.record_visit(
        area=people.area(), kind=kind, started_on=first, ended_on=first, source_title="A letter", by=SYSTEM, on=ON
    )


def batch_of(*persons):
    batch = intake.receive(area=people.area(), upload=xml_upload(*persons), by=SYSTEM, on=ON)
    intake.understand(batch=batch, by=SYSTEM, on=ON)
    return batch


def of_meetings():
    """One of everything that governance keeps; its keys by the address, or by the room."""
    body = meetings.body()
    board = meetings.meeting(body)
    commitment = meetings.commitment(meeting=board)
    answer = scrutiny.response()
    expected = scrutiny.expectation()
    proof = answer.proofs.create(title="A letter", captured_on=ON, offered_by="somebody")
    seen = scrutiny.visit()
    claim = scrutiny.claim()
    asked = answer.recommendation
    keyed = (
        (body, "body edit_body add_seat add_line plan_meeting"),
        (meetings.seat(body), "end_seat"),
        (board, "meeting edit_meeting add_item attend held agree_minutes decide promise"),
        (meetings.item(board), "minute table_paper"),
        (meetings.decision(board), "commit"),
        (commitment, "commitment end_commitment offer_proof"),
        (meetings.proof(commitment), "proof"),
        (asked.review, "review recommend"),
        (asked, "recommendation respond"),
        (answer, "progress prove_response members_view"),
        (proof, "response_proof"),
        (claim, "claim check_claim"),
        (seen, "visit edit_visit saw visit_promise"),
        (expected, "edit_expectation expectation_result"),
    )
    keys = {f"governance:{name}": [thing.pk] for thing, names in keyed for name in names.split()}
    return keys | {"governance:feed": ["no-such-secret"]}


def of_the_plan(action, outcome):
    """What hangs on an action, an outcome and the plan; its keys by the address."""
    plan, theme = action.theme.plan, action.theme
    risk, money = plan_register.risk(of=plan), plan_register.funding(of=plan)
    other = plans.action("1.2")
    waits = Dependency.objects.create(action=other, needs=action)
    mark, remedy = action.milestones.get(), action.remedies.get()
    take_stock(plan=plan, by=SYSTEM, on=ON)
    lead = people.person(Role.ACTION_LEAD)
    said = {"why": "It came on Monday.", "until": ON + timedelta(days=9), "by": lead, "on": ON}
    asked = ask_for_signature(about=action, **said)
    keyed = (
        (plan, "edit_plan add_theme"),
        (theme, "theme report_theme sign_theme explain_theme edit_theme add_outcome add_action"),
        (outcome, "explain_outcome sign_outcome report_outcome edit_outcome"),
        (asked, "sign_explanation decline_explanation"),
        (lead, "owed_by remind"),
        (risk, "edit_risk"),
        (money, "add_account posts"),
        (mark, "reach"),
        (remedy, "approve"),
        (waits, "free"),
    )
    return {f"plans:{name}": [thing.pk] for thing, names in keyed for name in names.split()}


def of_measures():
    """A month's figures of a count, a chart begun anew, and a school; their keys by the address."""
    area, code = people.area(), "open_cases"
    made = [measures.made(area, code, date(2026, month, 1), 40 + month, None) for month in range(1, 7)]
    keep(made, why="")
    rebase = Rebase.objects.create(
        area=area, indicator=code, starts_on=date(2026, 4, 1), cause="A new team.", made_by="x", made_on=ON
    )
    (school,) = measures.schools(area, 1)
    return {
        "indicators:figures_svg": [code], "indicators:figure": [code, made[0].pk], "indicators:start_anew": [code],
        "indicators:withdraw_start": [code, rebase.pk], "indicators:school": [school.urn],
    }  # fmt: skip


def things():
    """One of everything in Marlshire; its keys by the address, or by the room."""
    action = plans.action("1.1", due_on=ON - timedelta(days=9), activity="Review", partners="Health")
    evidence = Evidence.objects.create(action=action, title="A letter", words="It is so.", captured_on=ON)
    Remedy.objects.create(action=action, wording="Ask.", owner="Ann", due_on=ON)
    action.milestones.create(title="Half way", due_on=ON)
    action.amendments.create(before="a", after="b", asked_by="Ann", on=ON)
    outcome = action.theme.outcomes.create(ref="1A", sentence="Better.", why_not_measured="Nobody counts.")
    OutcomeMeasure.objects.create(outcome=outcome, indicator="children_missing_education_send")
    full = visit("full", 2024)
    finding = inspections.add_finding(inspection=full, kind="priority_action", text="Waits.", by=SYSTEM, on=ON)
    later = visit("monitoring", 2025)
    inspections.judge_finding(finding=finding, revisit=later, sufficient_progress=False, note="No.", by=SYSTEM, on=ON)
    edition = papers.draft()
    (asked,) = reports.circulate(edition=edition, consultees=[("Ann", "Finance")], by=SYSTEM, on=ON)
    child = a_plan().request.child
    a_request(child)
    batch = batch_of(sen2_person(1, waiting(), postcode="ZZ99 9ZZZ"))
    job = Job.objects.create(kind="x", title="Work", area=people.area(), asked_by="person:0", asked_on=ON)
    template = next(each.code for each in registry.sources() if getattr(each, "template", ()))
    verifier = people.person(Role.VERIFIER)
    return {
        "partnership": [verifier.pk], "partnership:end": [verifier.roles.get().pk],
        **of_meetings(), **of_the_plan(action, outcome), "plans:evidence": [evidence.pk], "plans": [action.pk],
        "inspections:judge": [finding.pk], "inspections:repeat": [finding.pk], "inspections": [full.pk],
        "reports:download": [edition.pk, "html"], "reports:returned": [edition.pk, asked.pk],
        "reports:words": [edition.pk, next(iter(shelf.questions(edition)))], "reports": [edition.pk],
        "casework": [child.public_id], "jobs": [job.pk], "intake:template": [template], "intake": [batch.public_id],
        "indicators": ["children_missing_education_send"], **of_measures(),
    }  # fmt: skip


def address(name, keys):
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse(name, args=keys.get(name) or keys[name.partition(":")[0]])
