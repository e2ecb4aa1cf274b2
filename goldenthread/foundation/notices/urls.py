from django.urls import path

from . import views

prefix = "told/"
app_name = "notices"
urlpatterns = [path("", views.mine, name="mine")]
