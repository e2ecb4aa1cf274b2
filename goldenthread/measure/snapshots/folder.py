"""Where a snapshot's files lie: addressed by what they say."""

from pathlib import Path

from django.conf import settings

from goldenthread.measure.snapshots.models import Snapshot


def folder_of(snapshot: Snapshot) -> Path:
    return Path(settings.SNAPSHOTS) / snapshot.content_hash[:2] / snapshot.content_hash
