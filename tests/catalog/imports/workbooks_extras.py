"""Excise duties, deposits and packing beside the words for VAT: in the header, and above the list."""

from decimal import Decimal

from catalog.imports import Statement
from tests.catalog.imports.workbooks import GROSS7, NET7, SILENT, case, text

NET, GROSS = ("10.70", 1, "H87", "7"), ("10", 1, "H87", "7")
SEVEN = Statement(None, Decimal(7))


def said(words, beer=None, *, statement=NET7, rule=""):
    """The words in the header of the price, and above the list."""
    facts = {"articles": {"1": beer} if beer else {}, "rules": {2: rule} if rule else {}, "statement": statement}
    case(f"{words} in the header, {statement}", text(f"Nr;Artikel;Einheit;Preis {words}\n1;Bier;Stk;10,70\n"), **facts)
    facts["rules"] = {3: rule} if rule else {}
    above = f"Alle Preise {words};;;\nNr;Artikel;Einheit;Preis\n1;Bier;Stk;10,70\n"
    case(f"{words} above, {statement}", text(above), header_row=2, **facts)


for words in (
    "inkl. Biersteuer",
    "einschl. Alkoholsteuer",
    "inkl. Verbrauchsteuer",
    "inkl. Energiesteuer und CO2-Abgabe",
    "Alkoholsteuer enthalten",
    "inkl. Verpackung",
):
    said(words, NET)
    said(words, GROSS, statement=GROSS7)
    said(words, rule="net_or_gross", statement=SEVEN)
for words in (
    "netto ohne MwSt. und ohne Pfand",
    "netto zzgl. Pfand",
    "zzgl. MwSt. und Pfand",
    "zzgl. Pfand und MwSt.",
    "inkl. Alkoholsteuer zzgl. MwSt.",
    "zzgl. der derzeit gültigen MwSt.",
):
    said(words, NET, statement=SEVEN)
    said(words, rule="net_or_gross", statement=GROSS7)
for words in ("exkl. Pfand inkl. MwSt.", "inkl. MwSt. und Biersteuer", "inkl. Alkoholsteuer und MwSt."):
    said(words, GROSS, statement=SEVEN)
    said(words, rule="net_or_gross")
for words in (
    "zzgl. MwSt. 7%",
    "zzgl. 7 % USt",
    "+ 7% MwSt",
    "zzgl. der gesetzl. MwSt. (7%)",
    "zzgl. gesetzlicher MwSt. von 7 %",
):
    said(words, NET, statement=SILENT)
ON_TOP = ("zzgl. Biersteuer", "exkl. Alkoholsteuer", "zzgl. MwSt. und Biersteuer", "netto zzgl. Kaffeesteuer")
for words in (*ON_TOP, "ZZGL. MWST. UND BIERSTEUER"):
    said(words, rule="surcharge_open")
said("zzgl. MwSt., inkl. Biersteuer", NET)
