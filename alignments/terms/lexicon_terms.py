"""What the built-in lexicon says of a term, and of the parts of a term it does not know."""

from typing import TYPE_CHECKING

from aligner.spelling.kazakh_latin import is_kazakh_latin
from aligner.stemming.kazakh_latin import known_spelling
from alignments.index.recipe import index_words
from corpus.languages import WORKING_LANGUAGES

if TYPE_CHECKING:
    from aligner.lexicon import Concept


def lexicon_terms(term: str, language: str, target: str) -> list[str]:
    """The terms of the concepts that have this term in any form, those with the very word first.

    Abbreviations come first for capitals and last for small letters: «АТ» is IT, «ат» a horse. Where capitals are an
    abbreviation that is known, words alike are not meant: «ТОО» is not «той».
    """
    from aligner.lexicon import builtin_lexicon  # noqa: PLC0415 - read when terms are asked for

    if is_kazakh_latin(language):
        term, language = " ".join(map(known_spelling, term.split())), "kk"
    concepts = builtin_lexicon().find(term, language) if language in WORKING_LANGUAGES else ()
    words = index_words(term)

    def is_itself(concept: "Concept") -> bool:
        return any(words == index_words(other) for other in concept.in_language(language))

    def farness(concept: "Concept") -> tuple[bool, bool, int]:
        is_written_otherwise = (concept.part_of_speech == "abbr") != term.isupper()
        length = min(len(" ".join(index_words(other))) for other in concept.in_language(language))
        return not is_itself(concept), is_written_otherwise, length

    if term.isupper() and any(one.part_of_speech == "abbr" and is_itself(one) for one in concepts):
        concepts = tuple(filter(is_itself, concepts))
    return [other for concept in sorted(concepts, key=farness) for other in concept.in_language(target)]


def known_parts(term: str, language: str, target: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The longest parts of a term that the lexicon knows, from left to right, each with its translations.

    `сот шешімін орындау` is `сот шешімін` (решение суда) and `орындау` (исполнение); words it does not know are left out.
    """
    words, parts, place = index_words(term), [], 0
    while place < len(words):
        for stop in range(len(words), place, -1):
            part = " ".join(words[place:stop])
            found = lexicon_terms(part, language, target)
            if found:
                parts.append((part, tuple(dict.fromkeys(found))))
                break
        place = stop
    return tuple(parts)
