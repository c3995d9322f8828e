"""What a term that nobody knows was probably meant to be: typed without Kazakh letters or in Latin ones, or misspelt."""

from collections.abc import Sequence
from functools import cache
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from aligner.spelling.kazakh_latin import is_kazakh_latin
from aligner.stemming.kazakh import known_stem
from aligner.stemming.kazakh_latin import known_spelling
from aligner.stemming.kazakh_roots import known_roots
from aligner.words import fold, kazakh_spellings, loose_letters
from alignments.index.recipe import index_words
from corpus.languages import primary_language

MOST_SPELLINGS = 1 << 10
"""Ways to spell a word with Kazakh letters that are tried."""

SHORTEST = 6
"""Letters of a term that may be misspelt: of shorter ones too many are alike."""

LETTERS_A_SLIP = 5
"""Of so many letters one may be wrong, missing, too many or changed with its neighbour."""


def in_kazakh_letters(term: str, language: str) -> str:
    """A Kazakh term as it is spelt where its words are known so: кызметши, qyzmetshi – қызметші; others stay as they are."""
    if primary_language(language) != "kk" or is_kazakh_latin(language):
        return term
    return " ".join(map(_in_kazakh_letters, index_words(term)))


def _in_kazakh_letters(word: str) -> str:
    cyrillic = known_spelling(word) if any("a" <= letter <= "z" for letter in word) else word
    spellings = islice(kazakh_spellings(loose_letters(cyrillic)), MOST_SPELLINGS)
    roots = known_roots()
    return next((one for one in (cyrillic, *spellings) if one in roots.whole or known_stem(one, roots)), word)


def likeliest_term(term: str, language: str) -> str:
    """The term of the lexicon that this one is nearly spelt like; empty when there is none or several are as near."""
    asked = fold(term)
    slips = len(asked) // LETTERS_A_SLIP
    if len(asked) < SHORTEST:
        return ""
    found = process.extract(asked, _lexicon_terms(language), scorer=OSA.distance, score_cutoff=slips, limit=2)
    is_sure = len(found) == 1 or (len(found) > 1 and found[0][1] < found[1][1])
    return found[0][0] if is_sure else ""


@cache
def _lexicon_terms(language: str) -> Sequence[str]:
    from aligner.lexicon import builtin_concepts  # noqa: PLC0415 - read when a term is not known

    return sorted({fold(term) for concept in builtin_concepts() for term in concept.in_language(language)})
