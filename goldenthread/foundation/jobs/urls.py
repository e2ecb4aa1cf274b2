from django.urls import path

from . import views

prefix = "work/"
app_name = "jobs"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("<uuid:job_id>/", views.one, name="one"),
]
