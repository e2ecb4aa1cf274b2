from django.apps import AppConfig


class Ui(AppConfig):
    name = "goldenthread.foundation.ui"
    label = "ui"
