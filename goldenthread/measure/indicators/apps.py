from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "goldenthread.measure.indicators"
    label = "indicators"
