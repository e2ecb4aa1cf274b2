from django.apps import AppConfig


class Feedback(AppConfig):
    name = "goldenthread.record.feedback"
    label = "feedback"
