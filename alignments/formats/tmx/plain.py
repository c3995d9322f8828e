"""Units in the plain shape that nearly all have, taken apart by one expression: a third of the time of an XML parser.

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
_ATTRIBUTES = f'(?: [A-Za-z_:][A-Za-z0-9_:.-]*+="[^"<>&\\t\\n{_FORBIDDEN}]*+")*+'
_PROP = f"<prop{_ATTRIBUTES}>{_TEXT}</prop>{_S}"
_NOTE = f"<note{_ATTRIBUTES}>{_TEXT}</note>{_S}"
_TUV = f"<tuv{_ATTRIBUTES}>{_S}(?:{_PROP})*+<seg>{_TEXT}</seg>{_S}</tuv>{_S}"

UNIT = re.compile(f"{_S}<tu({_ATTRIBUTES})>{_S}((?:{_NOTE}|{_PROP})*+)((?:{_TUV})++){END}")
"""A plain unit and the space before it: attributes, notes and properties, variants."""

_ATTRIBUTE = re.compile(r' ([^=]+)="([^"]*)"')
_ASIDE = re.compile("<(prop|note)([^>]*)>([^<]*)</")
_VARIANT = re.compile("<tuv([^>]*)>[^<]*((?:<prop[^>]*>[^<]*</prop>[^<]*)*+)<seg>([^<]*)")


class DoubledError(ValueError):
    """An attribute is given twice: the unit is not well-formed."""


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
    """What a plain unit says. Raises DoubledError when it is not well-formed after all."""
    attributes, aside, variants = unit.groups()
    props, notes = _told(aside)
    texts: list[Text] = [
        (_tag(given), text if "&" not in text else _unescaped(text), (), _told(own)[0] if own else [])
        for given, own, text in _VARIANT.findall(variants)
    ]
    return _attributes(attributes), texts, notes, props


def _told(aside: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Properties and notes."""
    props, notes = [], []
    for name, given, text in _ASIDE.findall(aside):
        told = text if "&" not in text else _unescaped(text)
        if name == "prop":
            props.append((_kind(given), told))
        else:
            notes.append(told)
    return props, notes


def _attributes(text: str) -> dict[str, str]:
    given = dict(_ATTRIBUTE.findall(text))
    if text.count('"') != 2 * len(given):
        raise DoubledError
    return given


@lru_cache(maxsize=100)
def _tag(attributes: str) -> str:
    given = _attributes(attributes)
    return given.get("xml:lang") or given.get("lang", "")


@lru_cache(maxsize=100)
def _kind(attributes: str) -> str:
    return _attributes(attributes).get("type", "")


def _unescaped(text: str) -> str:
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
    return plain.replace("&amp;", "&")
