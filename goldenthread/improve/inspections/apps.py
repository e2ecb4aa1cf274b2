from django.apps import AppConfig


class Inspections(AppConfig):
    name = "goldenthread.improve.inspections"
    label = "inspections"
