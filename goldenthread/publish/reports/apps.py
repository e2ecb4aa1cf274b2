from django.apps import AppConfig


class Reports(AppConfig):
    name = "goldenthread.publish.reports"
    label = "reports"
