from django.urls import path

from . import views

prefix = "intake/"
app_name = "intake"
urlpatterns = [
    path("", views.index, name="index"),
    path("template/<slug:code>.csv", views.template, name="template"),
    path("<uuid:public_id>/", views.batch, name="batch"),
    path("<uuid:public_id>/kind/", views.choose, name="choose"),
    path("<uuid:public_id>/choices/", views.say_otherwise, name="choices"),
    path("<uuid:public_id>/commit/", views.commit, name="commit"),
    path("<uuid:public_id>/undo/", views.undo, name="undo"),
    path("<uuid:public_id>/problems.xlsx", views.problems, name="problems"),
]
