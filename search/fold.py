"""How words are compared: without case, umlauts, accents."""

import re

# "ue" is no umlaut in Quark, Bauer and neue; "Goethe" may lose its e on both sides alike
_UMLAUT = re.compile(r"ae|oe|(?<![aeq])ue")
_PLAIN = str.maketrans("äöüáàâãåéèêëíìîïóòôõúùûñçø", "aouaaaaaeeeeiiiioooouuunco")


def fold(text: str) -> str:
    """Lower case without umlauts and accents: Äpfel, Aepfel and aepfel all become apfel."""
    text = text.lower().replace("ß", "ss")
    return _UMLAUT.sub(lambda found: found[0][0], text).translate(_PLAIN)


def code_of(text: str) -> str:
    """An article number or GTIN as it is compared: without case, blanks, hyphens, dots and slashes."""
    return re.sub(r"[\s\-./]", "", text.casefold())


def sort_key(text: str) -> str:
    """German order without ICU: umlauts beside their vowel, signs ignored."""
    return re.sub(r"[^\w]+", " ", fold(text)).strip()
