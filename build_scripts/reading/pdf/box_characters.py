"""Boxes, marks and drawn braces of picture fonts as the characters that Unicode has for them.

Forms set their boxes in ZapfDingbats or Wingdings. Their text layer then holds a letter ("o"), a
private character or an ornament, and "o GRANTED" would read as a word. Captions draw the brace
between their columns with pieces of the Symbol font (4th Cir.): each is a piece of a rule.
"""

from collections.abc import Mapping

EMPTY, TICKED, CROSSED, TICK, CROSS = "☐☑☒✓✗"
SHOWN = frozenset(("☐", "☑", "☒", "✓", "✗", "□", "■", "❏", "❑", "❒"))
RULE = "│"
PRIVATE = 0xF000  # fonts without a map of their own give their codes here

# Codes from the fonts' own charts (Unicode's WG2 N4384 for the Wingdings).
_WINGDINGS = {
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), EMPTY),
    **dict.fromkeys((0x78, 0xFD), CROSSED),
} | {0xFB: CROSS, 0xFC: TICK, 0xFE: TICKED}
_BOXES_2 = {0x4F: CROSS, 0x50: TICK, 0x52: TICKED, 0xA3: EMPTY}
_WINGDINGS_2 = dict.fromkeys((0x51, 0x53, 0x54), CROSSED) | _BOXES_2
# PDFium gives ZapfDingbats by its own map: ornaments of Unicode.
_DINGBATS = {
    **dict.fromkeys(map(ord, "❏❐❑❒□"), EMPTY),
    **dict.fromkeys(map(ord, "✓✔"), TICK),
    **dict.fromkeys(map(ord, "✕✖✗✘"), CROSS),
    # and where a font has no map, by its codes (Adobe's ZapfDingbats chart)
    **dict.fromkeys(map(ord, "opqr"), EMPTY),
    **dict.fromkeys(map(ord, "34"), TICK),
    **dict.fromkeys(map(ord, "5678"), CROSS),
}
# Pieces of tall parentheses, brackets and braces: by code (Adobe's Symbol chart), by Adobe's glyph
# list (bracerighttp is U+F8FC), and as Unicode has them.
_SYMBOL = {
    **dict.fromkeys((*range(0xE6, 0xF0), *range(0xF6, 0xFF)), RULE),
    **dict.fromkeys((*range(0xF8E6, 0xF8F0), *range(0xF8F6, 0xF8FF)), RULE),
    **dict.fromkeys(range(0x239B, 0x23AE), RULE),
    0xB7: "•",
}


def _with_private(codes: Mapping[int, str]) -> dict[int, str]:
    return {**codes, **{PRIVATE + code: shown for code, shown in codes.items()}}


_FONTS = {
    "wingdings2": _with_private(_WINGDINGS_2),
    "wingdings": _with_private(_WINGDINGS),
    "dingbats": _with_private(_DINGBATS),
    "symbol": _with_private(_SYMBOL),
}


def find_box_characters(font: str) -> Mapping[int, str] | None:
    """Return what the codes of the font `font` show, for `str.translate`; None for letter fonts.

    Accepts names as PDFs spell them: "abcdef+wingdings-regular", "zapfdingbats", "symbolmt".
    """
    name = font.lower().replace(" ", "").replace("-", "")
    return next((boxes for known, boxes in _FONTS.items() if known in name), None)
