from django.urls import path

from .views import reading, shelf, steps

prefix = "papers/"
app_name = "reports"
urlpatterns = [
    path("", shelf.index, name="index"),
    path("draft/", shelf.draft, name="draft"),
    path("<int:key>/", reading.paper, name="paper"),
    path("<int:key>/changes/", reading.changes, name="changes"),
    path("<int:key>/download/<str:format>/", reading.download, name="download"),
    path("<int:key>/words/<str:code>/", steps.words, name="words"),
    path("<int:key>/head/", steps.head, name="head"),
    path("<int:key>/figures/", steps.figures, name="figures"),
    path("<int:key>/circulate/", steps.circulate, name="circulate"),
    path("<int:key>/returned/<int:consultee>/", steps.returned, name="returned"),
    path("<int:key>/clear/", steps.clear, name="clear"),
    path("<int:key>/freeze/", steps.freeze, name="freeze"),
    path("<int:key>/correct/", steps.correct, name="correct"),
]
