"""Which words of a text are short forms, and which only look like them."""

import re
from collections.abc import Collection, Iterator

_WORD = re.compile(r"(?<![\w&])[A-Za-z][A-Za-z0-9&]*(?:-\d+(?!\w))?")
_ADDRESS = r"https?://\S+|www\.\S+|\S+@\S+"
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
_TITLE = "Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof|Professor|Rev"
_INITIALS = rf"\b(?:{_TITLE})\.? [A-Z]{{2,3}}(?= [A-Z][a-z])"
_PART = "Part|Schedule|Chapter|Article|Annex|Appendix|Volume|Phase|Title|Stage|Level|Tier"
_NOT_WORDS = re.compile(rf"{_ADDRESS}|{_POSTCODE}|{_INITIALS}|\b(?:{_PART}) [IVXL]+\b")
_ROMAN = re.compile(r"(?=.)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_EVERYDAY = """
UK EU UN USA GB TV BBC PDF CSV OK AM PM MP PhD BA BSc MA MSc ID CEO NB PS QR FAQ SMS MBE OBE CBE GBE KBE DBE
NO YES NOT MUST ALL AND OR OF THE TO IN ON AT BY FOR IS IF WE BE AS DO ANY NEW NONE NIL PART DRAFT FINAL TOTAL OPEN
REPORT AGREED NOTED RESOLVED URGENT RED BLUE GREEN AMBER WHITE GREY NORTH SOUTH EAST WEST
MONDAY TUESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST OCTOBER NOVEMBER DECEMBER
JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC
"""
EVERYDAY = frozenset(_EVERYDAY.split())
_LONGEST = 8  # letters; longer capitals are words said loudly


def short_forms(passage: str, known: Collection[str], lower_words: Collection[str]) -> Iterator[str]:
    """Each short form of the passage as it is known, or else as written without its plural s.

    `lower_words` are the words that the whole paper also writes small: “SWINDON” is then a place, not a short form.
    """
    text = _NOT_WORDS.sub(" ", passage)
    loud = not any(letter.islower() for letter in text) and len(_WORD.findall(text)) > 1
    for word in _WORD.findall(text):
        if (found := _known(word, known)) is not None:
            if not loud or len(found) > 2:
                yield found
        elif not loud and _looks_like_one(word, lower_words):
            yield _singular(word)


def _known(word: str, known: Collection[str]) -> str | None:
    for form in (word, _singular(word), re.sub(r"\d+$", "", _singular(word)), word.upper()):
        if form in known and (form == word or sum(map(str.isupper, word)) > 1):
            return form
    return None


def _looks_like_one(word: str, lower_words: Collection[str]) -> bool:
    single = _singular(word)
    letters = [letter for letter in single if letter.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if word in EVERYDAY or single in EVERYDAY or _ROMAN.fullmatch(single) or len(letters) > _LONGEST:
        return False
    if len(single) > 3 and single.casefold() in lower_words:
        return False
    return capitals > 1 and capitals * 2 >= len(letters)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word[-2].islower() else word
