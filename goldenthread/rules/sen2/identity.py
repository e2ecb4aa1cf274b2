"""Who a person in a return is, so that the same person is known again in another file."""

from collections.abc import Mapping
from typing import Any

Person = Mapping[str, Any]


def person_key(person: Person) -> str:
    """The natural key: “UPN:…”, else “ULN:…”, else “NDP:surname|forename|birth date|postcode”, all in one spelling.

    It says who somebody is: it is never logged, shown or put into an address.
    """
    if "upn" in person:
        return f"UPN:{_plain(person, 'upn')}"
    if "uniquelearnernumber" in person:
        return f"ULN:{_plain(person, 'uniquelearnernumber')}"
    return f"{name_and_birth(person)}|{_plain(person, 'postcode')}"


def numbers_of(person: Person) -> list[str]:
    """The keys of a person's registered numbers, the surer first."""
    numbers = (("UPN", _plain(person, "upn")), ("ULN", _plain(person, "uniquelearnernumber")))
    return [f"{kind}:{number}" for kind, number in numbers if number]


def name_and_birth(person: Person) -> str:
    """“NDP:surname|forename|birth date”."""
    return f"NDP:{_plain(person, 'surname')}|{_plain(person, 'forename')}|{person.get('personbirthdate', '')[:10]}"


def _plain(person: Person, column: str) -> str:
    """Capitals without spaces, hyphens or apostrophes: “O'Neill-Smith ” and “ONEILL SMITH” are one."""
    text: str = person.get(column, "")
    return text.upper() if text.isalnum() else "".join(filter(str.isalnum, text)).upper()
