from django.urls import path

from . import views

prefix = "inspection/"
app_name = "inspections"
urlpatterns = [
    path("", views.index, name="index"),
    path("visit/", views.visit, name="visit"),
    path("<int:key>/", views.inspection, name="inspection"),
    path("<int:key>/add/", views.add, name="add"),
    path("finding/<int:key>/judge/", views.judge, name="judge"),
    path("finding/<int:key>/repeat/", views.repeat, name="repeat"),
]
