"""Why two texts were taken for translations of each other: what they share, and what speaks against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aligner.bags import LexiconLike, primary, spelling
from aligner.signs.anchors import date_signs, named_signs, number_signs
from aligner.signs.list_marks import list_mark
from aligner.signs.sign import SignKind
from aligner.words import stem, token_spans

MOST_WORDS = 12
"""Word pairs that are shown at most; the rest are counted."""

USUAL = (0.5, 2.0)
"""The ratios of lengths between which nothing is said against them."""

WELL_COVERED = 0.2
"""The share of words with a translation on the other side from which on they speak for the pair."""


@dataclass(frozen=True, slots=True)
class Text:
    """One of the two texts and its language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing seen: its kind (list marks, numbers, dates, names and terms, words, lengths), its verdict, and what it was."""

    kind: str
    speaks_for: bool
    what: str


def reasons(first: Text, second: Text, lexicon: LexiconLike | None = None) -> tuple[Reason, ...]:
    """Everything that speaks for and against two texts translating each other, what speaks for it first."""
    found = [*_list_marks(first, second), *_signs(first, second), *_words(first, second, lexicon), *_lengths(first, second)]
    return tuple(sorted(found, key=lambda reason: not reason.speaks_for))


def _list_marks(first: Text, second: Text) -> Iterator[Reason]:
    """The marks of items of lists: `2.` is hardly the translation of `3.`."""
    here, there = list_mark(first.text), list_mark(second.text)
    if here and there:
        marks = (side.text[mark.start : mark.stop].strip() for side, mark in ((first, here), (second, there)))
        yield Reason("list marks", speaks_for=here.key == there.key, what=_side_by_side(*marks))


def _signs(first: Text, second: Text) -> Iterator[Reason]:
    """Numbers, dates and names that both have, and numbers that only one has."""
    for kind, read in (("numbers", _numbers), ("dates", _dates), ("names and terms", _names)):
        here, there = read(first), read(second)
        shared = [sign for sign in here if sign in there]
        if shared:
            yield Reason(
                kind, speaks_for=True, what=", ".join(dict.fromkeys(_side_by_side(here[sign], there[sign]) for sign in shared))
            )
        if kind != "numbers":
            continue
        for side, own, other in ((first, here, there), (second, there, here)):
            lonely = [own[sign] for sign in own if sign not in other]
            if lonely:
                yield Reason(kind, speaks_for=False, what=f"only in {side.language}: {', '.join(dict.fromkeys(lonely))}")


def _numbers(side: Text) -> dict[str, str]:
    return {str(sign.value): side.text[sign.start : sign.stop] for sign in number_signs(side.text, primary(side.language))}


def _dates(side: Text) -> dict[str, str]:
    signs = date_signs(side.text, primary(side.language))
    return {str((sign.month, sign.day)): side.text[sign.start : sign.stop] for sign in signs}


def _names(side: Text) -> dict[str, str]:
    signs = (sign for sign in named_signs(side.text, primary(side.language)) if sign.kind is not SignKind.LIST_MARK)
    return {sign.key: side.text[sign.start : sign.stop] for sign in signs}


def _words(first: Text, second: Text, lexicon: LexiconLike | None) -> Iterator[Reason]:
    """Words that the lexicon translates or that are spelled alike, and how much of both sides they make up."""
    here, there = _keys(first, lexicon), _keys(second, lexicon)
    by_key = {key: phrase for keys in there for key, phrase in keys.items()}
    pairs = [(phrase, by_key[key]) for keys in here for key, phrase in keys.items() if key in by_key]
    unique = list(dict(pairs).items())
    if unique:
        more = f" and {len(unique) - MOST_WORDS} more" if len(unique) > MOST_WORDS else ""
        yield Reason("words", speaks_for=True, what=", ".join(_side_by_side(*pair) for pair in unique[:MOST_WORDS]) + more)
    other = {key for keys in here for key in keys}
    covered = sum(not keys.keys().isdisjoint(by_key) for keys in here) + sum(not keys.keys().isdisjoint(other) for keys in there)
    share = covered / max(1, len(here) + len(there))
    yield Reason(
        "words", speaks_for=share >= WELL_COVERED, what=f"{share:.0%} of the words of both sides have a known counterpart"
    )


def _keys(side: Text, lexicon: LexiconLike | None) -> list[dict[str, str]]:
    """For every word the keys by which it is found on the other side, each with what has it: the word, or a phrase of several.

    Keys are the concepts of the lexicon and the spelling.
    """
    language = primary(side.language)
    spans = token_spans(side.text)
    stems = [stem(word, side.language) for word, _, _ in spans]
    keys: list[dict[str, str]] = [{} for _ in spans]
    if lexicon is not None and language in lexicon.languages:
        for run in lexicon.spans(stems, language):
            phrase = side.text[spans[run.start][1] : spans[run.stop - 1][2]]
            for place in range(run.start, run.stop):
                keys[place] |= {f"concept {number}": phrase for number in run.concepts}
    for place, (_, start, stop) in enumerate(spans):
        keys[place] |= dict.fromkeys(_spelled(stems[place]), side.text[start:stop])
    return [own for own, stemmed in zip(keys, stems, strict=True) if not stemmed.isdigit()]


def _spelled(own: str) -> Iterable[str]:
    letters = spelling(own)
    return (letters,) if letters else ()


def _lengths(first: Text, second: Text) -> Iterator[Reason]:
    """A length that is out of proportion."""
    ratio = len(second.text) / max(1, len(first.text))
    if not USUAL[0] <= ratio <= USUAL[1]:
        yield Reason("lengths", speaks_for=False, what=f"{len(first.text)} and {len(second.text)} characters")


def _side_by_side(first: str, second: str) -> str:
    return first if first == second else f"{first} – {second}"
