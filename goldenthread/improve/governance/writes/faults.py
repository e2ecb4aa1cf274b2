"""What may not be saved, and why."""


class CannotSave(ValueError):
    """The text is a sentence: what may not be saved, why, and what to do."""


class ChangedSince(CannotSave):
    """Somebody saved the same thing after the form was opened."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Somebody else has changed {what} since you opened it. What it says now is shown beside what you wrote: "
            "nothing of yours is lost. Save again when both are right."
        )
