"""Schools and settings, as the national register (Get Information about Schools) describes them."""

from django.db import models

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

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("area", "urn"), name="establishment_once_in_an_area"),)

    def __str__(self) -> str:
        return self.name
