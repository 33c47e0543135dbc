from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from parties import moment


class SpacePhoto(models.Model):
    """A photo of a space as everybody sees it: pixels alone, and what they show in words."""

    space = models.ForeignKey("coworking_registry.Space", models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="spaces/%Y/%m/")
    description = models.CharField(_("what the photo shows"), max_length=160)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=moment.now)

    class Meta:
        verbose_name = _("photo of a space")
        verbose_name_plural = _("photos of spaces")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["space", "sha256"], name="photo_once_per_space")
        ]

    def __str__(self):
        return self.description
