"""What kind of place a child with a plan is in."""

from collections.abc import Callable, Mapping


def placement_kinds(kinds: Mapping[str, str]) -> Callable[[str | None, str | None], str | None]:
    """Kind of a placement: the school's where it is in the register, else the return's own setting code."""

    def kind_of(urn: str | None, setting: str | None) -> str | None:
        return kinds.get(urn or "") or setting

    return kind_of
