"""What an administrator may edit of a person, and how to see that somebody else has done so."""

import hashlib
from typing import Any

from goldenthread.foundation.partnership.models import Person

EDITED = ("name", "post", "organisation", "email")


def held(person: Person) -> dict[str, Any]:
    """By the names in EDITED. An e-mail address is kept only for somebody with a sign-in."""
    email = person.user.email if person.user else ""
    return {"name": person.name, "post": person.post, "organisation": person.organisation, "email": email}


def stamp(person: Person) -> str:
    """What stands in these fields, as a few letters for a form to carry."""
    words = repr([str(value or "") for value in held(person).values()])
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def in_words(name: str, value: Any) -> str:
    title = "E-mail address" if name == "email" else name.capitalize()
    return f"{title} is now {f'“{value}”' if value else 'empty'}."
