from django.apps import AppConfig


class Intake(AppConfig):
    name = "goldenthread.foundation.intake"
    label = "intake"
