"""The walk from a reading to documents: clean, recognise, separate, segment."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Self

from corpus.cleaning import clean
from corpus.cleaning.pieces import Piece
from corpus.cleaning.traced import TracedText
from corpus.documents import Document, Preparation, Reading, Segment
from corpus.errors import CorpusError
from corpus.files.lost_letters import word_with_lost_letters
from corpus.files.old_fonts import word_in_old_font
from corpus.groups import strange_language
from corpus.labels import label_of
from corpus.languages import UNKNOWN, WORKING_LANGUAGES
from corpus.recognition.language_id import recognise
from corpus.recognition.language_scores import LANGUAGES
from corpus.recognition.mixture import strange_stretch
from corpus.recognition.separation import Stretch, languages_of
from corpus.recognition.table_columns import column_languages
from corpus.segmentation import cuts

MOSTLY_STRANGE = 0.4
"""The share of sentences in no language we know from which on the name of a file may say which it is: `report_de.txt`."""

PARAGRAPH_BORDER = 0.85
"""How likely a language changes between paragraphs, from 0 (inside one) to 1 (at a label, a new page, a cell)."""

MOST_STRETCHES = 3
"""Stretches in another language that a remark shows."""


@dataclass(frozen=True, slots=True)
class _Given:
    """The languages named for a text, none where nothing was said; those it may be in, `und` for the stranger among them."""

    named: tuple[str, ...]
    among: tuple[str, ...]
    stranger: str

    @classmethod
    def of(cls, languages: Sequence[str]) -> Self:
        """Raises CorpusError when two of the languages are none that we recognise."""
        if not languages:
            return cls((), LANGUAGES, UNKNOWN)
        strangers = [language for language in languages if language not in LANGUAGES]
        if len(strangers) > 1:
            raise CorpusError(f"{strangers[0]} and {strangers[1]} cannot be told apart in one text; give each a file of its own")
        known = tuple(language for language in languages if language in LANGUAGES)
        return cls(tuple(languages), (*known, UNKNOWN) if strangers else known, strangers[0] if strangers else UNKNOWN)

    @property
    def only(self) -> str | None:
        """The language of the whole text."""
        return self.named[0] if len(self.named) == 1 else None

    def stated(self, piece: Piece) -> str | None:
        """The language that the file itself gives for a piece, where it is one that the text may be in."""
        return piece.language if not self.named or piece.language in self.named else None

    def name_of(self, tag: str) -> str:
        """The language that is called `und` while it is not known."""
        return self.stranger if tag == UNKNOWN else tag


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A cut piece of a paragraph; `paragraph` numbers the paragraphs of the source."""

    paragraph: int
    piece: Piece
    traced: TracedText


def prepare(reading: Reading, *, languages: Sequence[str] = (), skip: frozenset[str] = frozenset()) -> Preparation:
    """One document a language, cleaned and cut.

    `languages` says what the text is in: all of it in the one that is given, or each part in one of several, of which at most one
    is none that we recognise. `skip` names cleaning steps to leave out. The name of the file says the language where the text is
    in none of those we know. Raises CorpusError when the source has no text, `skip` names an unknown step, or two of the
    languages cannot be told apart.
    """
    given = _Given.of(languages)
    pieces, repairs = clean(reading, skip)
    sentences = [sentence for number, piece in enumerate(pieces) for sentence in _sentences(number, piece, given)]
    if not sentences:
        raise CorpusError(f"{reading.source.path}: no text found; is it a scan or an empty file?")
    tags = _languages(sentences, column_languages(pieces), given)
    named = None if languages else strange_language(reading.source.path)
    if named is not None and sum(tag not in WORKING_LANGUAGES for tag in tags) >= MOSTLY_STRANGE * len(tags):
        return _with_remark(prepare(reading, languages=(named,), skip=skip), f"taken to be in {named}, as its name says")
    streams: defaultdict[str, list[Segment]] = defaultdict(list)
    for tag, sentence in zip(tags, sentences, strict=True):
        streams[tag].append(_segment(len(streams[tag]), sentence))
    return Preparation(reading, _documents(reading, streams), repairs, _remarks(streams))


def _with_remark(preparation: Preparation, remark: str) -> Preparation:
    return replace(preparation, remarks=(remark, *preparation.remarks))


def _sentences(number: int, piece: Piece, given: _Given) -> list[_Sentence]:
    spoken = given.only or given.stated(piece) or given.name_of(recognise(piece.text))
    return [_Sentence(number, piece, piece.traced.part(start, stop)) for start, stop in cuts(piece.text, spoken)]


def _languages(sentences: list[_Sentence], columns: Mapping[int, str], given: _Given) -> list[str]:
    """The only language that is given, that which the file itself says, otherwise the likeliest of those it may be in."""
    if given.only:
        return [given.only] * len(sentences)
    columns = {paragraph: language for paragraph, language in columns.items() if language in given.among}
    likeliest = languages_of(_stretches(sentences, columns), given.among)
    return [given.stated(sentence.piece) or given.name_of(tag) for sentence, tag in zip(sentences, likeliest, strict=True)]


def _stretches(sentences: list[_Sentence], columns: Mapping[int, str]) -> list[Stretch]:
    last = [-1, *(sentence.paragraph for sentence in sentences)]
    return [
        Stretch(
            sentence.traced.text,
            _border(sentence, columns) if sentence.paragraph != before else 0.0,
            columns.get(sentence.paragraph, UNKNOWN),
        )
        for before, sentence in zip(last, sentences, strict=False)
    ]


def _border(sentence: _Sentence, columns: Mapping[int, str]) -> float:
    is_sharp = sentence.piece.opens_page or sentence.paragraph in columns or label_of(sentence.traced.text) is not None
    return 1.0 if is_sharp else PARAGRAPH_BORDER


def _segment(position: int, sentence: _Sentence) -> Segment:
    piece, traced = sentence.piece, sentence.traced
    place = (sentence.paragraph, piece.kind, traced.start, traced.stop)
    return Segment(position, traced.text, *place, piece.page, piece.row, piece.column)


def _documents(reading: Reading, streams: Mapping[str, Sequence[Segment]]) -> tuple[Document, ...]:
    title = reading.title or PurePath(reading.source.path).stem
    return tuple(
        Document(title, tag, reading.source, tuple(segments), metadata=reading.metadata) for tag, segments in streams.items()
    )


def _remarks(streams: Mapping[str, Sequence[Segment]]) -> tuple[str, ...]:
    """What a person should know: sentences in a language that is not recognised, and sentences in two languages."""
    remarks = []
    if word := word_with_lost_letters(one.text for segments in streams.values() for one in segments):
        remarks.append(
            f"its Kazakh letters were lost when it was saved ({word}): remove it, save the original again as UTF-8 and add that"
        )
    if word := word_in_old_font(one.text for segments in streams.values() for one in segments):
        remarks.append(
            f"typed in an old Kazakh font that is no Unicode ({word}), its letters left as they are: "
            "remove it, convert the text with the table of that font and add it again"
        )
    if strangers := streams.get(UNKNOWN):
        advice = "; say which with --language" if len(strangers) >= MOSTLY_STRANGE * sum(map(len, streams.values())) else ""
        if advice and (others := [tag for tag in streams if tag != UNKNOWN]):
            advice += f" {','.join(others)},…"
        example = _shown(strangers[0].text)
        remarks.append(f"language not recognised in {len(strangers):,} of the segments, such as: {example}{advice}")
    return (*remarks, *(remark for tag, segments in streams.items() for remark in _mixed(tag, segments)))


def _mixed(tag: str, segments: Sequence[Segment]) -> list[str]:
    """One remark on the sentences of a language that hold a stretch of another one; those that come again are named once."""
    stretches = [stretch for one in segments if (stretch := strange_stretch(one.text, tag))]
    different = [_shown(stretch) for stretch in dict.fromkeys(stretches)]
    shown = "; ".join(different[:MOST_STRETCHES]) + ("; …" if len(different) > MOST_STRETCHES else "")
    if len(stretches) > 1:
        return [f"{len(stretches):,} sentences in {tag} hold a stretch of another language: {shown}"]
    return [f"a sentence in {tag} holds a stretch of another language: {shown}"] if stretches else []


def _shown(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:69]}…"
