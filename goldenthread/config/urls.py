"""Addresses: each room with `urls.py` states its own prefix there."""

from importlib import import_module

from allauth.account import views as account
from django.urls import URLPattern, URLResolver, include, path

from .home.views import home
from .rooms import rooms


def room_urls() -> list[URLResolver]:
    modules = [import_module(f"{room}.urls") for room in rooms("urls.py")]
    return [path(module.prefix, include(module)) for module in modules]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("password/", account.password_change, name="account_change_password"),
    *room_urls(),
]
