from django.apps import AppConfig


class Jobs(AppConfig):
    name = "goldenthread.foundation.jobs"
    label = "jobs"
