"""Letters and signs of the font Symbol, which Word writes by their places in that font."""

from itertools import chain

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SIGNS = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"  # noqa: RUF001 - they are no letters
_RUNS = ((0x2D, "−"), (0x41, _GREEK[0]), (0x61, _GREEK[1]), (0xA0, _SIGNS[0]), (0xC4, _SIGNS[1]), (0xE5, "∑"), (0xF2, "∫"))
_SYMBOL = dict(chain.from_iterable(enumerate(run, first) for first, run in _RUNS))
"""The encoding of Symbol as Adobe published it, where it differs from ASCII, but for rare signs and parts of brackets."""

_PRIVATE = 0xF000
"""Word adds it to the places of fonts that are no Unicode."""


def symbol(font: str, place: str) -> str:
    """The sign at a place (hexadecimal) of a font: `F0B0` of Symbol is `°`; of other fonts the character that Word names."""
    try:
        number = int(place, 16)
    except ValueError:
        return ""
    own = number - _PRIVATE if _PRIVATE <= number <= _PRIVATE + 0xFF else number
    return _SYMBOL.get(own, chr(own)) if font.startswith("Symbol") else chr(number)
