"""Units in the plain shape that nearly all have, taken apart by one expression instead of two dozen calls of a parser.

What the expression takes is well-formed by itself. All else is for the parser: inline codes, comments, numbered characters,
tags that are not in the order of the DTD, values of attributes with references.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from alignments.errors import AlignmentsError
from alignments.formats.tmx.building import Props, Text

END = "</tu>"

LONGEST = 1 << 16
"""Letters in which a unit has to end for being taken apart here."""

Said = tuple[Mapping[str, str], list[Text], list[str], Props]
"""What a unit says: its attributes, texts, notes and properties."""

_S = r"[ \t\n]*+"
_FORBIDDEN = r"\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff"
_LETTERS = f"[^<>&{_FORBIDDEN}]*+"
_TEXT = f"{_LETTERS}(?:&(?:amp|lt|gt|quot|apos);{_LETTERS})*+"
_VALUE = f'[^"<>&\\t\\n{_FORBIDDEN}]*+'
_ANY = f' [A-Za-z_:][A-Za-z0-9_:.-]*+="{_VALUE}"'
_ATTRIBUTES = f"(?:{_ANY})*+"
_PROP = f'<prop type="{_VALUE}">{_TEXT}</prop>{_S}'
_NOTE = f"<note(?:{_ANY})?+>{_TEXT}</note>{_S}"
_TUV = f"<tuv{_ATTRIBUTES}>{_S}(?:{_PROP})*+<seg>[^<]*+</seg>{_S}</tuv>{_S}"

UNIT = re.compile(f"{_S}<tu({_ATTRIBUTES})>{_S}((?:{_NOTE}|{_PROP})*+)((?:{_TUV})++){END}")
"""A unit and the space before it: attributes, notes and properties, variants; plain if its segments are plain too."""

_ATTRIBUTE = re.compile(r' ([^=]+)="([^"]*)"')
_PROP_PARTS = re.compile('<prop type="([^"]*)">([^<]*)')
_NOTE_PARTS = re.compile("<note[^>]*>([^<]*)")
_VARIANT = re.compile("<tuv([^>]*)>[^<]*((?:<prop[^>]*>[^<]*</prop>[^<]*)*+)<seg>([^<]*)")
_PLAIN_TEXT = re.compile(_TEXT)


class NotPlainError(ValueError):
    """Only the parser can say what a unit means, or what is wrong with it."""


def up_to_ends(letters: Iterator[str]) -> Iterator[str]:
    """The letters in pieces that end where a unit ends, as far as units are no longer than a piece."""
    rest = ""
    try:
        for text in letters:
            whole, end, rest = (rest + text).rpartition(END)
            if end:
                yield whole + end
            elif len(rest) > LONGEST:
                yield rest
                rest = ""
    except AlignmentsError:  # a fault of the bytes stands behind the rest
        yield rest
        raise
    yield rest


def end_of_unit(text: str, place: int) -> int:
    """Where the unit ends that a place stands in; the end of the text when it does not."""
    stop = text.find(END, place)
    return stop + len(END) if stop >= 0 else len(text)


def said_by(unit: re.Match[str]) -> Said:
    """What a unit says. Raises NotPlainError when it is for the parser after all."""
    attributes, aside, variants = unit.groups()
    is_simple = "&" not in variants and "]" not in variants
    texts: list[Text] = [
        (_tag(given), text if is_simple and text.isprintable() else _plain(text), (), _props(own) if own else ())
        for given, own, text in _VARIANT.findall(variants)
    ]
    notes = list(map(_unescaped, _NOTE_PARTS.findall(aside))) if "<note" in aside else []
    return _attributes(attributes), texts, notes, _props(aside)


def _props(aside: str) -> list[tuple[str, str]]:
    """Properties in their order."""
    props: list[tuple[str, str]] = _PROP_PARTS.findall(aside)
    return props if "&" not in aside else [(kind, _unescaped(text)) for kind, text in props]


def _attributes(text: str) -> dict[str, str]:
    """Raises NotPlainError when an attribute is given twice."""
    pairs = _ATTRIBUTE.findall(text)
    given = dict(pairs)
    if len(given) < len(pairs):
        raise NotPlainError
    return given


@lru_cache(maxsize=100)
def _tag(attributes: str) -> str:
    given = _attributes(attributes)
    return given.get("xml:lang") or given.get("lang", "")


def _plain(text: str) -> str:
    """The text that the letters of a segment stand for. Raises NotPlainError when only the parser knows."""
    if not _PLAIN_TEXT.fullmatch(text):
        raise NotPlainError
    return _unescaped(text)


def _unescaped(text: str) -> str:
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
    return plain.replace("&amp;", "&")
