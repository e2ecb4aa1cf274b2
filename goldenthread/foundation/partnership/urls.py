from django.urls import path

from .views import first_password, handing, listed, people, roles, sign_ins

prefix = "people/"
app_name = "partnership"
urlpatterns = [
    path("", listed.index, name="index"),
    path("add/", people.add, name="add"),
    path("first-password/", first_password.first_password, name="first_password"),
    path("<int:key>/", listed.person, name="person"),
    path("<int:key>/edit/", people.edit, name="edit"),
    path("<int:key>/appoint/", roles.appoint, name="appoint"),
    path("<int:key>/sign-in/", sign_ins.give, name="sign_in"),
    path("<int:key>/close/", sign_ins.close, name="close"),
    path("<int:key>/link/", handing.link, name="link"),
    path("roles/<int:key>/end/", roles.end, name="end"),
]
