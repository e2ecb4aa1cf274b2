# mypy: disable-error-code="django-manager-missing"
# django-scopes makes its managers at run time, where the type checker cannot follow.
import uuid

from django.db import models
from django_scopes import ScopedManager

from goldenthread.foundation.partnership.models import LocalArea


class Child(models.Model):
    """A child or young person, 0 to 25. `key` is the natural identity by which two files mean the same person."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)
    upn = models.CharField("unique pupil number", max_length=13, blank=True)
    uln = models.CharField("unique learner number", max_length=10, blank=True)
    upn_unknown = models.CharField("why there is no UPN", max_length=4, blank=True)
    surname = models.CharField(max_length=100, blank=True)
    forename = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=2, blank=True)
    ethnicity = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    known_on = models.DateField()

    objects = ScopedManager(area="area")

    class Meta:
        verbose_name_plural = "children"
        constraints = (models.UniqueConstraint(fields=("area", "key"), name="child_once_in_an_area"),)

    def __str__(self) -> str:
        return f"Child {self.reference}"  # never a name: this reaches logs

    @property
    def reference(self) -> str:
        """Eight characters to speak and write by, which say nothing about the child."""
        return self.public_id.hex[:8].upper()
