from django.urls import path

from . import views

prefix = "measures/"
app_name = "indicators"
urlpatterns = [
    path("", views.index, name="index"),
    path("both-sides/", views.both_sides, name="both_sides"),
    path("<slug:code>/", views.measure, name="measure"),
    path("<slug:code>/figures.csv", views.figures_csv, name="figures_csv"),
    path("<slug:code>/figures.xlsx", views.figures_xlsx, name="figures_xlsx"),
]
