"""One German sentence for each rule, for page, command and returned workbook."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "empty_file": _("Die Datei ist leer."),
    "wrong_type": _(
        "Das ist keine Tabelle, sondern: %(found)s. "
        "Bitte laden Sie die Liste als Excel-, OpenDocument- oder CSV-Datei hoch."
    ),
    "password": _(
        "Die Datei ist mit einem Kennwort geschützt. "
        "Bitte speichern Sie sie ohne Kennwort und laden Sie sie noch einmal hoch."
    ),
    "broken": _(
        "Die Datei ist beschädigt und lässt sich nicht öffnen. "
        "Bitte speichern Sie sie neu und laden Sie sie noch einmal hoch."
    ),
    "no_table": _(
        "Wir haben in der Datei keine Liste gefunden. "
        "Gebraucht wird eine Kopfzeile mit mindestens Bezeichnung und Preis. Gesehen: %(sheets)s"
    ),
    "turned": _(
        "Die Artikel stehen nebeneinander statt untereinander. Bitte kopieren Sie die Tabelle in Excel, "
        "fügen Sie sie mit „Transponieren“ in ein neues Blatt ein und laden Sie dieses hoch."
    ),
    "one_column": _(
        "Die ganze Liste steht in einer einzigen Spalte. Bitte markieren Sie diese in Excel, teilen Sie sie mit "
        "„Daten > Text in Spalten“ auf und laden Sie die Datei noch einmal hoch."
    ),
    "sheet_empty": _("Das Blatt „%(sheet)s“ ist leer."),
    "only_header": _("Unter der Kopfzeile steht nichts."),
    "two_tables": _("Mehrere Tabellen passen gleich gut: %(tables)s. Bitte wählen Sie das Blatt aus."),
    "archive": _("Die Datei ist ein Archiv, das wir so nicht annehmen. Bitte laden Sie die Tabelle selbst hoch."),
    "too_large": _("Die Datei ist zu groß. Bitte teilen Sie die Liste auf."),
    "cell_too_long": _(
        "Eine Zelle der Datei ist länger als jede Liste. "
        "Vielleicht fehlt ein Anführungszeichen oder das Trennzeichen ist ein anderes."
    ),
    "no_sheet": _("Das Blatt „%(sheet)s“ gibt es nicht. Vorhanden: %(sheets)s"),
    "other_table": _(
        "Eine weitere Tabelle wurde nicht übernommen: %(sheet)s ab Zeile %(row)s, Zeilen darunter: %(raw)s."
    ),
    "rows_left": _(
        "Zeilen mit Preis oder Nummer, die wir nicht als Artikel lesen konnten: %(raw)s, die erste ist Zeile %(row)s."
    ),
    "nothing_taken": _("Keine Zeile konnten wir als Artikel lesen. Stimmen die Spalten?"),
    "other_columns": _("Dieser Teil der Liste hat andere Spalten: %(raw)s. Bitte laden Sie ihn als eigene Liste hoch."),
    "unit_assumed": _("Die Liste nennt keine Einheit. Wir nehmen Stück an."),
    "purchase_price_dropped": _(
        "Die Spalte „%(raw)s“ enthält Einkaufspreise. Sie wird nicht übernommen; nur Ihre Datei enthält sie noch."
    ),
    "promotion_dropped": _("Die Spalte „%(raw)s“ enthält Aktionspreise. Übernommen wird der gewöhnliche Preis."),
    "step_discount_dropped": _("Die Spalte „%(raw)s“ nennt Mengenrabatte in Prozent. Sie wird nicht übernommen."),
    "lost_letters": _(
        "In %(raw)s Bezeichnungen stehen Fragezeichen an der Stelle von Umlauten. Bitte speichern Sie die Liste neu."
    ),
    "number_missing": _("Die Artikelnummer fehlt. Bitte tragen Sie sie ein."),
    "number_is_date": _(
        "Aus der Artikelnummer hat Excel ein Datum gemacht: %(raw)s. Bitte tragen Sie die Nummer als Text ein."
    ),
    "number_mangled": _("Excel hat die Artikelnummer gekürzt: %(raw)s. Bitte tragen Sie die Nummer als Text ein."),
    "number_two_spellings": _("Die Artikelnummer %(raw)s steht in zwei Schreibweisen in der Liste."),
    "number_double": _("Die Artikelnummer %(raw)s steht mehrmals in der Liste, mit verschiedenen Angaben."),
    "name_double": _("Der Artikel „%(raw)s“ steht mehrmals in der Liste, mit verschiedenen Angaben."),
    "identity_doubtful": _(
        "„%(raw)s“ haben Sie so noch nicht, und „%(proposal)s“ steht nicht mehr in der Liste. Ist das derselbe Artikel?"
    ),
    "number_changed": _("„%(name)s“ kennen wir als %(proposal)s, jetzt steht %(raw)s da. Artikelnummer geändert?"),
    "number_changed_maybe": _(
        "„%(name)s“ haben Sie schon unter %(proposal)s. Der Artikel mit der Nummer %(raw)s kommt neu dazu."
    ),
    "number_respelt": _(
        "Die Nummer %(raw)s („%(name)s“) haben Sie schon, anders geschrieben: %(proposal)s. Ist das derselbe Artikel?"
    ),
    "number_reused": _(
        "Unter der Nummer %(number)s stand bisher „%(proposal)s“, jetzt „%(raw)s“. Umbenannt oder ein anderer Artikel?"
    ),
    "names_differ": _(
        "Unter den meisten Nummern steht ein anderer Name als bisher, hier „%(raw)s“ statt „%(proposal)s“. "
        "Sind es noch dieselben Artikel?"
    ),
    "said_twice": _("Derselbe Artikel steht noch einmal in Zeile %(raw)s. Er wurde einmal übernommen."),
    "number_sized": _("Die Artikelnummer gilt für mehrere Größen. Diese heißt hier %(proposal)s."),
    "name_missing": _("Die Bezeichnung fehlt."),
    "row_continues": _("Hier steht ein Preis ohne Bezeichnung. Gehört die Zeile zu „%(raw)s“? Bitte benennen Sie sie."),
    "name_too_long": _("Die Bezeichnung ist zu lang und wurde gekürzt."),
    "number_too_long": _("Die Artikelnummer ist zu lang."),
    "row_too_long": _("Die Zeile hat mehr Zellen als die Kopfzeile. Vielleicht ist etwas verrutscht."),
    "row_too_short": _("Die Zeile hat weniger Zellen als die anderen. Vielleicht ist etwas verrutscht."),
    "fee_maybe": _("„%(raw)s“ betrifft vielleicht die ganze Bestellung. Ist das ein Artikel, den Kunden bestellen?"),
    "sold_out": _("In der Zeile steht: %(raw)s. Ist der Artikel noch zu haben?"),
    "row_hidden": _("Die Zeile ist ausgeblendet. Ist der Artikel noch zu haben?"),
    "row_struck": _("Die Zeile ist durchgestrichen. Ist der Artikel noch zu haben?"),
    "price_missing": _("Der Preis fehlt."),
    "formula_without_result": _(
        "In der Preiszelle steht eine Formel ohne Ergebnis. "
        "Bitte öffnen Sie die Datei in Excel und speichern Sie sie neu."
    ),
    "cell_error": _("In der Zelle steht ein Excel-Fehler: %(raw)s"),
    "price_negative": _("Der Preis ist negativ: %(raw)s"),
    "foreign_currency": _("Der Preis ist nicht in Euro: %(raw)s"),
    "cents_or_euro": _("Die Liste sagt „%(raw)s“. Stehen die Preise in Cent oder in Euro?"),
    "price_in_cents": _("Der Preis steht in Cent: %(raw)s. Bitte geben Sie ihn in Euro an."),
    "price_quantity_zero": _("Die Preiseinheit ist 0."),
    "price_zero": _("Der Preis ist 0. Soll der Artikel wirklich nichts kosten?"),
    "price_on_request": _("Statt eines Preises steht hier: %(raw)s"),
    "price_from": _("Der Preis ist ein Ab-Preis: %(raw)s. Welcher Preis gilt?"),
    "price_approximate": _("Der Preis ist ungefähr: %(raw)s. Welcher Preis gilt?"),
    "price_range": _("Hier stehen zwei Preise: %(raw)s. Welcher gilt?"),
    "price_unreadable": _("Den Preis „%(raw)s“ können wir nicht lesen."),
    "price_is_date": _("In der Preiszelle steht ein Datum: %(raw)s"),
    "ambiguous_number": _("%(raw)s kann zweierlei heißen: ein Punkt für Tausender oder ein Komma. Was ist gemeint?"),
    "mixed_decimal": _("In dieser Spalte stehen Punkt und Komma durcheinander: %(raw)s. Was trennt die Cent ab?"),
    "several_prices": _("Mehrere Preisspalten kommen in Frage. Welche ist der Verkaufspreis?"),
    "prices_disagree": _("Die Preise dieser Zeile passen nicht zueinander: %(raw)s. Welcher gilt?"),
    "price_column_unclear": _("Ist die Spalte %(column)s wirklich der Verkaufspreis?"),
    "no_header": _("Die Liste hat keine Kopfzeile. Bitte sagen Sie, was in den Spalten steht."),
    "list_beside": _(
        "Rechts neben der Liste steht eine zweite mit anderen Spalten. "
        "Bitte laden Sie diese als eigene Datei hoch und bestätigen Sie hier die Preisspalte."
    ),
    "no_price_column": _("Wir haben keine Spalte mit dem Verkaufspreis gefunden."),
    "net_or_gross": _(
        "Sind die Preise netto oder brutto? Die Datei und Ihre Angabe sagen es nicht oder widersprechen sich."
    ),
    "small_business": _("Die Liste sagt „%(raw)s“. Sind Sie Kleinunternehmer?"),
    "not_for_trade": _("Die Liste sagt „%(raw)s“. Sind das die Preise für Ihre Geschäftskunden?"),
    "one_customer": _("Die Liste sagt „%(raw)s“. Gelten diese Preise für alle Ihre Kunden?"),
    "dealers_price": _("Ist „%(raw)s“ Ihr Einkaufspreis oder der Preis für Ihre Händler?"),
    "deposit_within": _("Die Liste sagt „%(raw)s“. Wir brauchen die Preise ohne Pfand. Sind sie es schon?"),
    "discount_open": _("Die Liste sagt „%(raw)s“. Ist der Rabatt von den Preisen schon abgezogen?"),
    "surcharge_open": _("Die Liste sagt „%(raw)s“. Ist der Zuschlag in den Preisen schon enthalten?"),
    "footnote": _("Eine Fußnote sagt etwas über diesen Preis: %(raw)s. Gilt er so?"),
    "net_gross_mismatch": _("Netto- und Bruttopreis passen nicht zusammen: %(raw)s"),
    "price_quantity_unclear": _("Für welche Menge gilt der Preis? Angegeben ist: %(raw)s"),
    "all_or_piece": _("Gilt der Preis %(raw)s für ein Stück oder für die ganze Menge, die danebensteht?"),
    "pack_or_piece": _("Gilt der Preis %(raw)s für die ganze Packung oder für ein Stück (oder Kilo) daraus?"),
    "unit_in_name": _("„%(raw)s“: Gilt der Preis für die Einheit im Namen oder für die der Liste?"),
    "price_quantity_code": _(
        "Ist die Preiseinheit %(raw)s eine Menge, eine Packungsgröße oder ein Schlüssel (2 für 100, 3 für 1000)?"
    ),
    "price_unit_differs": _("Der Preis gilt für eine andere Einheit als die, die bestellt wird: %(raw)s"),
    "price_unit_unknown": _("Die Einheit des Preises kennen wir nicht: %(raw)s"),
    "price_converted": _("Der Preis wurde auf die Bestelleinheit umgerechnet."),
    "price_too_small": _("Der Preis ist zu klein oder zu groß: %(raw)s"),
    "price_beside": _("Der Preis %(raw)s passt nicht zu den anderen Preisen dieser Zeile. Stimmt er?"),
    "price_outlier": _("Der Preis %(raw)s weicht stark von den Nachbarn in der Liste ab. Stimmt er?"),
    "price_unusual": _("Der Preis %(raw)s weicht von den Nachbarn in der Liste ab."),
    "price_jump": _("%(raw)s ist weit weg vom letzten Preis dieses Artikels. Stimmt das?"),
    "agreed_far": _("%(raw)s ist weit weg vom Listenpreis dieses Artikels. Stimmt das?"),
    "price_changed": _("%(raw)s: Der Preis hat sich stark geändert."),
    "price_later": _("Die Spalte „%(raw)s“ gilt erst später. Bitte laden Sie die Liste dann noch einmal hoch."),
    "step_unreadable": _("Die Staffelpreise können wir nicht lesen."),
    "step_duplicate": _("Für dieselbe Menge stehen zwei Staffelpreise da: %(raw)s"),
    "step_unsorted": _("Die Staffelpreise wurden nach Menge sortiert."),
    "step_below_minimum": _("Eine Staffel beginnt unter der Mindestmenge: %(raw)s. Stimmt das?"),
    "step_rises": _("Der Preis steigt mit der Menge: %(raw)s. Gilt er wirklich je Einheit?"),
    "step_falls_far": _("Der Preis fällt mit der Menge auf weniger als ein Achtel: %(raw)s. Stimmt das?"),
    "unit_unknown": _("Die Einheit „%(raw)s“ kennen wir nicht."),
    "unit_missing": _("Die Einheit fehlt."),
    "vat_invalid": _("Den Steuersatz %(raw)s gibt es in Deutschland nicht. Gültig sind 19, 7 und 0 Prozent."),
    "vat_unclear": _("Welcher Steuersatz ist mit „%(raw)s“ gemeint?"),
    "vat_missing": _("Der Steuersatz fehlt, und ein üblicher Satz ist nicht hinterlegt."),
    "vat_zero": _("Der Artikel ist ohne Umsatzsteuer angegeben."),
    "vat_small_business": _(
        "Die Liste nennt %(raw)s Umsatzsteuer, Sie sind aber Kleinunternehmer. Es wird keine Steuer ausgewiesen."
    ),
    "gtin_check_digit": _("Der Strichcode (EAN/GTIN) %(raw)s hat eine falsche Prüfziffer und wurde weggelassen."),
    "gtin_internal": _("%(raw)s ist eine hausinterne Nummer und kein Strichcode (EAN/GTIN). Sie wurde weggelassen."),
    "gtin_filler": _("%(raw)s ist kein echter Strichcode (EAN/GTIN) und wurde weggelassen."),
    "gtin_mangled": _("Excel hat den Strichcode (EAN/GTIN) gekürzt: %(raw)s. Er wurde weggelassen."),
    "gtin_unreadable": _("%(raw)s ist kein Strichcode (EAN/GTIN) und wurde weggelassen."),
    "gtin_zero_added": _("Dem Strichcode (EAN/GTIN) fehlte eine Null am Anfang. Er heißt jetzt %(proposal)s."),
    "gtin_double": _("Der Strichcode (EAN/GTIN) %(raw)s steht bei mehreren Artikeln."),
    "quantity_unreadable": _("Die Menge „%(raw)s“ können wir nicht lesen. Sie wurde weggelassen."),
    "deposit_unreadable": _("Den Pfandbetrag „%(raw)s“ können wir nicht lesen. Er wurde weggelassen."),
    "deposit_unknown": _("Was das Pfand Nr. %(raw)s kostet, steht nicht in der Liste. Ohne Pfand übernehmen?"),
    "deposit_unit_differs": _("Das Pfand %(raw)s gilt für eine andere Einheit als der Preis. Ohne Pfand übernehmen?"),
    "date_unreadable": _("Das Datum „%(raw)s“ können wir nicht lesen. Gilt der Preis heute?"),
    "online_unclear": _("„%(raw)s“ sagt nicht, ob der Artikel angeboten wird. Ist er noch zu haben?"),
    "image_path": _("Vom Bildpfad „%(raw)s“ wurde nur der Dateiname übernommen."),
    "unknown_article": _("Den Artikel %(raw)s haben Sie noch nicht, und die Liste nennt keine Bezeichnung."),
    "edited_by_hand": _("Den Artikel %(article)s haben Sie selbst geändert. Die Liste überschreibt: %(raw)s."),
    "group_unknown": _("Die Warengruppe „%(raw)s“ kennen wir nicht. Der Artikel steht vorerst in keiner."),
    "value_too_large": _("Der Wert %(raw)s ist zu groß."),
    "expired": _("Der Preis gilt nicht mehr: gültig bis %(raw)s."),
    "not_yet_valid": _("Der Preis gilt noch nicht: gültig ab %(raw)s."),
    "days_reversed": _("Das Ende %(raw)s liegt vor dem Anfang. Wann gilt der Preis?"),
    "not_in_range": _("%(raw)s haben Sie nicht im Sortiment. Ein Preis dafür lässt sich nicht vereinbaren."),
    "other_unit": _("Die Liste nennt den Preis je %(stated)s, bestellt wird je %(ordered)s. Was gilt?"),
    "prices_overlap": _("Für dieselben Tage nennt die Liste mehrere Preise dieses Artikels."),
}
RULES = frozenset(SENTENCES)
ALIKE = {  # what was read is what is proposed
    "identity_doubtful": _(
        "„%(raw)s“ steht ohne Artikelnummer in der Liste. Einen Artikel dieses Namens haben Sie schon. Ist es dieser?"
    ),
}


class _Blank(dict[str, str]):
    """A sentence whose parameter nobody gave keeps its shape."""

    def __missing__(self, name: str) -> str:
        return "?"


def sentence(rule: str, params: Mapping[str, object] | None = None) -> str:
    """The sentence of a rule in the active language; `params` as in Finding.as_dict() or Unreadable.params."""
    given = _Blank({name: _shown(value) for name, value in (params or {}).items()})
    alike = ALIKE.get(rule) if given.get("raw") and given["raw"] == given["proposal"] else None
    return str(alike or SENTENCES[rule]) % given


def _shown(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_shown(item[0]) if isinstance(item, (list, tuple)) else _shown(item) for item in value)
    return "" if value is None else str(value)
