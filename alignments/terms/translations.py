"""Translations of a term: from term entries, from the lexicon, and from what stands in the aligned units."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from aligner.spelling.kazakh_latin import is_kazakh_latin
from aligner.words import fold, romanise
from alignments.errors import AlignmentsError
from alignments.index.inflection import inflected
from alignments.index.queries import WordQuery
from alignments.index.recipe import LONGEST_WORD, index_stems, index_words, unit_number
from alignments.index.vocabulary import Vocabulary
from alignments.store import Store, of_one_moment
from alignments.terms.candidates import Candidate, Evidence, candidates
from alignments.terms.forms import natural_form, with_dots
from alignments.terms.lexicon_terms import lexicon_terms, own_forms
from alignments.terms.misspelt import in_kazakh_letters
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

DIGITS = 2
"""Digits of a score: what differs less is as good, and the lexicon's order decides (жұмыс is работа before рабочий)."""

NOISE = 0.1
"""An answer under this score is shown only where there is no better one."""

EQUALLY_GOOD = 0.9
"""From this share of the best association on a candidate is a rival of the best one."""

LEXICON_WEIGHT, RELATED_WEIGHT, WORD_WEIGHT, COGNATE_WEIGHT = 0.7, 0.35, 0.35, 0.3
"""How much of the doubt the lexicon takes away, by the whole term, by a word of its family or by its words one by one, and
how much a common origin."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One translation: `score` 0…1; `count` units that have both; ids of example units; `sources` entry, lexicon, stem, units.

    `stem`: the lexicon has it for another word of the same stem (образованный for білім, beside білімді), a weak hint.
    """

    text: str
    score: float
    count: int
    examples: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermTranslations:
    """The translations of a term per language, best first; `hits` units have the term, `is_thin` when too few to be sure.

    `taken` is the spelling with Kazakh letters that was taken for a query typed without them, else empty.
    """

    query: str
    language: str
    hits: int
    translations: tuple[tuple[str, tuple[Translation, ...]], ...]
    taken: str = ""

    @property
    def is_thin(self) -> bool:
        """True when the units alone cannot carry an answer."""
        return self.hits < THIN

    @property
    def is_known(self) -> bool:
        """True when a unit, an entry or the lexicon has the term."""
        return bool(self.hits or any(answers for _, answers in self.translations))


@of_one_moment
def term_translations(store: Store, query: str, language: str, targets: Sequence[str], limit: int = 10) -> TermTranslations:
    """How a word or phrase, in any inflected form, is translated.

    A Kazakh one that nobody knows is tried as it is spelt with Kazakh letters. Raises AlignmentsError for a text without words
    and for a language nothing is known in.
    """
    found = _looked_up(store, query, language, targets, limit)
    spelt = query if found.is_known else in_kazakh_letters(query, language)
    if spelt == query:
        return found
    other = _looked_up(store, spelt, language, targets, limit)
    return replace(other, query=query, taken=spelt) if other.is_known else found


def _looked_up(store: Store, query: str, language: str, targets: Sequence[str], limit: int) -> TermTranslations:
    words = index_words(query)
    if not words or len(words) > 20 or max(map(len, words)) >= LONGEST_WORD:
        raise AlignmentsError(f"{query[:60]!r}: give a term of one to twenty words")
    stems = index_stems(words, language)
    search = _search(store.index.vocabulary, words, language)
    entries = store.terms()
    in_entries = {tag for entry in entries for tag, _ in entry.terms}
    store.index.require(
        (language, *targets), also={*WORKING_LANGUAGES, *in_entries, *filter(is_kazakh_latin, (language, *targets))}
    )
    found = store.index.page(search, limit=SAMPLE)
    hits = len(found) if len(found) < SAMPLE else store.index.count(search)
    units = [unit_number(variant) for variant in found]
    answers = tuple(
        (target, _translations(store, _Question(query, words, stems, language, target, units, hits, entries), limit))
        for target in targets
    )
    return TermTranslations(query, language, hits, answers)


def _search(vocabulary: Vocabulary, words: tuple[str, ...], language: str) -> WordQuery:
    """A search for the words in all their forms; for one word without those that are known as forms of its relatives only."""
    search = inflected(vocabulary, [(word,) for word in words], language)
    if len(words) > 1:
        return search
    forms = vocabulary.all_forms(language, search.slots[0]) if search.of_stems else search.slots[0]
    own = own_forms(forms, words[0], language)
    return search if len(own) == len(forms) else WordQuery(language, (tuple(own) or words,))


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a term before its units are read: translations by their stems.

    They are those of the entries, of the lexicon, of the lexicon for other words with the stems of the term, and the stems by
    which the lexicon translates its words one by one.
    """

    entries: dict[tuple[str, ...], str]
    lexicon: dict[tuple[str, ...], str]
    related: dict[tuple[str, ...], str]
    single: frozenset[str]

    def text(self, stems: tuple[str, ...]) -> str:
        """How the lexicon writes a translation; empty when it does not have it."""
        return self.lexicon.get(stems) or self.related.get(stems, "")


def _known(question: _Question) -> _Known:
    found = lexicon_terms(question.query, question.language, question.target)
    lexicon = _by_stems((one.text for one in found if not one.is_related), question.target)
    related = _by_stems((one.text for one in found if one.is_related), question.target)
    return _Known(
        _by_stems(_entry_terms(question), question.target),
        lexicon,
        {stems: term for stems, term in related.items() if stems not in lexicon},
        _word_translations(question),
    )


def _translations(store: Store, question: _Question, limit: int) -> tuple[Translation, ...]:
    known = _known(question)
    texts = store.translations(question.units, question.target)
    terms = (*known.lexicon.values(), *known.related.values(), *known.entries.values())
    evidence = Evidence(texts, question.hits, len(question.stems), _stems_of_forms(terms, question.target))
    found = candidates(store.index, question.target, evidence)
    if question.hits <= FEW:
        _doubt_rivals(found)
    scored = [_scored(run, question, known) for run in found[:60]]
    places = {stems: place for place, stems in enumerate(known.lexicon)}
    scored.sort(
        key=lambda one: (
            ("entry" not in one[2], -one[0], -one[1].count),
            (places.get(one[1].stems, len(places)), len(one[1].stems), one[1].stems),
        )
    )
    made = [
        (Translation(_shown(run, question, known), score, run.count, (), sources), run.units)
        for score, run, sources in scored[:limit]
    ]
    made += _unmet(known, {run.stems for run in found}, question.hits)
    made.sort(key=lambda pair: ("entry" not in pair[0].sources, -pair[0].score, -pair[0].count))
    worthy = [pair for pair in made if pair[0].score >= NOISE] or made
    return _with_examples(store, worthy[:limit])


def _unmet(known: _Known, met: set[tuple[str, ...]], hits: int) -> Iterator[tuple[Translation, list[int]]]:
    """The known translations that stand in no unit with the term: the more units without one, the less it is worth."""
    doubt = FEW / (FEW + hits)
    for terms, source, score in (
        (known.entries, "entry", 1.0),
        (known.lexicon, "lexicon", LEXICON_WEIGHT * doubt),
        (known.related, "stem", RELATED_WEIGHT * doubt),
    ):
        unmet = (term for stems, term in terms.items() if stems not in met)
        yield from ((Translation(term, round(score, DIGITS), 0, (), (source,)), []) for term in unmet)
        met |= terms.keys()


def _doubt_rivals(found: Sequence[Candidate]) -> None:
    """Divide the associations by the number of candidates that answer about as well as the best one."""
    best = max((run.association for run in found), default=0.0)
    rivals = sum(run.association >= EQUALLY_GOOD * best for run in found)
    for run in found:
        run.association /= rivals


def _scored(run: Candidate, question: _Question, known: _Known) -> tuple[float, Candidate, tuple[str, ...]]:
    """The candidate with its score and what speaks for it."""
    doubt = 1 - run.association
    sources = ["units"]
    if run.stems in known.entries:
        doubt = 0.0
        sources.insert(0, "entry")
    if run.stems in known.lexicon:
        doubt *= 1 - LEXICON_WEIGHT
        sources.append("lexicon")
    elif run.stems in known.related:
        doubt *= 1 - RELATED_WEIGHT
        sources.append("stem")
    elif known.single:
        doubt *= 1 - WORD_WEIGHT * len(known.single.intersection(run.stems)) / max(len(run.stems), len(question.stems))
    doubt *= 1 - COGNATE_WEIGHT * _cognacy(question.stems, run.stems)
    return round(1 - doubt, DIGITS), run, tuple(sources)


def _shown(run: Candidate, question: _Question, known: _Known) -> str:
    """The candidate as an entry has it, else as a dictionary would."""
    if run.stems in known.entries:
        return known.entries[run.stems]
    text = known.text(run.stems)
    return with_dots(text, run.spellings()) if text else natural_form(run.spellings(), question.target)


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
    return frozenset(stem for term in terms for stem in index_stems(index_words(term.text), question.target))


def _cognacy(stems: Sequence[str], others: Sequence[str]) -> float:
    """Likeness of the terms in Latin letters, 0 below two thirds: президент – president."""
    own, other = romanise(" ".join(stems)), romanise(" ".join(others))
    likeness = Levenshtein.normalized_similarity(own, other)
    return likeness if likeness >= 2 / 3 else 0.0
