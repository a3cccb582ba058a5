"""Persian text as a PDF needs it: joined letter forms, in visual order, wrapped on logical words.

reportlab lays glyphs from left to right as it is given them. So a line is wrapped while its words still stand in the
order in which they are read, and only then shaped and reordered (`visual`). Text without a Persian letter, a formula or
a code, is laid out from left to right.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from app.domain.persian import LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE

Measure = Callable[[str], float]
NO_BREAK = "\u00a0"

_PAIRS = "()[]{}<>«»‹›"
_MIRRORED = dict(zip(_PAIRS, (_PAIRS[place ^ 1] for place in range(len(_PAIRS))), strict=True))
_PROBE = (
    "\u034f"  # an invisible mark that follows its base: it comes back in front of it where the run is right to left
)
_BRACKET = re.compile(f"[{re.escape(_PAIRS)}]")
_TURNED_BRACKET = re.compile(f"{_PROBE}([{re.escape(_PAIRS)}])")
_DIRECTIONAL = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_PERSIAN_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_RESHAPER = ArabicReshaper(
    {
        "delete_harakat": False,
        "support_ligatures": True,
        "language": "Farsi",
        "use_unshaped_instead_of_isolated": True,
    }
)


def is_right_to_left(text: str) -> bool:
    """Tell whether a text holds a Persian letter, and so is read from the right."""
    return _PERSIAN_LETTER.search(text) is not None


@lru_cache(maxsize=16_384)
def visual(text: str, *, right_to_left: bool = True) -> str:
    """Return one line of logical text as the characters to draw from left to right.

    Letters come back as presentation forms, brackets mirrored where they are read from the right (python-bidi leaves
    that to its caller), and directional controls are gone: fonts have no glyph for them. ZWNJ stays, for searching.
    """
    probed = _BRACKET.sub(lambda bracket: bracket[0] + _PROBE, _RESHAPER.reshape(text.replace(_PROBE, "")))
    ordered = get_display(probed, base_dir="R" if right_to_left else "L")
    mirrored = _TURNED_BRACKET.sub(lambda turned: _MIRRORED[turned[1]], ordered)
    return mirrored.replace(_PROBE, "").translate(_DIRECTIONAL)


def wrapped(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """Return a text broken into lines no wider than `width`, each in visual order.

    Args:
        text: logical text; a line feed starts a new line.
        measure: the width of a visual string, in points.
        width: the room, in points; a single word that is wider is broken inside.
    """
    right_to_left = is_right_to_left(text)
    lines = (line for paragraph in text.split("\n") for line in _isolated(_broken(paragraph, measure, width)))
    return tuple(visual(line, right_to_left=right_to_left) for line in lines)


def _broken(paragraph: str, measure: Measure, width: float) -> list[str]:
    """Return the logical lines of a paragraph."""
    space, lines, room = measure(" "), [""], width
    for word in _fitting(paragraph.split(" "), measure, width):
        needed = measure(visual(word))
        if lines[-1] and needed + space > room:
            lines.append("")
            room = width
        room -= needed + (space if lines[-1] else 0)
        lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _isolated(lines: list[str]) -> list[str]:
    """Return lines in which an isolate that goes on over a line's end is closed there and opened again."""
    whole, open_isolate = [], ""
    for line in lines:
        begun = open_isolate + line
        open_isolate = LEFT_TO_RIGHT_ISOLATE if begun.rfind(LEFT_TO_RIGHT_ISOLATE) > begun.rfind(POP_ISOLATE) else ""
        whole.append(begun + POP_ISOLATE if open_isolate else begun)
    return whole


def _fitting(words: list[str], measure: Measure, width: float) -> list[str]:
    """Return the words, those that no line can hold cut into pieces that one can."""
    pieces = []
    for word in words:
        rest = word
        while len(rest) > 1 and measure(visual(rest)) > width:
            length = next((n for n in range(len(rest) - 1, 1, -1) if measure(visual(rest[:n])) <= width), 1)
            pieces.append(rest[:length])
            rest = rest[length:]
        pieces.append(rest)
    return pieces
