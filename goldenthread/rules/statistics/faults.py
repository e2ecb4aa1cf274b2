"""What the arithmetic cannot answer."""


class NotComputable(ValueError):
    """The figures given allow no honest answer; the text is a sentence that says which figure, and why."""
