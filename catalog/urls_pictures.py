"""Pages of pictures; they stand before the single article in the list of addresses."""

from django.urls import path

from catalog.views import pictures

ZIP = "verkauf/artikel/bilder/<str:reference>/"
RUN = "verkauf/import/<str:reference>/bilder/"

urlpatterns = [
    path("verkauf/artikel/bilder/", pictures.pictures, name="pictures"),
    path("verkauf/artikel/bilder/texte/", pictures.picture_texts, name="picture-texts"),
    path(ZIP, pictures.picture_zip, name="picture-zip"),
    path(f"{ZIP}fortschritt/", pictures.picture_zip_progress, name="picture-zip-progress"),
    path(f"{ZIP}<int:entry>.webp", pictures.picture_zip_file, name="picture-zip-file"),
    path(f"{ZIP}zuordnen/", pictures.picture_zip_assign, name="picture-zip-assign"),
    path(f"{ZIP}zuruecknehmen/", pictures.picture_zip_undo, name="picture-zip-undo"),
    path(RUN, pictures.import_pictures, name="import-pictures"),
    path(f"{RUN}fortschritt/", pictures.import_pictures_progress, name="import-pictures-progress"),
    path(f"{RUN}noch-einmal/", pictures.import_pictures_retry, name="import-pictures-retry"),
]
