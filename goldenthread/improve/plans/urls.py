from django.urls import path

from .views import action, evidence, plan, report, sign, theme

prefix = "plan/"
app_name = "plans"
urlpatterns = [
    path("", plan.index, name="index"),
    path("challenges/", plan.challenges, name="challenges"),
    path("themes/<int:key>/", theme.theme, name="theme"),
    path("themes/<int:key>/report/", report.theme, name="report_theme"),
    path("themes/<int:key>/sign/", sign.theme, name="sign_theme"),
    path("actions/<int:key>/", action.action, name="action"),
    path("actions/<int:key>/report/", report.action, name="report"),
    path("actions/<int:key>/sign/", sign.action, name="sign"),
    path("actions/<int:key>/reword/", action.reword, name="reword"),
    path("actions/<int:key>/verify/", action.verify, name="verify"),
    path("actions/<int:key>/evidence/", evidence.offer, name="offer_evidence"),
    path("evidence/<int:key>/", evidence.look, name="evidence"),
]
