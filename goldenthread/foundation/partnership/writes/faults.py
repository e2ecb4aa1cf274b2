"""What may not be saved, and why."""

from collections.abc import Iterable, Sequence

from goldenthread.foundation.partnership.models import Person


class CannotSave(ValueError):
    """The text is a sentence: what may not be saved, why, and what to do."""


class ChangedSince(CannotSave):
    """Somebody saved after the form was opened. `stamp` is that of what is held now."""

    def __init__(self, differing: Iterable[str], stamp: str) -> None:
        super().__init__(
            f"Somebody else has changed this since you opened it. {' '.join(differing)} What you wrote is still below: "
            "look, then save again."
        )
        self.stamp = stamp


class AlreadyThere(CannotSave):
    """`people` have this name. `certain`: one of them has this post too, so it is no second person."""

    def __init__(self, people: Sequence[Person], *, certain: bool) -> None:
        one = people[0]
        if certain:
            sentence = f"{one.name}{f', {one.post},' if one.post else ''} is listed already. Use that entry instead."
        else:
            posts = "; ".join(each.post or "no post is given" for each in people)
            sentence = (
                f"Somebody called {one.name} is listed already ({posts}). If it is the same person, use that entry. If "
                "not, say below that this is somebody else."
            )
        super().__init__(sentence)
        self.people, self.certain = people, certain
