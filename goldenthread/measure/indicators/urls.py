from django.urls import path

from .views import measures, origin, rebases, region, schools

prefix = "measures/"
app_name = "indicators"
urlpatterns = [
    path("", measures.index, name="index"),
    path("both-sides/", measures.both_sides, name="both_sides"),
    path("template.xlsx", measures.template, name="template"),
    path("region/", region.region, name="region"),
    path("schools/", schools.listed, name="schools"),
    path("schools/<slug:urn>/", schools.school, name="school"),
    path("<slug:code>/", measures.measure, name="measure"),
    path("<slug:code>/figures.csv", measures.figures_csv, name="figures_csv"),
    path("<slug:code>/figures.xlsx", measures.figures_xlsx, name="figures_xlsx"),
    path("<slug:code>/figures.svg", measures.figures_svg, name="figures_svg"),
    path("<slug:code>/figures/<int:key>/", origin.figure, name="figure"),
    path("<slug:code>/start-anew/", rebases.start_anew, name="start_anew"),
    path("<slug:code>/start-anew/<int:key>/withdraw/", rebases.withdraw, name="withdraw_start"),
]
