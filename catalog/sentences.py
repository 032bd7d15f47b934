"""How the journal's verbs of `catalog` read."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "listing.created": _("Der Artikel {number} ist neu."),
    "listing.changed": _("Der Artikel {number} ist geändert."),
    "listing.online": _("{articles} Artikel sind online gestellt."),
    "listing.offline": _("{articles} Artikel sind offline genommen."),
    "listing.prices": _("Die Preise von {articles} Artikeln sind geändert."),
    "listing.stock": _("Der Vorrat von {articles} Artikeln ist gesetzt."),
    "pictures.uploaded": _("Das Zip {file} mit Bildern ist hochgeladen."),
    "pictures.assigned": _("{pictures} Bilder sind Artikeln zugeordnet."),
    "pictures.undone": _("Die Bilder eines Zips sind zurückgenommen."),
    "pictures.described": _("{pictures} Bilder haben einen anderen Text."),
    "price_list.created": _("Die Preisliste {name} ist angelegt."),
    "price_list.price": _("Auf einer Preisliste ist der Preis von {number} gesetzt."),
    "price_list.removed": _("Auf einer Preisliste ist der Preis von {number} entfernt."),
    "price_list.undone": _("Die Preise aus {file} sind zurückgenommen."),
    "price_list.imported": _("Aus {file} sind {written} Preise auf eine Preisliste übernommen."),
    "agreement.made": _("Die Preisliste {list} ist mit einem Kunden vereinbart."),
    "agreement.ended": _("Die Vereinbarung über die Preisliste {list} ist beendet."),
    "import.started": _("Die Datei {file} ist hochgeladen."),
    "import.committed": _("Ein Import ist übernommen."),
    "import.undone": _("Ein Import ist zurückgenommen."),
    "import.discarded": _("Ein Import ist verworfen."),
}
