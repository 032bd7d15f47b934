"""Pages of the house: the front page, editorial and legal pages, and each producer's shop page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from cms import places

PROSE = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class HousePage(Page):
    """What all our pages share: no slug may hide a path that an app has taken."""

    may_take = frozenset()  # paths of ours that this kind of page stands under on purpose

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        parent = self.get_parent() if self.depth else None
        if parent and parent.depth == 2 and self.slug in places.taken() - self.may_take:
            raise ValidationError({"slug": _("Diese Adresse ist schon vergeben. Bitte wählen Sie eine andere.")})


class FrontPage(HousePage):
    """The public start: what the network is, and the ways in. The goods it shows are read live."""

    lead = models.TextField(_("Einleitung"), blank=True)
    proof = models.CharField(_("Ein Satz, der Vertrauen gibt"), max_length=160, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("proof")]
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 2
    template = "cms/front_page.html"

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **places.front(request)}


class TextPage(HousePage):
    """Editorial and legal text."""

    body = RichTextField(_("Text"), features=PROSE, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body")]
    template = "cms/text_page.html"


class ShopIndexPage(Page):
    """Where shop pages hang; its own path shows the list of producers, which `suppliers` owns."""

    subpage_types = ["cms.ShopPage"]
    max_count_per_parent = 1
    may_take = frozenset({"produzenten"})


class ShopPage(HousePage):
    """A producer's own words and pictures; address, delivery area and days are read live from `suppliers`."""

    supplier = models.OneToOneField("suppliers.Supplier", models.PROTECT, related_name="shop_page", editable=False)
    story = models.TextField(_("Ihre Geschichte"), blank=True)
    makes = models.TextField(_("Was Sie herstellen"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("makes"),
        FieldPanel("story"),
        InlinePanel("pictures", label=_("Bild")),
        InlinePanel("certificates", label=_("Nachweis")),
    ]
    parent_page_types = ["cms.ShopIndexPage"]
    subpage_types: list[str] = []
    template = "cms/shop_page.html"

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **places.shop(self.supplier, request)}


class ShopPicture(Orderable):
    page = ParentalKey(ShopPage, related_name="pictures")
    image = models.ForeignKey("wagtailimages.Image", models.CASCADE, related_name="+", verbose_name=_("Bild"))
    alt = models.CharField(_("Was ist zu sehen?"), max_length=160)

    panels = [FieldPanel("image"), FieldPanel("alt")]


class ShopCertificate(Orderable):
    page = ParentalKey(ShopPage, related_name="certificates")
    name = models.CharField(_("Nachweis"), max_length=120)
    number = models.CharField(_("Nummer"), max_length=60, blank=True)
    valid_to = models.DateField(_("gültig bis"), null=True, blank=True)

    panels = [FieldPanel("name"), FieldPanel("number"), FieldPanel("valid_to")]
