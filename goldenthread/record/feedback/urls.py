from django.urls import path

from . import views

prefix = "families/"
app_name = "feedback"
urlpatterns = [
    path("", views.index, name="index"),
]
