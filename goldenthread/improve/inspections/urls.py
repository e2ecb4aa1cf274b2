from django.urls import path

from . import views

prefix = "inspection/"
app_name = "inspections"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:key>/", views.inspection, name="inspection"),
]
