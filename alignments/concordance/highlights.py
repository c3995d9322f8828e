"""Which words of a translation answer to the key word: its best translation, by the evidence of the whole memory."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aligner.words import fold, token_spans
from alignments.errors import AlignmentsError
from alignments.index.recipe import index_stems, index_words, known_stem
from alignments.store import Store
from alignments.terms.translations import term_translations
from alignments.units import ConcordanceLine

LEAST_SCORE = 0.2
"""A candidate under this score marks nothing: no mark is better than a wrong one."""

CANDIDATES = 12


def highlighted(store: Store, lines: Sequence[ConcordanceLine]) -> tuple[ConcordanceLine, ...]:
    """The lines with the translations of their key word marked."""
    if not lines:
        return ()
    language = lines[0].language
    targets = tuple(dict.fromkeys(target for line in lines for target, _ in line.translations))
    keyword = Counter(fold(line.keyword) for line in lines).most_common(1)[0][0]
    try:
        found = term_translations(store, keyword, language, targets, CANDIDATES)
    except AlignmentsError:
        return tuple(lines)
    answers = {
        target: [index_stems(index_words(one.text), target) for one in translations if one.score >= LEAST_SCORE]
        for target, translations in found.translations
    }
    return tuple(_marked(line, answers) for line in lines)


def _marked(line: ConcordanceLine, answers: dict[str, list[tuple[str, ...]]]) -> ConcordanceLine:
    marks = []
    for target, text in line.translations:
        place = _first_place(text, target, answers.get(target, []))
        marks += [(target, *place)] if place else []
    return replace(line, highlights=tuple(marks))


def _first_place(text: str, language: str, answers: Sequence[tuple[str, ...]]) -> tuple[int, int] | None:
    """Where the best answer that occurs in the text stands."""
    tokens = token_spans(text)
    stems = [known_stem(word, language) for word, _, _ in tokens]
    for answer in answers:
        length = len(answer)
        for place in range(len(stems) - length + 1):
            if length and tuple(stems[place : place + length]) == answer:
                return tokens[place][1], tokens[place + length - 1][2]
    return None
