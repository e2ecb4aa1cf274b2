"""Files as they came, kept under private media by the hash of their bytes: no name of a person or a file in any
path.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage

from .models import Batch
from .source import Upload

PIECE = 1024 * 1024


def sha256(upload: Upload) -> str:
    digest = hashlib.sha256()
    with upload.open() as stream:
        while piece := stream.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def keep(upload: Upload, digest: str) -> None:
    """Store a file once, however often it is brought."""
    store = _store()
    if not store.exists(_path(digest)):
        with upload.open() as stream:
            store.save(_path(digest), File(stream))


def is_kept(batch: Batch) -> bool:
    return _store().exists(_path(batch.sha256))


def kept(batch: Batch) -> Upload:
    """The file of a batch, as it came."""
    path = _store().path(_path(batch.sha256))
    return Upload(batch.file_name, batch.size, lambda: cast(BinaryIO, Path(path).open("rb")))


def _path(digest: str) -> str:
    return f"intake/{digest[:2]}/{digest}"


def _store() -> FileSystemStorage:
    return FileSystemStorage(location=settings.MEDIA_ROOT, base_url=None)
