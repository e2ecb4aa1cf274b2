from django.apps import AppConfig


class Establishments(AppConfig):
    name = "goldenthread.record.establishments"
    label = "establishments"
