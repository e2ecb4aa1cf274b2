from django.apps import AppConfig


class Casework(AppConfig):
    name = "goldenthread.record.casework"
    label = "casework"
