from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "goldenthread.improve.plans"
    label = "plans"
