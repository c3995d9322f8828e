"""Which passages of the stored documents translate each other: whole files, or stretches of a file in several languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.beads import Side, Span
from aligner.lexicon import Lexicon
from alignments.pairing.links import Link, links_of
from alignments.pairing.sections import sections
from alignments.pairing.sides import side_of
from alignments.pairing.tables import TranslatedTable, translated_tables
from corpus.documents import Document, Segment
from corpus.labels import Label, label_of
from corpus.languages import UNKNOWN, place_in_order
from corpus.library import StoredDocument
from corpus.recognition.language_scores import LANGUAGES

MAIN_SHARE = 0.8
"""The share of a file's letters from which on the file counts as being in one language."""

FULL_SHARE = 0.6
"""The share of both streams that stretches must cover for the streams to be aligned from end to end."""

REACH = 3
"""How many segments a passage may grow at either end, so that a weak first or last sentence is not lost."""


@dataclass(frozen=True, slots=True)
class PassageSide:
    """One language's part of a passage: a document, the span of its segments, and how many at each end are only tried.

    Segments that were added to reach the edge are dropped again when the alignment finds no translation for them.
    """

    document: StoredDocument
    span: Span
    tried_before: int = 0
    tried_after: int = 0

    @property
    def side(self) -> Side:
        """What the aligner sees of it."""
        return side_of(self.document.document, self.span)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of segments in each of two or more languages that translate each other.

    `rows` are the cells of a table that has a column a language: for each row a span a side, counted from the start of the
    passage; no bead may cross from one row into another. Empty where the passage is running text.
    """

    sides: tuple[PassageSide, ...]
    rows: tuple[tuple[Span, ...], ...] = ()


def find_passages(documents: Sequence[StoredDocument], lexicon: Lexicon | None = None) -> tuple[Passage, ...]:
    """The passages of one group of documents, in reading order; empty when nothing translates anything."""
    known = [one for one in documents if one.document.language != UNKNOWN and one.document.segments]
    main = _main_documents(known)
    if len(main) > 1:
        return _in_sections(main, lexicon) or (_whole(main),)
    if _are_one_text(known, lexicon):
        return (_whole(known),)
    return tuple(
        passage for streams in _by_file(known) for passage in _passages_of_streams(sorted(streams, key=_language_order), lexicon)
    )


def _in_sections(documents: Sequence[StoredDocument], lexicon: Lexicon | None) -> tuple[Passage, ...]:
    """The passages of two texts that have their sections in different orders."""
    if len(documents) != 2:
        return ()
    first, second = sorted(documents, key=_language_order)
    sides = [side_of(one.document, Span(0, len(one.document.segments))) for one in (first, second)]
    return tuple(Passage((PassageSide(first, a), PassageSide(second, b))) for a, b in sections(sides[0], sides[1], lexicon))


def _whole(documents: Sequence[StoredDocument]) -> Passage:
    ordered = sorted(documents, key=_language_order)
    return Passage(tuple(PassageSide(one, Span(0, len(one.document.segments))) for one in ordered))


def _language_order(stored: StoredDocument) -> tuple[int, str]:
    return place_in_order(stored.document.language)


def _main_documents(documents: Sequence[StoredDocument]) -> list[StoredDocument]:
    """One document a file when every file is in one language and no two in the same; otherwise none."""
    files = _by_file(documents)
    main = [max(same, key=lambda one: _letters(one.document)) for same in files]
    are_pure = all(
        _letters(best.document) >= MAIN_SHARE * sum(_letters(one.document) for one in same)
        for best, same in zip(main, files, strict=True)
    )
    return main if are_pure and len({one.document.language for one in main}) == len(main) else []


def _are_one_text(documents: Sequence[StoredDocument], lexicon: Lexicon | None) -> bool:
    """True where several files hold one text, each language once, as a contract in two columns and one in the third language."""
    languages = {one.document.language for one in documents}
    if len(_by_file(documents)) < 2 or len(languages) < len(documents):
        return False
    links = links_of(documents, [[] for _ in documents], lexicon)
    return _cover_everything([link for link in links if link.score > 0], documents)


def _by_file(documents: Sequence[StoredDocument]) -> list[list[StoredDocument]]:
    files: dict[str, list[StoredDocument]] = {}
    for one in documents:
        files.setdefault(one.document.source.sha256, []).append(one)
    return list(files.values())


def _letters(document: Document) -> int:
    return sum(len(segment.text) for segment in document.segments)


def _passages_of_streams(streams: Sequence[StoredDocument], lexicon: Lexicon | None) -> tuple[Passage, ...]:
    """The passages among the language streams of one file: its bilingual tables, and stretches of the text around them."""
    tables = translated_tables([one.document for one in streams], lexicon)
    passages = [_table_passage(streams, table) for table in tables]
    taken = _taken(len(streams), tables)
    links = links_of(streams, taken, lexicon)
    if not tables and (_cover_everything(links, streams) if links else _are_said_to_face(streams)):
        return (_whole(streams),)
    drafts = _joined(links)
    for draft in drafts:
        for number, span in draft.items():
            taken[number].append(span)
    passages += [
        Passage(tuple(_grown([(streams[number], draft[number], taken[number]) for number in sorted(draft)]))) for draft in drafts
    ]
    return tuple(sorted(passages, key=_place))


def _table_passage(streams: Sequence[StoredDocument], table: TranslatedTable) -> Passage:
    columns = list(zip(*table.rows, strict=True))
    starts = [column[0].start for column in columns]
    sides = tuple(
        PassageSide(streams[number], Span(column[0].start, column[-1].stop))
        for number, column in zip(table.streams, columns, strict=True)
    )
    rows = tuple(
        tuple(Span(span.start - start, span.stop - start) for span, start in zip(row, starts, strict=True)) for row in table.rows
    )
    return Passage(sides, rows)


def _taken(count: int, tables: Sequence[TranslatedTable]) -> list[list[Span]]:
    """For every stream the stretches that tables fill."""
    taken: list[list[Span]] = [[] for _ in range(count)]
    for table in tables:
        for number, first, last in zip(table.streams, table.rows[0], table.rows[-1], strict=True):
            taken[number].append(Span(first.start, last.stop))
    return taken


def _place(passage: Passage) -> tuple[int, int]:
    first = passage.sides[0]
    return first.document.id, first.span.start


def _cover_everything(links: Sequence[Link], streams: Sequence[StoredDocument]) -> bool:
    """True for facing columns, alternating paragraphs and the like: nearly all of every stream is translated."""
    covered: list[set[int]] = [set() for _ in streams]
    for link in links:
        for number, span in zip(link.streams, link.spans, strict=True):
            covered[number].update(span.positions)
    return all(len(found) >= FULL_SHARE * len(one.document.segments) for found, one in zip(covered, streams, strict=True))


def _are_said_to_face(streams: Sequence[StoredDocument]) -> bool:
    """True for a file in two languages of which we do not recognise one: a person named both, and no lexicon could show more."""
    return len(streams) == 2 and any(one.document.language not in LANGUAGES for one in streams)


def _joined(links: Sequence[Link]) -> list[dict[int, Span]]:
    """Links that share a stretch of one stream become one passage over all their streams; the best links decide."""
    drafts: list[dict[int, Span]] = []
    for link in links:
        new = dict(zip(link.streams, link.spans, strict=True))
        touched = [
            draft for draft in drafts if any(number in draft and span.meets(draft[number]) for number, span in new.items())
        ]
        if not touched:
            drafts.append(new)
        elif len(touched) == 1 and all(_near(span, touched[0].get(number)) for number, span in new.items()):
            for number, span in new.items():
                touched[0][number] = _hull(span, touched[0].get(number, span))
    return drafts


def _near(span: Span, other: Span | None) -> bool:
    """True when there is nothing to contradict, or the two are at most a few segments apart."""
    return other is None or Span(span.start - REACH, span.stop + REACH).meets(other)


def _hull(span: Span, other: Span) -> Span:
    return Span(min(span.start, other.start), max(span.stop, other.stop))


def _grown(sides: Sequence[tuple[StoredDocument, Span, Sequence[Span]]]) -> list[PassageSide]:
    """The sides reaching for the edges of their text, none further than another could follow it."""
    reach = [_reach(stored.document.segments, span, taken) for stored, span, taken in sides]
    grown = []
    for number, (stored, span, _) in enumerate(sides):
        others = reach[:number] + reach[number + 1 :]
        before = min(reach[number][0], max(other[0] for other in others))
        after = min(reach[number][1], max(other[1] for other in others))
        grown.append(PassageSide(stored, Span(span.start - before, span.stop + after), before, after))
    return grown


def _reach(segments: Sequence[Segment], span: Span, taken: Sequence[Span]) -> tuple[int, int]:
    """How many segments may be tried before and behind a span: a few, never past a label or text in another language."""
    before = after = 0
    while before < REACH and _may_grow(segments, span.start - before - 1, span.start - before, taken):
        before += 1
        if label_of(segments[span.start - before].text):
            break
    while after < REACH and _may_grow(segments, span.stop + after, span.stop + after - 1, taken):
        label = label_of(segments[span.stop + after].text)
        if label is not None and label is not Label.KEYWORDS:
            break
        after += 1
        if label is not None:
            break
    return before, after


def _may_grow(segments: Sequence[Segment], place: int, edge: int, taken: Sequence[Span]) -> bool:
    """True when the segment at `place` follows on the one at `edge` in the source and belongs to no passage.

    A passage that begins or ends with its own label (Аңдатпа; Түйінді сөздер: …) is complete at that end.
    """
    if not 0 <= place < len(segments) or any(span.start <= place < span.stop for span in taken):
        return False
    label = label_of(segments[edge].text)
    is_complete = (label is not None and place < edge) or (label is Label.KEYWORDS and place > edge)
    return not is_complete and abs(segments[place].paragraph - segments[edge].paragraph) <= 1
