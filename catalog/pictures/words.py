"""Why a picture is not there yet, in a baker's words, each with what to do."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    # addresses
    "address": _("Das ist keine Internetadresse, die wir abrufen können. Bitte mit https:// angeben."),
    "port": _("Die Adresse nennt einen ungewöhnlichen Anschluss. Bitte eine normale Webadresse angeben."),
    "no_host": _("Diese Internetadresse gibt es nicht. Bitte Schreibweise prüfen."),
    "not_public": _("Diese Adresse ist nur in einem internen Netz erreichbar. Bitte die Bilder als Zip hochladen."),
    "no_answer": _("Der Server antwortet nicht. Bitte später noch einmal holen."),
    "timeout": _("Der Server war zu langsam. Bitte später noch einmal holen."),
    "broken_off": _("Die Übertragung brach ab. Bitte noch einmal holen."),
    "certificate": _("Das Sicherheitszertifikat der Seite stimmt nicht. Bitte den Betreiber der Seite fragen."),
    "redirects": _("Die Adresse leitet immer weiter. Bitte die Adresse des Bildes selbst angeben."),
    "not_there": _("Unter dieser Adresse liegt kein Bild mehr. Bitte die Adresse in der Liste berichtigen."),
    "locked": _("Die Seite gibt das Bild nur nach Anmeldung heraus. Bitte als Zip hochladen."),
    "server_fault": _("Der Server hat gerade einen Fehler. Bitte später noch einmal holen."),
    "too_many_in_list": _("So viele Bilder auf einmal holen wir nicht. Bitte die Liste teilen."),
    # files
    "too_large": _("Die Datei ist zu groß. Bitte verkleinern."),
    "no_picture": _("Das ist kein Bild, das wir lesen können. Bitte JPEG, PNG oder WebP."),
    "heic": _("Das Format HEIC können wir noch nicht lesen. Bitte als JPEG speichern."),
    "no_image_file": _("Das ist keine Bilddatei. Sie bleibt weg."),
    "zip_in_zip": _("Ein Zip im Zip öffnen wir nicht. Bitte die Bilder daraus direkt hochladen."),
    "too_many": _("Mehr Bilder zeigen wir je Artikel nicht."),
    "not_in_zip": _("Diese Datei ist noch nicht da. Bitte ein Zip hochladen, in dem sie liegt."),
    "file_gone": _("Das Zip ist nicht mehr da. Bitte noch einmal hochladen."),
    "same_again": _("Dasselbe Bild ist schon im Zip."),
    # names
    "unknown": _("Zu diesem Namen gibt es keinen Artikel. Bitte die Artikelnummer angeben."),
    "likely": _("Das ist wahrscheinlich dieser Artikel. Bitte prüfen."),
    "several": _("Der Name passt zu mehreren Artikeln. Bitte die Artikelnummer angeben."),
    "article_or_count": _("Das kann ein Artikel sein oder ein weiteres Bild. Bitte die Artikelnummer angeben."),
    "same_place": _("Zwei verschiedene Bilder heißen gleich. Bitte nur dem richtigen die Artikelnummer geben."),
}
MAY_COME_LATER = ("no_host", "no_answer", "timeout", "broken_off", "certificate", "redirects", "not_there", "locked",
                  "server_fault", "too_large", "no_picture", "too_many_in_list")  # fmt: skip

FAULTS = {
    "empty_file": _("In dem Zip ist kein Bild."),
    "password": _("Das Zip ist mit einem Kennwort geschützt. Bitte packen Sie es ohne Kennwort."),
    "entries": _("In dem Zip sind zu viele Dateien. Bitte teilen Sie es."),
    "bomb": _("Ausgepackt wäre das Zip ungewöhnlich groß. Bitte packen Sie nur Bilder hinein."),
    "path": _("Im Zip stehen Pfade, die aus ihm herausführen. Bitte packen Sie die Bilder neu."),
}
NO_ZIP = _("Das ist kein Zip, das wir öffnen können. Bitte packen Sie die Bilder neu.")


def fault(said: dict):
    """Why nothing could be read from a zip: {"rule", "params"} as the archive reader says it."""
    return FAULTS.get(said["params"].get("why") or said["rule"], NO_ZIP)
