"""Words typed without Kazakh letters, spelt as the memory has them: кызмет – қызмет, кызметтен – қызметтен."""

from aligner.words import kazakh_spellings
from alignments.index.recipe import known_stem, loose_word
from alignments.index.vocabulary import Vocabulary
from corpus.languages import primary_language

SHORTEST = 2
"""Letters with which a word of the memory must begin like the one typed."""

MOST_SPELLINGS = 256
"""Ways to spell the end of a word that are tried."""


def respelt(vocabulary: Vocabulary, word: str, language: str) -> tuple[str, ...]:
    """Spellings of a folded word of which the memory has a form, the most frequent first.

    As many of its letters as possible are spelt as in a word of the memory that begins so; what is left is the ending of a
    Kazakh word, which is spelt in every way.
    """
    typed = loose_word(word)
    shortest = SHORTEST if primary_language(language) == "kk" else len(typed)
    for size in range(len(typed), shortest - 1, -1):
        ends = tuple(kazakh_spellings(typed[size:]))
        if len(ends) > MOST_SPELLINGS:
            break
        begins = vocabulary.beginning_loosely(language, typed[:size])
        stems = {begin + end: known_stem(begin + end, language) for begin in begins for end in ends}
        counts = vocabulary.stem_counts(language, sorted(set(stems.values())))
        found = [spelling for spelling, stem in stems.items() if stem in counts]
        if found:
            return tuple(sorted(found, key=lambda spelling: (-counts[stems[spelling]], spelling)))
    return ()
