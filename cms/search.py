"""Editorial pages as they are found. Publishing writes the page's row, so its triggers stand for text and title."""

from django.utils.html import strip_tags
from wagtail.models import Page

from cms.models import TextPage
from search.registry import Found, Kind, page_document, register
from search.text import Analyser
from search.triggers import announce

SHOWN = 160  # characters of text beside a found page


def rows():
    return TextPage.objects.live().public().select_related("locale")


def document(analyser: Analyser, page: TextPage) -> dict:
    return page_document(analyser, page.title, strip_tags(page.body), language=page.locale.language_code)


def found(keys: list[int]) -> list[Found]:
    pages = rows().in_bulk(keys)
    return [
        Found("pages", page.title, page.get_url(), strip_tags(page.body)[:SHOWN], page)
        for page in (pages[key] for key in keys if key in pages)
    ]


register(Kind("pages", rows, document, found=found))


class ChangedPage(Page):
    """Carries the triggers; no kind of page to make."""

    is_creatable = False

    class Meta:
        proxy = True
        triggers = announce("pages", watch=("live", "title", "last_published_at"))
