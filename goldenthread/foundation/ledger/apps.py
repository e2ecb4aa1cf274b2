from django.apps import AppConfig


class Ledger(AppConfig):
    name = "goldenthread.foundation.ledger"
    label = "ledger"
