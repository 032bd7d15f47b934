"""The Amt's desk inside Wagtail's admin: entries in its menu and the figures on its first page."""

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from office import figures


class DeskItem(MenuItem):
    """A menu entry for whoever has a right."""

    def __init__(self, right, label, url_name, **options):
        super().__init__(label, reverse_lazy(url_name), name=url_name.replace(":", "-"), **options)
        self.right = right

    def is_shown(self, request):
        return request.actor is not None and request.actor.may(self.right)


ITEMS = [
    DeskItem("applications.decide", _("Aufnahme"), "office:applications", icon_name="form", order=10),
    DeskItem("office.view", _("Betriebe"), "office:companies", icon_name="group", order=20),
    DeskItem("office.view", _("Kennzahlen"), "office:figures", icon_name="table", order=30),
    DeskItem("office.view", _("Entscheidungen"), "office:journal", icon_name="history", order=40),
]


for _item in ITEMS:
    hooks.register("register_admin_menu_item", lambda item=_item: item)


@hooks.register("register_admin_menu_item")
def lead_back_to_the_market():
    return MenuItem(_("Zum Marktplatz"), reverse_lazy("find:search"), name="market", icon_name="home", order=5)


class FiguresPanel(Component):
    """The four figures that come first."""

    name = "office_figures"
    template_name = "office/_panel.html"
    order = 10

    def get_context_data(self, parent_context):
        return figures.figures() | {"request": parent_context["request"]}


@hooks.register("construct_homepage_panels")
def show_figures(request, panels):
    if request.actor and request.actor.may("office.view"):
        panels.append(FiguresPanel())


@hooks.register("insert_global_admin_css")
def wear_the_houses_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("office/admin.css"))
