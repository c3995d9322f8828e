"""How bytes become text: Unicode with and without its mark, and the eight-bit encodings of Kazakh and Russian."""

import codecs
import re

from corpus.errors import CorpusError
from corpus.files.letter_scores import score

EIGHT_BIT = ("windows-1251", "kz1048", "koi8-r", "ibm866", "mac-cyrillic", "iso8859-5", "windows-1252")
"""Told apart by their letters, in the order in which a tie is decided: 1251 and KZ-1048 differ in Kazakh letters only."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PLAUSIBLE = 0.4
"""Least score of a text in a language we know; a wrong table scores below 0.2, a right one above 0.8."""
_CLEARLY_BETTER = 0.04
"""By how much another table must win before windows-1251 is given up."""
_SAMPLE = 200_000
_LETTERS_OF_TEXT = re.compile("[\t\n\r\f -~\u00a0-\u052f\u0600-\u06ff\u2000-\u22ff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_UNWRITTEN = re.compile("[\ue000-\ufdff\U000e0000-\U0010ffff]")
"""Private use and compatibility forms: half of no text is made of them, but bytes that only begin as UTF-16 does may be."""
_ADVICE = "give it with --encoding, such as utf-8, windows-1251 or kz1048"


def decode(name: str, data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text without its byte order mark, and the name of the encoding that was given or recognised.

    Raises CorpusError for an unknown or wrong encoding and for bytes that are no text.
    """
    text, used = _given(name, data, encoding) if encoding else _recognised(name, data)
    if "\x00" in text[:_SAMPLE] or len(_CONTROLS.findall(text[:_SAMPLE])) > 0.02 * len(text[:_SAMPLE]) + 2:
        raise CorpusError(f"{name}: a binary file, not text")
    return text, used


def _given(name: str, data: bytes, encoding: str) -> tuple[str, str]:
    """The text in the encoding a person named, unless the bytes are clearly in another one."""
    marked = _marked(data)
    if marked and _codec(encoding) in {marked[0], marked[0].rpartition("-")[0]}:
        return _strictly(name, data[marked[1] :], marked[0]), marked[0]
    text = _strictly(name, data, encoding)
    if _codec(encoding) in map(_codec, EIGHT_BIT) and _counts_enough(data):
        likely = "utf-8" if _utf8_error(data) is None else _best_table(data)[0]
        if not _are_alike(likely, encoding) and _score(data, likely) > _score(data, encoding) + 0.3:
            raise CorpusError(f"{name}: {encoding} gives no readable text; it looks like {likely}")
    return text, encoding.lower()


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CorpusError(f"{name}, line {line}: not {encoding}; leave --encoding out to have it recognised") from error
    except (LookupError, ValueError) as error:
        raise CorpusError(f"{name}: unknown encoding {encoding!r}; try utf-8, utf-16, windows-1251, kz1048") from error


def _recognised(name: str, data: bytes) -> tuple[str, str]:
    marked = _marked(data)
    if marked:
        text = _decoded_as(name, data[marked[1] :], marked[0])
        if len(_UNWRITTEN.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) / 2:
            raise CorpusError(f"{name}: a binary file, not text")
        return text, marked[0]
    sixteen = _sixteen_bit(data)
    if sixteen:
        return _decoded_as(name, data, sixteen), sixteen
    if b"\x00" in data:
        raise CorpusError(f"{name}: a binary file, not text")
    broken = _utf8_error(data)
    if broken is None:
        return data.decode("utf-8"), "utf-8"
    if _is_nearly_utf8(data):
        line = data.count(b"\n", 0, broken) + 1
        raise CorpusError(f"{name}, line {line}: damaged UTF-8 (byte {broken:,}); mend it there")
    table, points = _best_table(data)
    if points < _PLAUSIBLE:
        raise CorpusError(f"{name}: its encoding is not recognised; {_ADVICE}")
    return _decoded_as(name, data, table), table


def _decoded_as(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CorpusError(f"{name}: looks like {encoding} but byte {error.start:,} is damaged; {_ADVICE}") from error


def _marked(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark announces, and the length of the mark."""
    return next(((encoding, len(mark)) for mark, encoding in _MARKS if data.startswith(mark)), None)


def _codec(encoding: str) -> str:
    """Python's name of an encoding; the name itself where it is unknown."""
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return encoding


def _sixteen_bit(data: bytes) -> str | None:
    """UTF-16 without its mark: nearly all pairs of bytes are letters and signs of our languages."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) % 2 or (b"\x00" not in sample and sample.count(b"\x04") < len(sample) / 8):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        letters = sample.decode(encoding, "replace")
        if len(_LETTERS_OF_TEXT.findall(letters)) > 0.95 * len(letters):
            return encoding
    return None


def _utf8_error(data: bytes) -> int | None:
    """Where the bytes stop being UTF-8; None when they are."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _are_alike(one: str, other: str) -> bool:
    """True for a table and itself, and for the two that differ in Kazakh letters only."""
    return _codec(one) == _codec(other) or {_codec(one), _codec(other)} == {"cp1251", "kz1048"}


def _is_nearly_utf8(data: bytes) -> bool:
    """True when a few bytes only are broken: a Cyrillic letter in UTF-8 is two bytes that an eight-bit text seldom has."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    return text.count("\ufffd") * 20 < sum(1 for letter in text if letter > "\x7f")


def _counts_enough(data: bytes) -> bool:
    """True when there are enough letters to contradict a person."""
    return sum(1 for byte in data[:_SAMPLE] if byte > 0x7F) >= 30


def _best_table(data: bytes) -> tuple[str, float]:
    """The eight-bit encoding whose letters look most like our languages, with its score."""
    first, *others = EIGHT_BIT
    best, points = first, _score(data, first)
    for encoding in others:
        better = 0.0 if encoding == "kz1048" else _CLEARLY_BETTER
        challenger = _score(data, encoding)
        if challenger > points + better:
            best, points = encoding, challenger
    return best, points


def _score(data: bytes, encoding: str) -> float:
    return score(data[:_SAMPLE].decode(encoding, "replace"))
