"""What a column of somebody's table means: a language, a field of ours, a property."""

import re
from functools import lru_cache

from alignments.files.remembered import remembered
from corpus.errors import CorpusError
from corpus.languages import LANGUAGE_NAMES, canonical_tag, primary_language

FIELDS = (
    *("id", "probability", "status", "origin", "source", "passage", "position", "signature"),
    *("created", "created_by", "changed", "changed_by", "notes"),
)
"""Columns that are fields of a unit; every other one is a language, a detail of one (`kk document`), or a property."""

DETAILS = ("document", "segments", "codes")
"""What is told of a variant beside its text: column `kk document`, `kk segments`, `kk codes`."""

METADATA = {
    "author": ("автор",),
    "translator": ("аудармашы", "переводчик"),
    "work title": ("шығарма атауы", "название произведения", "название", "атауы"),
    "translation title": ("аударма атауы", "название перевода"),
    "publication date": ("жарияланған жылы", "басылған жылы", "дата публикации", "год издания"),
    "translation period": ("аударылған кезеңі", "период перевода"),
    "original language": ("түпнұсқа тілі", "язык оригинала"),
    "translation language": ("аударма тілі", "язык перевода"),
}
"""The eight fields of the parallel part of the Kazakh national corpus, and how Kazakh and Russian tables head them."""

_METADATA_NAMES = {name: known for known, names in METADATA.items() for name in (known, known.replace(" ", "_"), *names)}

_SECOND_LETTERS = {
    "a": "abefkmnrsvyz",
    "b": "aeghimnors",
    "c": "aehorsuvy",
    "d": "aevz",
    "e": "elnostu",
    "f": "afijory",
    "g": "adlnuv",
    "h": "aeiortuyz",
    "i": "aegikostu",
    "j": "av",
    "k": "agijklmnorsuvwy",
    "l": "abginotuv",
    "m": "ghiklnrsty",
    "n": "abdeglnrvy",
    "o": "cjmrs",
    "p": "ailst",
    "q": "u",
    "r": "mnouw",
    "s": "acdegiklmnoqrstuvw",
    "t": "aeghiklnorstwy",
    "u": "gkrz",
    "v": "eio",
    "w": "ao",
    "x": "h",
    "y": "io",
    "z": "ahu",
}
_TWO_LETTER = frozenset(first + second for first, seconds in _SECOND_LETTERS.items() for second in seconds)
"""ISO 639-1 without `id` and `no`, which head columns of numbers more often than of Indonesian and Norwegian."""

_COLUMN = re.compile(r"(?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)(?: (?P<copy>[2-9]|\d{2}))?(?: (?P<detail>[a-z]+))?")


_AROUND = frozenset(
    (
        "на in термин термины term terms термині терминдер атауы название баламасы эквивалент аудармасы перевод "
        "сөз слово word мәтін мәтіні текст text яз язык языке language тіл тілі тілінде тіліндегі"
    ).split()
)
"""Words that stand around a language in a heading and say no more: «на русском языке», «Қазақ тіліндегі термин»."""


def language_of(heading: str) -> str | None:
    """The language a heading stands for, by tag or by name; None for any other heading."""
    plain = " ".join(heading.split()).casefold()
    telling = [word for word in re.findall(r"[^\W\d_]+", plain) if word not in _AROUND]
    named = LANGUAGE_NAMES.get(plain.rstrip(".:")) or (" " in plain and len(telling) == 1 and LANGUAGE_NAMES.get(telling[0]))
    if named:
        return named
    try:
        tag = canonical_tag(heading)
    except CorpusError:
        return None
    return tag if primary_language(tag) in _TWO_LETTER else None


@remembered(10_000)
def variant_column(heading: str) -> tuple[str, int, str] | None:
    """Language, which variant of it (1 is the first) and detail of a heading: `kk 2 document` → ("kk", 2, "document")."""
    match = _COLUMN.fullmatch(heading)
    if match and (match["detail"] is None or match["detail"] in DETAILS):
        language = language_of(match["tag"])
        if language is not None:
            return language, int(match["copy"] or 1), match["detail"] or ""
    language = language_of(heading)
    return (language, 1, "") if language is not None else None


def is_text(heading: str) -> bool:
    """True for the heading of a column of texts, no field and no detail of one."""
    place = variant_column(heading) if heading not in FIELDS else None
    return place is not None and not place[2]


@lru_cache(maxsize=10_000)
def heading_of(language: str, copy: int, detail: str = "") -> str:
    """The heading of a variant's column: `kk`, `kk 2`, `kk document`."""
    return " ".join(filter(None, (language, str(copy) if copy > 1 else "", detail)))


@remembered(10_000)
def property_name(heading: str) -> str:
    """The property a heading stands for; the eight known fields of metadata are recognised in three languages."""
    plain = " ".join(heading.split())
    return _METADATA_NAMES.get(plain.casefold(), plain)
