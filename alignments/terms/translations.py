"""Translations of a term: from term entries, from the lexicon, and from what stands in the aligned units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from aligner.words import fold, romanise
from alignments.errors import AlignmentsError
from alignments.index.inflection import inflected
from alignments.index.recipe import LONGEST_WORD, index_stems, index_words, unit_number
from alignments.store import Store, of_one_moment
from alignments.terms.candidates import Candidate, Evidence, candidates
from alignments.terms.forms import natural_form, with_dots
from alignments.terms.lexicon_terms import lexicon_terms
from alignments.units import TermEntry
from corpus.languages import WORKING_LANGUAGES

SAMPLE = 1_000
"""Units with the term that are looked at; more of them hardly change the ten best answers."""

EXAMPLES = 2
"""Units named with each answer."""

THIN = 3
"""With fewer units than this the order of the answers is little more than a guess, and that is said."""

FEW = 3
"""With so few hits all that stands in their translations answers equally well, and the lexicon is worth as much as they are."""

NOISE = 0.1
"""An answer under this score is shown only where there is no better one."""

EQUALLY_GOOD = 0.9
"""From this share of the best association on a candidate is a rival of the best one."""

LEXICON_WEIGHT, WORD_WEIGHT, COGNATE_WEIGHT = 0.7, 0.35, 0.3
"""How much of the doubt the lexicon takes away, by the whole term or by its words, and how much a common origin."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One translation: `score` 0…1; `count` units that have both; ids of example units; `sources` entry, lexicon, units."""

    text: str
    score: float
    count: int
    examples: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermTranslations:
    """The translations of a term per language, best first; `hits` units have the term, `is_thin` when too few to be sure."""

    query: str
    language: str
    hits: int
    translations: tuple[tuple[str, tuple[Translation, ...]], ...]

    @property
    def is_thin(self) -> bool:
        """True when the units alone cannot carry an answer."""
        return self.hits < THIN


@of_one_moment
def term_translations(store: Store, query: str, language: str, targets: Sequence[str], limit: int = 10) -> TermTranslations:
    """How a word or phrase, in any inflected form, is translated.

    Raises AlignmentsError for a text without words and for a language nothing is known in.
    """
    words = index_words(query)
    if not words or len(words) > 20 or max(map(len, words)) >= LONGEST_WORD:
        raise AlignmentsError(f"{query[:60]!r}: give a term of one to twenty words")
    stems = index_stems(words, language)
    search = inflected(store.index.vocabulary, [(word,) for word in words], language)
    entries = store.terms()
    store.index.require((language, *targets), also={*WORKING_LANGUAGES, *(tag for entry in entries for tag, _ in entry.terms)})
    found = store.index.page(search, limit=SAMPLE)
    hits = len(found) if len(found) < SAMPLE else store.index.count(search)
    units = [unit_number(variant) for variant in found]
    answers = tuple(
        (target, _translations(store, _Question(query, words, stems, language, target, units, hits, entries), limit))
        for target in targets
    )
    return TermTranslations(query, language, hits, answers)


@dataclass(frozen=True, slots=True)
class _Question:
    """A term with everything needed to find its translations in one language."""

    query: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    language: str
    target: str
    units: list[int]
    hits: int
    entries: tuple[TermEntry, ...]


def _translations(store: Store, question: _Question, limit: int) -> tuple[Translation, ...]:
    entries = _by_stems(_entry_terms(question), question.target)
    lexicon = _by_stems(lexicon_terms(question.query, question.language, question.target), question.target)
    single = _word_translations(question)
    texts = store.translations(question.units, question.target)
    forms = _stems_of_forms((*lexicon.values(), *entries.values()), question.target)
    found = candidates(store.index, question.target, Evidence(texts, question.hits, len(question.stems), forms))
    if question.hits <= FEW:
        _doubt_rivals(found)
    scored = [_scored(run, question, entries, lexicon, single) for run in found[:60]]
    scored.sort(key=lambda one: ("entry" not in one[2], -one[0], -one[1].count, len(one[1].stems), one[1].stems))
    made = [
        (Translation(_shown(run, question, entries, lexicon), score, run.count, (), sources), run.units)
        for score, run, sources in scored[:limit]
    ]
    known = {run.stems for run in found}
    for terms, source, score in ((entries, "entry", 1.0), (lexicon, "lexicon", _worth_of_lexicon(question.hits))):
        made += [(Translation(term, score, 0, (), (source,)), []) for stems, term in terms.items() if stems not in known]
        known |= terms.keys()
    made.sort(key=lambda pair: ("entry" not in pair[0].sources, -pair[0].score, -pair[0].count))
    worthy = [pair for pair in made if pair[0].score >= NOISE] or made
    return _with_examples(store, worthy[:limit])


def _doubt_rivals(found: Sequence[Candidate]) -> None:
    """Divide the associations by the number of candidates that answer about as well as the best one."""
    best = max((run.association for run in found), default=0.0)
    rivals = sum(run.association >= EQUALLY_GOOD * best for run in found)
    for run in found:
        run.association /= rivals


def _worth_of_lexicon(hits: int) -> float:
    """The score of a term of the lexicon that stands in no translation: the more units without it, the less."""
    return round(LEXICON_WEIGHT * FEW / (FEW + hits), 4)


def _scored(
    run: Candidate,
    question: _Question,
    entries: dict[tuple[str, ...], str],
    lexicon: dict[tuple[str, ...], str],
    single: frozenset[str],
) -> tuple[float, Candidate, tuple[str, ...]]:
    """The candidate with its score and what speaks for it."""
    doubt = 1 - run.association
    sources = ["units"]
    if run.stems in entries:
        doubt = 0.0
        sources.insert(0, "entry")
    if run.stems in lexicon:
        doubt *= 1 - LEXICON_WEIGHT
        sources.append("lexicon")
    elif single:
        doubt *= 1 - WORD_WEIGHT * len(single.intersection(run.stems)) / max(len(run.stems), len(question.stems))
    doubt *= 1 - COGNATE_WEIGHT * _cognacy(question.stems, run.stems)
    return round(1 - doubt, 4), run, tuple(sources)


def _shown(run: Candidate, question: _Question, entries: dict[tuple[str, ...], str], lexicon: dict[tuple[str, ...], str]) -> str:
    """The candidate as an entry has it, else as a dictionary would."""
    if run.stems in entries:
        return entries[run.stems]
    if run.stems in lexicon:
        return with_dots(lexicon[run.stems], run.spellings())
    return natural_form(run.spellings(), question.target)


def _with_examples(store: Store, made: Iterable[tuple[Translation, list[int]]]) -> tuple[Translation, ...]:
    """The translations with the ids of the first units that have them."""
    pairs = list(made)
    wanted = sorted({number for _, units in pairs for number in units[:EXAMPLES]})
    ids = store.unit_ids(wanted)
    return tuple(
        Translation(
            one.text, one.score, one.count, tuple(ids[number] for number in units[:EXAMPLES] if number in ids), one.sources
        )
        for one, units in pairs
    )


def _by_stems(terms: Iterable[str], language: str) -> dict[tuple[str, ...], str]:
    """Terms by their stems; the first of several with the same stems stays."""
    found: dict[tuple[str, ...], str] = {}
    for term in terms:
        found.setdefault(index_stems(index_words(term), language), term)
    found.pop((), None)
    return found


def _stems_of_forms(terms: Iterable[str], language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The stems of every form of the terms, each with those of the term itself: «дней» counts as «день»."""
    from aligner.lexicon import other_forms  # noqa: PLC0415 - read when terms are asked for

    stems = {term: index_stems(index_words(term), language) for term in terms}
    found = {own: own for own in stems.values()}
    for term, own in stems.items():
        for form in other_forms(fold(term), language, "noun"):
            found.setdefault(index_stems(index_words(form), language), own)
    return found


def _entry_terms(question: _Question) -> list[str]:
    """The terms of the entries that have the term."""
    return [
        term
        for entry in question.entries
        if any(
            language == question.language and index_stems(index_words(own), language) == question.stems
            for language, own in entry.terms
        )
        for language, term in entry.terms
        if language == question.target
    ]


def _word_translations(question: _Question) -> frozenset[str]:
    """The stems by which the lexicon translates the words of a phrase one by one."""
    if len(question.stems) == 1:
        return frozenset()
    terms = [term for word in question.words for term in lexicon_terms(word, question.language, question.target)]
    return frozenset(stem for term in terms for stem in index_stems(index_words(term), question.target))


def _cognacy(stems: Sequence[str], others: Sequence[str]) -> float:
    """Likeness of the terms in Latin letters, 0 below two thirds: президент – president."""
    own, other = romanise(" ".join(stems)), romanise(" ".join(others))
    likeness = Levenshtein.normalized_similarity(own, other)
    return likeness if likeness >= 2 / 3 else 0.0
