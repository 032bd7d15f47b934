from django.db import models
from django.utils.translation import get_language


class Category(models.Model):
    """What Oscar's category lacks: a stable code and the English name. Tree and German name are Oscar's."""

    category = models.OneToOneField("catalogue.Category", models.CASCADE, related_name="ours")
    code = models.CharField(max_length=60, unique=True)
    name_en = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "categories"

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return self.name_en if (get_language() or "de").startswith("en") else self.category.name
