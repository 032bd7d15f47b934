from django import template

from catalog.pictures import picture_url

register = template.Library()


@register.filter
def picture(image, size="medium"):
    """Where the picture of a ProductImage is; empty without one."""
    return picture_url(image, size) if image else ""
