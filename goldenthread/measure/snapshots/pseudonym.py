"""A pseudonym: the same person gets the same one here, and nobody without this installation's key can make it again."""

import hashlib
import hmac
from collections.abc import Callable


def pseudonyms(key: str) -> Callable[[str], str]:
    """16 hex digits of HMAC-SHA-256. A plain hash would not do: pupil numbers are few enough to try them all."""
    secret = key.encode()

    def pseudonym(natural: str) -> str:
        return hmac.new(secret, natural.encode(), hashlib.sha256).hexdigest()[:16]

    return pseudonym
