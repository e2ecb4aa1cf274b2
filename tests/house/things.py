"""One of everything in Marlshire, so that every address has something real behind it."""

from datetime import date, timedelta

from django.urls import NoReverseMatch, reverse

from goldenthread.foundation.intake import registry
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.jobs.models import Job
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.improve.inspections import writes as inspections
from goldenthread.improve.plans.models import Evidence, OutcomeMeasure, Remedy
from goldenthread.publish.reports import reads as shelf
from goldenthread.publish.reports import writes as reports
from tests.factories import people, plans
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
    return {
        "plans:theme": [action.theme_id], "plans:report_theme": [action.theme_id],
        "plans:sign_theme": [action.theme_id], "plans:evidence": [evidence.pk], "plans": [action.pk],
        "inspections:judge": [finding.pk], "inspections:repeat": [finding.pk], "inspections": [full.pk],
        "reports:download": [edition.pk, "html"], "reports:returned": [edition.pk, asked.pk],
        "reports:words": [edition.pk, next(iter(shelf.questions(edition)))], "reports": [edition.pk],
        "casework": [child.public_id], "jobs": [job.pk], "intake:template": [template], "intake": [batch.public_id],
        "indicators": ["children_missing_education_send"],
    }  # fmt: skip


def address(name, keys):
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse(name, args=keys.get(name) or keys[name.partition(":")[0]])
