"""One e-mail address, one sign-in: within an area, of which alone an administrator may learn anything."""

from goldenthread.foundation.partnership import reads
from goldenthread.foundation.partnership.models import LocalArea, Person

from .faults import CannotSave


def refuse_taken(area: LocalArea, email: str, but: Person | None = None) -> None:
    """Raises CannotSave where somebody else of the area signs in with it."""
    others = [one for one in reads.people_in(area).filter(user__email__iexact=email) if one != but]
    if email and others:
        raise CannotSave(f"{others[0].name} signs in with this e-mail address already. Two people cannot share one.")
