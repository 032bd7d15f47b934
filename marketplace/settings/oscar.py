"""Oscar's apps by class path and its few settings; none of its pages is mounted (docs/departures.md)."""

from oscar.defaults import *

OSCAR_APPS = [
    "marketplace.oscar.shop.apps.Shop",
    "marketplace.oscar.dashboard.apps.DashboardConfig",
    "oscar.apps.analytics.apps.AnalyticsConfig",
    "oscar.apps.checkout.apps.CheckoutConfig",
    "oscar.apps.address.apps.AddressConfig",
    "oscar.apps.shipping.apps.ShippingConfig",
    "oscar.apps.catalogue.apps.CatalogueConfig",
    "oscar.apps.catalogue.reviews.apps.CatalogueReviewsConfig",
    "oscar.apps.communication.apps.CommunicationConfig",
    "oscar.apps.partner.apps.PartnerConfig",
    "oscar.apps.basket.apps.BasketConfig",
    "oscar.apps.payment.apps.PaymentConfig",
    "oscar.apps.offer.apps.OfferConfig",
    "oscar.apps.order.apps.OrderConfig",
    "oscar.apps.customer.apps.CustomerConfig",
    "oscar.apps.search.apps.SearchConfig",
    "oscar.apps.voucher.apps.VoucherConfig",
    "oscar.apps.wishlists.apps.WishlistsConfig",
    "django.contrib.flatpages",
    "widget_tweaks",
    "haystack",
    "treebeard",
    "django_tables2",
]

OSCAR_SHOP_NAME = "Leipzig vernetzt"
OSCAR_DEFAULT_CURRENCY = "EUR"
OSCAR_EAGER_ALERTS = False
OSCAR_ALLOW_ANON_CHECKOUT = False
OSCAR_THUMBNAILER = "marketplace.oscar.thumbnails.Thumbnailer"
OSCAR_SLUG_ALLOW_UNICODE = False
OSCAR_DELETE_IMAGE_FILES = False  # equal pictures share their files

# Oscar insists on its search app, and that on Haystack: both stay installed and dormant.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
