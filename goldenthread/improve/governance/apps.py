from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "goldenthread.improve.governance"
    label = "governance"
