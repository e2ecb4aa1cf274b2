from django.urls import path

from . import views

prefix = "children/"
app_name = "casework"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:public_id>/", views.case, name="case"),
    path("<uuid:public_id>/family/", views.standing, name="standing"),
]
