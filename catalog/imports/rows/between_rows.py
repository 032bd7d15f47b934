"""What stands between the rows of goods: a note, or a heading over those that follow."""

from __future__ import annotations

import re
from typing import Any

from catalog.imports.cells.state_words import INTRODUCES, heads_gone, says_only_gone
from tabular import text_of

NOTE = re.compile(
    r"\*|hinweis|achtung|bitte|alle preise|preise|die preise|lieferung|bestell|tel\b|tel\.|telefon|www\.|stand\b|"
    r"gültig|zzgl|inkl|mindest|"
    r"anmerkung|irrtum|änderungen|unsere agb|es gelten|e-?mail|fax|iban|ust|steuer|"
    r"all prices|prices|note\b|mwst|abholung|legende|kleinunternehmer|gemäß|[a-z]\s*=\s*\d",
    re.I,
)
SHORTENED = re.compile(  # words that end in a point without ending a sentence
    r"\b(?:mwst|m\.w\.st|ust|st|stk|stck|kl|gr|div|usw|etc|ca|inkl|zzgl)\.\Z", re.I
)
LONG_TEXT = 70


def is_note(texts: list[str]) -> bool:
    """Texts that say something, instead of heading what follows."""
    longest = max(texts, key=len)
    if len(texts) == 1:
        if _introduces_gone(longest) or says_only_gone(longest):
            return False
        if longest[:1].islower() or longest[:1] in "(–-•+":
            return True
    ends = longest.endswith((".", "!")) and not SHORTENED.search(longest)
    return len(longest) > LONG_TEXT or bool(NOTE.match(longest)) or ends and len(longest) > 25


def _introduces_gone(text: str) -> bool:
    """`nicht mehr lieferbar:`, `Folgende Artikel sind vergriffen.`: a sentence that heads what follows."""
    text = text.strip()
    return (text.endswith(":") or INTRODUCES.match(text) is not None) and heads_gone(text.rstrip(": "))


def heading_text(cells: list[Any], number: int) -> str:
    """The group of goods that a heading names, without its number."""
    texts = [text_of(cell) for index, cell in enumerate(cells) if cell != "" and index != number] or [
        text_of(cell) for cell in cells if cell != ""
    ]
    return " ".join(texts[0].rstrip(":").split())[:120]
