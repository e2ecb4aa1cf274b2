from django.urls import path

from . import views

prefix = ""
app_name = "ui"
urlpatterns = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("sources/", views.sources, name="sources"),
]
