"""DOOR. What families said."""

from datetime import date

from django.db.models import QuerySet

from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.rules.statistics.disclosure import RULES, Code

from .complaint_year import ComplaintYear, complaint_year
from .models import Complaint, SurveyAnswer
from .permissions import may_see_answers_of_a_few
from .survey_year import SurveyYear, survey_year


def answers(area: LocalArea) -> QuerySet[SurveyAnswer]:
    found: QuerySet[SurveyAnswer] = SurveyAnswer.objects.with_scope(area=area).all()
    return found


def complaints(area: LocalArea) -> QuerySet[Complaint]:
    found: QuerySet[Complaint] = Complaint.objects.with_scope(area=area).all()
    return found


def survey(area: LocalArea, until: date, viewer: Person) -> SurveyYear:
    """The last twelve months of the survey. Fewer than ten answers are shown to those alone who work with them."""
    rule = RULES[Code.INTERNAL if may_see_answers_of_a_few(viewer, until) else Code.SURVEY]
    return survey_year(answers(area), until, rule)


def complaints_received(area: LocalArea, since: date, until: date, viewer: Person) -> ComplaintYear:
    """The complaints of some months, both days included; small numbers for those alone who work with them."""
    received = list(complaints(area).filter(received_on__range=(since, until)))
    return complaint_year(received, since, until, all_counts=may_see_answers_of_a_few(viewer, until))
