"""Pages of `catalog`; German words in paths, public references instead of keys."""

from django.urls import path

from catalog.urls_imports import urlpatterns as imports
from catalog.urls_pictures import urlpatterns as pictures
from catalog.views import customers, listing, listings, price_lists

app_name = "catalog"

urlpatterns = [
    path("artikel/<str:reference>/<slug:slug>/", listing.listing, name="listing"),
    path("verkauf/artikel/", listings.listings, name="listings"),
    path("verkauf/artikel/aendern/", listings.listings_change, name="listings-change"),
    path("verkauf/artikel/zuruecknehmen/<str:token>/", listings.listings_undo, name="listings-undo"),
    path("verkauf/artikel/neu/", listings.listing_new, name="listing-new"),
    *pictures,
    path("verkauf/artikel/<str:reference>/", listings.listing_edit, name="listing-edit"),
    path("verkauf/artikel/<str:reference>/vorschau/", listings.listing_preview, name="listing-preview"),
    path("verkauf/kunden/", customers.customers, name="customers"),
    path("verkauf/kunden/einladen/", customers.customer_invite, name="customer-invite"),
    path("verkauf/kunden/einladung/<str:token>/weg/", customers.invitation_withdraw, name="invitation-withdraw"),
    path("verkauf/kunden/<str:reference>/", customers.customer, name="customer"),
    path("verkauf/kunden/<str:reference>/entscheiden/", customers.customer_decide, name="customer-decide"),
    path("verkauf/kunden/<str:reference>/preise/", customers.customer_agree, name="customer-agree"),
    path("verkauf/kunden/<str:reference>/preise/<int:key>/beenden/", customers.agreement_end, name="agreement-end"),
    path("verkauf/kunden/<str:reference>/beenden/", customers.customer_end, name="customer-end"),
    path("verkauf/preislisten/", price_lists.price_lists, name="price-lists"),
    path("verkauf/preislisten/<str:reference>/", price_lists.price_list, name="price-list"),
    path("verkauf/preislisten/<str:reference>/<int:line>/entfernen/", price_lists.price_remove, name="price-remove"),
    *imports,
]
