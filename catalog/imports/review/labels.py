"""What a column may mean, in a baker's words: the choices of the mapping page."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "article_number": _("Artikelnummer"),
    "name": _("Bezeichnung"),
    "name_2": _("Bezeichnung, zweiter Teil"),
    "description": _("Beschreibung"),
    "category": _("Warengruppe"),
    "unit": _("Bestelleinheit"),
    "packaging": _("Gebinde"),
    "content": _("Inhalt, zum Beispiel 500 g"),
    "content_unit": _("Maß des Inhalts"),
    "content_per_unit": _("Stückzahl im Gebinde"),
    "price": _("Verkaufspreis"),
    "price_gross": _("Verkaufspreis brutto, zum Vergleich"),
    "price_quantity": _("Preis gilt für Menge"),
    "size_price": _("Preis der Größe, die die Spalte nennt"),
    "price_tax": _("Netto oder brutto, je Zeile"),
    "vat_rate": _("Steuersatz"),
    "rate_mark": _("Steuersatz steht in der Überschrift, hier ist angekreuzt"),
    "vat_amount": _("Steuerbetrag"),
    "minimum": _("Mindestmenge"),
    "interval": _("Mengenschritt"),
    "step_bound": _("Staffel ab Menge"),
    "step_price": _("Staffelpreis"),
    "gtin": _("Strichcode (EAN/GTIN)"),
    "origin": _("Herkunft"),
    "quality": _("Qualität, Siegel"),
    "manufacturer": _("Hersteller"),
    "deposit": _("Pfand"),
    "stock": _("Vorrat"),
    "online": _("Online, ja oder nein"),
    "rrp": _("Empfohlener Verkaufspreis"),
    "list_price": _("Listenpreis"),
    "image": _("Bild"),
    "note": _("Hinweis"),
    "internal_note": _("interne Notiz (Kunden sehen sie nie)"),
    "name_en": _("Bezeichnung, englisch"),
    "description_en": _("Beschreibung, englisch"),
    "group_key": _("Gehört zu (Variante)"),
    "valid_from": _("gültig ab"),
    "valid_to": _("gültig bis"),
    "purchase_price": _("Einkaufspreis (wird nie gelesen)"),
    "internal": _("intern (wird nie gelesen)"),
}

# Meanings that a list has and nobody needs to choose: shown where the program has found them.
FOUND = {
    "attribute_name": _("Merkmal, Name"),
    "attribute_value": _("Merkmal, Wert"),
    "attributes": _("Merkmale"),
    "base_price": _("Grundpreis"),
    "currency": _("Währung"),
    "discount": _("Rabatt"),
    "maximum": _("Höchstmenge"),
    "offline": _("Gesperrt, ja oder nein"),
    "old_price": _("Preis zu anderer Zeit"),
    "order_quantity": _("Bestellmenge zum Ausfüllen"),
    "price_factor": _("Preisfaktor"),
    "price_type": _("Art des Preises"),
    "price_unit": _("Maß des Preises"),
    "promotion_price": _("Aktionspreis"),
    "quantity": _("Menge"),
    "row_type": _("Art der Zeile"),
    "running_number": _("laufende Nummer"),
    "short_description": _("Kurzbeschreibung"),
    "step_discount": _("Staffelrabatt"),
    "step_text": _("Staffel"),
    "surcharge": _("Aufpreis, Zuschlag"),
    "steps": _("Staffel"),
    "store_view": _("Ansicht des Shops"),
    "subcategory": _("Untergruppe"),
    "total": _("Summe"),
    "unclear_price": _("Preis, vielleicht nicht für Kunden"),
    "unit_price": _("Preis in einem anderen Maß"),
}

NO_MEANING = ("", "ignored")

SINGLE = ("article_number", "name", "description", "category", "unit", "price", "vat_rate", "gtin")


def twice(said: dict[str, str], before: dict[str, str]) -> dict[str, list[str]]:
    """{field: columns} where a person has given several columns one meaning that a list has only once."""
    found = {name: [letter for letter, field in said.items() if field == name] for name in SINGLE}
    return {
        name: letters
        for name, letters in found.items()
        if len(letters) > 1 and any(before[letter] != name for letter in letters)
    }


def label_of(field: str) -> str:
    """The word for a field of a plan; attributes carry their own, series their number."""
    if field.startswith("attribute:"):
        return field.partition(":")[2]
    labels, stem = LABELS | FOUND, field.rstrip("0123456789").rstrip("_")
    return str(labels.get(field) or labels.get(stem) or field)


def choices(current: str, header: str) -> list[tuple[str, str]]:
    """All meanings a column may be given, with the one it has and with its own header as a plain property."""
    found = [(current if current in NO_MEANING else "", str(_("nicht übernehmen")))]
    found += [(name, str(label)) for name, label in LABELS.items()]
    own = f"attribute:{header.strip()[:60]}"
    if header.strip():
        found.append((own, str(_("Merkmal „%(name)s“") % {"name": header.strip()})))
    if current and current not in dict(found):
        found.insert(1, (current, label_of(current)))
    return found
