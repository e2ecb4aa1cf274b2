"""How alike two findings are in their words. Every report shares a stock of phrases, which tell nothing apart."""

from rapidfuzz import fuzz

COMMON = frozenset(
    """
    a across actions all an and are area as at be by children children’s children's continue develop ensure for from
    further have how improve improving improved in includes including is it leaders local more must need needs of on
    or partnership people people’s people's send should so that the their them these they this to with work young
    """.split()  # noqa: SIM905  (a hundred quoted words are not readable)
)


def likeness(one: str, other: str) -> float:
    """0 to 100: the ratio of the telling words of each, in any order; a short finding may lie within a long one."""
    return fuzz.token_set_ratio(_telling_words(one), _telling_words(other))


def _telling_words(text: str) -> str:
    words = (word.strip(".,;:()▪◼•‘’") for word in text.lower().split())
    return " ".join(word for word in words if word and word not in COMMON)
