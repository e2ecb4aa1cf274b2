"""DOOR. What families said."""

from django.db.models import QuerySet

from goldenthread.foundation.partnership.models import LocalArea

from .models import Complaint, SurveyAnswer


def answers(area: LocalArea) -> QuerySet[SurveyAnswer]:
    found: QuerySet[SurveyAnswer] = SurveyAnswer.objects.with_scope(area=area).all()
    return found


def complaints(area: LocalArea) -> QuerySet[Complaint]:
    found: QuerySet[Complaint] = Complaint.objects.with_scope(area=area).all()
    return found
