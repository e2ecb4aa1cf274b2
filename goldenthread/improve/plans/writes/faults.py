"""What may not be saved, and why."""

from goldenthread.improve.plans.models import Update


class CannotSave(ValueError):
    """The text is a sentence: what may not be saved, why, and what to do."""


class ChangedSince(CannotSave):
    """Somebody reported after the form was opened. `update` is what they said."""

    def __init__(self, update: Update) -> None:
        super().__init__(
            "Somebody else has reported on this action since you opened it. Look at what they said, then decide."
        )
        self.update = update
