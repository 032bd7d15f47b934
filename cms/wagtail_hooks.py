"""What editors keep beside pages: the words that mean the same to buyers."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import Synonym


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    menu_label = _("Synonyme")
    add_to_admin_menu = True
    list_display = ["words"]
    search_fields = ["words"]


register_snippet(SynonymViewSet)
