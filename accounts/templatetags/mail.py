"""Links for mails: complete, in the reader's language, and naming the organisation for which he shall act."""

from urllib.parse import quote

from django import template
from django.conf import settings
from django.urls import reverse

from accounts.mail import FOOTER, house

register = template.Library()


@register.inclusion_tag(FOOTER)
def mail_footer():
    """The house's footer, for mails that others write (Wagtail); ours get it anyway."""
    return house()


@register.simple_tag(takes_context=True)
def mail_link(context, name, *args):
    """The address of a page by its URL name and arguments."""
    return mail_path(context, reverse(name, args=args))


@register.simple_tag(takes_context=True)
def mail_path(context, path):
    """The address of a page by its path, for example from `get_absolute_url`."""
    organisation = context.get("organisation")
    if not organisation:
        return f"{settings.BASE_URL}{path}"
    joint = "&" if "?" in path else "?"
    return f"{settings.BASE_URL}{path}{joint}als={quote(organisation.reference)}"
