"""Whether a number or a code of the national registers is well formed: UPN, ULN, URN, UKPRN, postcode."""

import re
from operator import mul

_UPN = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]").fullmatch
_UPN_LETTERS = b"ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O or S
_UPN_VALUES = bytes(_UPN_LETTERS.index(code) if code in _UPN_LETTERS else (code - 48) % 256 for code in range(256))
_UPN_WEIGHTS = tuple(range(2, 14))
_ULN_WEIGHTS = tuple(range(10, 1, -1))
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}", re.IGNORECASE | re.ASCII).fullmatch
_URN = re.compile(r"[1-9]\d{5}").fullmatch
_UKPRN = re.compile(r"1\d{7}").fullmatch


def is_upn(text: str) -> bool:
    """A unique pupil number: a check letter, then 12 digits, of which the last is a letter in a temporary number.

    The letter is the weighted sum (2 to 13) of the other twelve, modulo 23 (DfE guide to UPNs).
    """
    if not _UPN(text):
        return False
    values = text.encode().translate(_UPN_VALUES)
    return bool(sum(map(mul, values[1:], _UPN_WEIGHTS)) % 23 == values[0])


def is_uln(text: str) -> bool:
    """A unique learner number: ten digits, the last checking the first nine (Learning Records Service)."""
    if len(text) != 10 or not text.isascii() or not text.isdigit() or text[0] == "0":
        return False
    digits = tuple(map(int, text))
    remainder = sum(map(mul, digits, _ULN_WEIGHTS)) % 11
    return bool(remainder and 10 - remainder == digits[9])


def is_postcode(text: str) -> bool:
    """A United Kingdom postcode, with or without its space."""
    return _POSTCODE(text) is not None


def is_urn(text: str) -> bool:
    return _URN(text) is not None


def is_ukprn(text: str) -> bool:
    return _UKPRN(text) is not None
