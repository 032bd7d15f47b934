"""Demo pictures: a motif, a palette, a ground and an arrangement make one still life by the window.

The same article always draws the same picture, neighbours in a list take different grounds, and a kind of goods
has only a few pictures, so that a whole region needs at most 200 files.
"""

import re
from functools import cache
from pathlib import Path
from zlib import crc32

import resvg_py

from marketplace.demo.goods import Article

MOTIFS = Path(__file__).parent / "motifs"
WIDTH = 800  # pixels; 4:3 like the tiles they fill

# Wall and table.
GROUNDS = {
    "senf": ("#edc35f", "#dcab3f"),
    "salbei": ("#c3d0b0", "#a8b992"),
    "ziegel": ("#dd9d7c", "#c98361"),
    "himmel": ("#b5cfd6", "#98b9c2"),
    "pflaume": ("#7d4a68", "#683a56"),
    "leinen": ("#eadfcb", "#d8c9af"),
    "tanne": ("#3a6656", "#2d5346"),
    "rose": ("#ebc8ba", "#dcae9d"),
    "nacht": ("#3b4d5a", "#2e3e4a"),
}
# Five colours for the classes a to e, where they differ from the motif's own.
PALETTES = {
    "brot": {"roggen": "#7d4e2d #5e371d #a5714a #40240f #e9d5b4", "hell": "#d39a58 #b47a3b #efc78e #8d5826 #fbf0da"},
    "apfel": {"gruen": "#9bb445 #769130 #c3d67e #5b3a22 #4f7d3a", "gelb": "#e3b548 #c08f2c #f4d88a #5b3a22 #6f9a46"},
    "flasche": {"rot": "#8e2a3f #6b1b2d #bd5a6c #23343a #fbf1e6", "milch": "#f4efe4 #d9d1c0 #ffffff #3d6a8a #d5e4ea"},
    "glas": {"rot": "#a32b3a #7c1c2a #cf5f68 #fbf3df #3d4b40", "senf": "#cfa63a #a98222 #ead07f #fbf3df #2f4a3c"},
    "moehre": {"lila": "#6d3a6e #522853 #9a669a #3f6b36 #6c9a4c"},
    "kiste": {"gruen": "#cf9a5b #a9753a #e8bf8a #7c5226 #8fae45", "orange": "#cf9a5b #a9753a #e8bf8a #7c5226 #e0812f"},
    "kohl": {"gruen": "#7fa052 #5f813a #abc97f #eef4dc #3f5f28"},
    "spender": {"sand": "#d8b894 #b99570 #eed8bd #3b332c #fbf6ec"},
    "kaese": {"weich": "#f3e6c6 #dcc89c #fdf6e3 #c2ab7b #fffaf0"},
    "maske": {"natur": "#e2d3b5 #c6b48f #f3e9d3 #8a7a5c #fbf6ea", "tanne": "#3a6656 #2a4d40 #6f9a88 #e9d9b8 #f4efe4"},
    "tasse": {"blau": "#3d6a8a #2c5069 #6f9ab8 #5a3b28 #f4efe4", "moos": "#7f8f5a #647244 #a8b784 #5a3b28 #efe7d2"},
    "seife": {"gruen": "#a9c0a0 #889f80 #d3e0cc #7a5a3c #a67f57"},
}
# Places of the things: x, y and size.
ARRANGEMENTS = {
    "eins": [(200, 250, 1.28)],
    "drei": [(288, 226, 0.66), (112, 230, 0.7), (200, 256, 0.82)],
    "paar": [(272, 232, 0.86), (136, 254, 0.98)],
    "nah": [(214, 300, 1.9)],
    "reihe": [(70, 244, 0.62), (200, 244, 0.62), (330, 244, 0.62)],
}
SHADOWS = {"flasche": 62, "glas": 76, "spender": 70, "hocker": 92, "apfel": 84, "kohl": 82, "flansch": 92, "maske": 70}
WINDOW = '<path fill="#fff" opacity=".13" d="M30 0h92l74 198h-92ZM142 0h92l74 198h-92Z"/>'

Still = tuple[str, str, str, str]
"""Motif, palette ("" is the motif's own), ground, arrangement."""


def still_of(article: Article, place: int) -> Still:
    """The still life of the article at this place of its list; `place` parts it from its neighbours."""
    choice = _choices(article.motif, _palette(article))
    return choice[place % len(choice)]


def draw(still: Still) -> str:
    """The still life as SVG, literal colours and no fonts, so that every renderer draws the same."""
    motif, palette, ground, arrangement = still
    wall, table = GROUNDS[ground]
    shadow = f'<ellipse cx="10" cy="0" rx="{SHADOWS.get(motif, 108)}" ry="11" opacity=".16"/>'
    things = "".join(
        f'<g transform="translate({x} {y}) scale({size})">{shadow}{_body(motif)}</g>'
        for x, y, size in ARRANGEMENTS[arrangement]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><style>{_style(motif, palette)}</style>'
        f'<path fill="{wall}" d="M0 0h400v300H0Z"/>{WINDOW}<path fill="{table}" d="M0 198h400v102H0Z"/>{things}</svg>'
    )


@cache
def png(still: Still) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=draw(still), width=WIDTH, skip_system_fonts=True))


def _palette(article: Article) -> str:
    """One family of articles keeps its colours: all sizes of a rye bread are dark."""
    palettes = ["", *PALETTES.get(article.motif, {})]
    return palettes[crc32((article.family or article.name).encode()) % len(palettes)]


@cache
def _choices(motif: str, palette: str) -> list[Still]:
    """The few pictures of this kind: each arrangement once, each on another ground, by the names alone."""
    grounds = sorted(GROUNDS, key=lambda ground: crc32(f"{motif}-{palette}-{ground}".encode()))
    return [(motif, palette, ground, arrangement) for ground, arrangement in zip(grounds, ARRANGEMENTS, strict=False)]


def _body(motif: str) -> str:
    return _between(r'<g id="motif">(.*)</g>\s*</svg>', motif)


def _style(motif: str, palette: str) -> str:
    if palette:
        colours = zip("abcde", PALETTES[motif][palette].split(), strict=True)
        return " ".join(f".{name}{{fill:{colour}}}" for name, colour in colours)
    return _between(r"<style>(.*?)</style>", motif)


def _between(pattern: str, motif: str) -> str:
    found = re.search(pattern, (MOTIFS / f"{motif}.svg").read_text(encoding="utf-8"), re.S)
    if not found:
        raise ValueError(f"{motif}.svg is no motif")
    return found[1]
