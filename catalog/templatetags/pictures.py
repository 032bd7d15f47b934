from django import template

from catalog.pictures import overview, picture_url, stored_url

register = template.Library()


@register.filter
def picture(image, size="medium"):
    """Where the picture of a ProductImage is; empty without one."""
    return picture_url(image, size) if image else ""


@register.filter
def stored_picture(name, size="small"):
    """Where a stored picture is that may hang nowhere yet."""
    return stored_url(name, size) if name else ""


@register.inclusion_tag("catalog/pictures/_run.html", takes_context=True)
def run_pictures(context, run):
    """On the page of an import: what becomes of the pictures that its list names."""
    named, replaced = (0, 0) if run.committed_at else overview.announced(run)
    return {
        "run": run,
        "progress": overview.progress(run),
        "named": named,
        "replaced": replaced,
        "may_edit": context["request"].actor.may("catalog.edit"),
        "csrf_token": context.get("csrf_token"),
    }
