"""What somebody saw when they opened a form: so that the second of two people to save is told of the first."""

from hashlib import sha256

from django.db.models import Model


def seen(thing: Model) -> str:
    """A short stamp of a row as it stands; another once any of its fields is changed."""
    values = [(field.attname, field.value_to_string(thing)) for field in thing._meta.concrete_fields]
    return sha256(repr(values).encode()).hexdigest()[:16]
