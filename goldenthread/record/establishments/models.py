"""Schools and settings, as the national register (Get Information about Schools) describes them; and what came from
them about their pupils.
"""

from django.db import models

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.partnership.models import LocalArea


class Establishment(models.Model):
    """One school or setting that children of an area attend. It need not stand in the area."""

    class Kind(models.TextChoices):
        MAINSTREAM = "mainstream", "Mainstream school"
        SPECIAL = "special", "Special school"
        AP = "ap", "Alternative provision"
        EARLY_YEARS = "early_years", "Early years setting"
        POST16 = "post16", "College or post-16 provider"
        SPECIAL_POST16 = "special_post16", "Special post-16 institution"
        INDEPENDENT = "independent", "Independent school"
        INDEPENDENT_SPECIAL = "independent_special", "Independent or non-maintained special school"
        OTHER = "other", "Other"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="establishments")
    urn = models.CharField("unique reference number", max_length=6)
    laestab = models.CharField("number given by its authority", max_length=7, blank=True)
    ukprn = models.CharField("UK provider reference number", max_length=8, blank=True)
    name = models.CharField(max_length=200)
    phase = models.CharField(max_length=40, blank=True)
    type_name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    sen_unit = models.BooleanField("has a SEN unit", default=False)
    resourced_provision = models.BooleanField(default=False)
    postcode = models.CharField(max_length=8, blank=True)
    stands_in = models.CharField("area in which it stands", max_length=3, blank=True)
    district = models.CharField(max_length=80, blank=True)
    places = models.PositiveIntegerField("places commissioned or built for", null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    successor_urn = models.CharField("number of the school that followed it", max_length=6, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("area", "urn"), name="establishment_once_in_an_area"),)

    def __str__(self) -> str:
        return self.name


class PupilExtract(models.Model):
    """What one file told of the pupils of an area on one census day, or in one term: a Parquet file without names.

    `day` is the census day, or the first day of the term. `schools` are the URNs that the file told of: for these, and
    no others, it stands in the place of any earlier file of that kind and day. `sha256` is of the Parquet file, and is
    where it lies.
    """

    class Kind(models.TextChoices):
        CENSUS = "census", "Pupils on roll"
        SESSIONS = "sessions", "Half-days attended and missed"
        EXCLUSIONS = "exclusions", "Suspensions and permanent exclusions"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    schools = models.JSONField(default=list)
    rows = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    received_on = models.DateField()

    class Meta:
        ordering = ("kind", "day", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day}"
