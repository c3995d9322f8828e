"""Compounds printed with spaces around their hyphen: `ерік – жігері`, `60 – тан`, `socio – political`."""

import re

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.paired_words import PAIRED
from corpus.cleaning.steps import Pieces, Step

_NUMBER = re.compile(
    r"(?<=\d)(?: [-–] ?|[-–] |–)(?=(?:тан|тен|дан|ден|нан|нен|тың|тің|дың|дің|ның|нің|ға|ге|қа|ке|да|де|та|те|шы|ші|ы|і"
    r"|сы|сі|ін|ын"
    r"|дағы|дегі|тағы|тегі|нші|ншы|бап|бабы|бапты|бабын|бабының|тармақ|тармағы|тармағының|тарау|тарауы|сынып|жылдық|жылдығы"
    r"|го|му|й|я|е|х|ми|ти|летие|летия|летию|летний|летняя|летнего|st|nd|rd|th)(?![^\W_]))"
)
_SPACED_HYPHEN = re.compile("–|- |-(?<= .)")
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_SPACED = re.compile(r"(?<![^\W_])(?P<left>[^\W\d_]{3,})(?: [-–] ?|[-–] )(?P<right>[^\W\d_]{2,})")
_KAZAKH_ADJECTIVE = re.compile(r"[^\W\d_]{2,}(?:лық|лік|дық|дік|тық|тік)")
_RUSSIAN_FIRST = re.compile(
    r"[^\W\d_]{3,}(?:ско|ально|енно|ивно|ично|урно|рно|нно|ико|ово|сно|ебно|ецко)|научно|учебно|военно|северо|юго|англо|франко|финно"
)
_RUSSIAN_ADJECTIVE = re.compile(r"[^\W\d_]{3,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)")
_ENGLISH_FIRST = frozenset({"socio", "politico", "ethno", "geo", "psycho", "agro", "macro", "micro", "cross", "anglo"})
_PAIRS = frozenset(PAIRED)
_FIRSTS = frozenset(first for first, _ in PAIRED)


def _compounds(pieces: Pieces, ledger: Ledger) -> Pieces:
    hyphenated = _hyphenated(pieces)
    cleaned = []
    for piece in pieces:
        if not _SPACED_HYPHEN.search(piece.text):
            cleaned.append(piece)
            continue
        traced, edits = piece.traced.substituted(_NUMBER, "-")
        ledger.note_edits("compounds", piece.text, edits)
        before = traced.text
        traced, edits = traced.substituted(_SPACED, lambda match: _closed(match, hyphenated))
        ledger.note_edits("compounds", before, edits)
        cleaned.append(piece.with_text(traced))
    return tuple(cleaned)


def _hyphenated(pieces: Pieces) -> frozenset[str]:
    """The words that the document writes with a hyphen, in small letters."""
    parts = (part for piece in pieces for part in piece.text.lower().split() if "-" in part)
    return frozenset(_HYPHENATED.findall(" ".join(parts)))


def _closed(match: re.Match[str], hyphenated: frozenset[str]) -> str:
    left, right = match["left"], match["right"]
    return f"{left}-{right}" if right.islower() and _is_compound(left.lower(), right, hyphenated) else match[0]


def _is_compound(left: str, right: str, hyphenated: frozenset[str]) -> bool:
    """By its form, by the list of pairs, or because the document writes it so elsewhere; otherwise it is a dash."""
    if right == "ақ" or left in _ENGLISH_FIRST:
        return True
    if _KAZAKH_ADJECTIVE.fullmatch(left) and _KAZAKH_ADJECTIVE.fullmatch(right):
        return True
    if _RUSSIAN_FIRST.fullmatch(left) and _RUSSIAN_ADJECTIVE.fullmatch(right):
        return True
    if left in _FIRSTS and any(first == left and right.startswith(second) for first, second in _PAIRS):
        return True
    return f"{left}-{right}" in hyphenated


COMPOUNDS = Step("compounds", "spaces around the hyphen of a compound closed", _compounds)
