"""The walk from a reading to documents: clean, recognise, separate, segment."""

from collections import defaultdict
from pathlib import PurePath

from corpus.cleaning import clean
from corpus.cleaning.pieces import Piece
from corpus.cleaning.traced import TracedText
from corpus.documents import Document, Preparation, Reading, Segment
from corpus.errors import CorpusError
from corpus.labels import label_of
from corpus.language_id import recognise
from corpus.languages import UNKNOWN
from corpus.segmentation import cuts
from corpus.separation import Stretch, languages_of


def prepare(reading: Reading, *, language: str | None = None, skip: frozenset[str] = frozenset()) -> Preparation:
    """One document a language, cleaned and cut; `language` says what the whole text is in, `skip` names cleaning steps to leave out.

    Raises CorpusError when the source has no text.
    """
    pieces, repairs = clean(reading, skip)
    sentences = [(number, piece, part) for number, piece in enumerate(pieces) for part in _sentences(piece, language)]
    if not sentences:
        raise CorpusError(f"{reading.source.path}: no text found; is it a scan or an empty file?")
    tags = (language,) * len(sentences) if language else languages_of(_stretches(sentences))
    streams: defaultdict[str, list[Segment]] = defaultdict(list)
    for tag, (number, piece, part) in zip(tags, sentences, strict=True):
        streams[tag].append(_segment(len(streams[tag]), number, piece, part))
    title = reading.title or PurePath(reading.source.path).stem
    documents = tuple(
        Document(title, tag, reading.source, tuple(stream), metadata=reading.metadata) for tag, stream in streams.items()
    )
    return Preparation(reading, documents, repairs)


def _sentences(piece: Piece, language: str | None) -> list[TracedText]:
    spoken = language or recognise(piece.text)
    return [piece.traced.part(start, stop) for start, stop in cuts(piece.text, UNKNOWN if spoken is None else spoken)]


def _stretches(sentences: list[tuple[int, Piece, TracedText]]) -> list[Stretch]:
    stretches, last = [], -1
    for number, piece, part in sentences:
        stretches.append(Stretch(part.text, _border(piece, part.text) if number != last else 0.0))
        last = number
    return stretches


def _border(piece: Piece, text: str) -> float:
    return 1.0 if piece.opens_page or label_of(text) is not None else 0.6


def _segment(position: int, paragraph: int, piece: Piece, part: TracedText) -> Segment:
    return Segment(position, part.text, paragraph, piece.kind, part.start, part.stop, piece.page, piece.row, piece.column)
