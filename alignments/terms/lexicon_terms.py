"""What the built-in lexicon says of a term, and of the parts of a term it does not know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.spelling.kazakh_latin import is_kazakh_latin
from aligner.stemming.kazakh_latin import known_spelling
from alignments.index.recipe import index_stems, index_words
from alignments.terms.word_forms import Nearness, nearness, shared_letters
from corpus.languages import WORKING_LANGUAGES

if TYPE_CHECKING:
    from aligner.lexicon import Concept


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A translation that the lexicon knows.

    `is_related`: it is that of another word with the same stem.
    """

    text: str
    is_related: bool


def lexicon_terms(term: str, language: str, target: str) -> list[KnownTerm]:
    """The terms of the concepts that have the stems of this term, those with the nearest word first, of
    these nouns, and of these what the longer terms of the lexicon have oftenest.

    What is farther is related only: образованный for білім, судить for суд, and знание for білімді, which is another part of
    speech than the word itself; but сведения is сведение too. Abbreviations come first for capitals and last for small letters:
    «АТ» is IT, «ат» a horse. Where capitals are an abbreviation that is known, words alike are not meant: «ТОО» is not «той».
    """
    from aligner.lexicon import builtin_lexicon  # noqa: PLC0415 - read when terms are asked for

    if is_kazakh_latin(language):
        term, language = " ".join(map(known_spelling, term.split())), "kk"
    lexicon = builtin_lexicon()
    concepts = lexicon.find(term, language) if language in WORKING_LANGUAGES else ()
    words = index_words(term)
    near = {concept: _nearness(words, concept, language) for concept in concepts}
    nearest = min(near.values(), default=Nearness.SAME)
    parts = {concept.part_of_speech for concept in concepts if near[concept] is nearest}
    usage = _usage(concepts, lexicon.within(term, language), target) if len(concepts) > 1 else {}

    def is_related(concept: "Concept") -> bool:
        return near[concept] is Nearness.RELATIVE or (near[concept] > nearest and concept.part_of_speech not in parts)

    def farness(concept: "Concept") -> tuple[object, ...]:
        is_written_otherwise = (concept.part_of_speech == "abbr") != term.isupper()
        shared = max(shared_letters(" ".join(words), " ".join(index_words(other))) for other in concept.in_language(language))
        unlikely = (is_written_otherwise, -shared, concept.part_of_speech != "noun")
        return is_related(concept), near[concept], *unlikely, -usage[concept]

    if term.isupper() and any(one.part_of_speech == "abbr" and near[one] is Nearness.SAME for one in concepts):
        concepts = tuple(one for one in concepts if near[one] is Nearness.SAME)
    ordered = sorted(concepts, key=farness) if len(concepts) > 1 else concepts
    return [KnownTerm(other, is_related(concept)) for concept in ordered for other in concept.in_language(target)]


def own_forms(forms: Iterable[str], word: str, language: str) -> list[str]:
    """Those among words of one stem that may be forms of this one: судьи for судья, not суда, which is known as another word's.

    All of them for a word that the lexicon does not know.
    """
    from aligner.lexicon import builtin_lexicon  # noqa: PLC0415 - as above

    def terms(form: str) -> dict[tuple[str, str], Nearness]:
        concepts = builtin_lexicon().find(form, language) if language in WORKING_LANGUAGES else ()
        told = {(term, one.part_of_speech) for one in concepts for term in one.in_language(language)}
        return {term: near for term in told if (near := nearness((form,), term[0], language, term[1])) < Nearness.RELATIVE}

    asked = terms(word)
    nearest = {term for term, near in asked.items() if near is min(asked.values())}
    return [form for form in forms if not nearest or not (found := terms(form)) or not nearest.isdisjoint(found)]


def _usage(concepts: Iterable["Concept"], longer: Iterable["Concept"], target: str) -> dict["Concept", int]:
    """In how many longer terms the translations of each concept stand: решение is шешім in сот шешімі and many more."""
    phrases = [[frozenset(index_stems(index_words(term), target)) for term in one.in_language(target)] for one in longer]
    stems = {one: [frozenset(index_stems(index_words(term), target)) for term in one.in_language(target)] for one in concepts}
    return {
        one: sum(any(term <= words for term in terms for words in phrase) for phrase in phrases) for one, terms in stems.items()
    }


def _nearness(words: Sequence[str], concept: "Concept", language: str) -> Nearness:
    return min(nearness(words, other, language, concept.part_of_speech) for other in concept.in_language(language))


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
                parts.append((part, tuple(dict.fromkeys(one.text for one in found))))
                break
        place = stop
    return tuple(parts)
