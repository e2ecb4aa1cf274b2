from django.apps import AppConfig


class SnapshotsConfig(AppConfig):
    name = "goldenthread.measure.snapshots"
    label = "snapshots"
