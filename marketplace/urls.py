"""One table of doors: admins, sign-in, our apps, and last Wagtail's catch-all."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from marketplace import home, styleguide

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("cms/amt/", include("office.urls")),  # our pages in Wagtail's frame, before its catch-all
    path("cms/", include(wagtailadmin_urls)),
    path("dokumente/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
]
if settings.DEBUG:
    urlpatterns += [path("stilbuch/", styleguide.show)]
urlpatterns += i18n_patterns(
    path("konto/", include("allauth.urls")),
    path("", include("accounts.urls")),
    path("", include("applications.urls")),
    path("", include("suppliers.urls")),
    path("", include("buyers.urls")),
    path("", include("catalog.urls")),
    path("", include("search.urls")),
    path("", include("orders.urls")),
    path("", include("cms.urls")),
    path("heute/", home.today, name="home"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
