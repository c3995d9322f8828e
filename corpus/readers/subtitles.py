"""Subtitles (SRT, WebVTT): what is said, a paragraph a speaker; numbers, times and formatting are left out."""

import re
from collections.abc import Iterator

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.files.encodings import decode

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_TIMES = re.compile(r".*-->.*")
_FORMATTING = re.compile(r"</?[^<>\n]*>|\{\\[^{}\n]*\}")
_SPEAKER = re.compile(r"[-–—]\s?\w")
_ENDED = re.compile(r"[.!?…:;»”\")\]♪]$")
_GOES_ON = re.compile(r"(?:\.\.\.|…)?\s?(?P<first>\w)")


def read(file: RawFile) -> Contents:
    """The speech of a file, sentences that run over several titles in one. Raises CorpusError where no times stand in it."""
    text, encoding = decode(file.name, file.data, file.encoding)
    titles = list(_titles(text))
    if not titles:
        raise CorpusError(f"{file.name}: holds no subtitles (no line with times and -->)")
    blocks = Blocks(file.name)
    for speech in _speeches(titles):
        blocks.add(speech, BlockKind.PARAGRAPH)
    return Contents(blocks.text(), tuple(blocks.gathered), encoding)


def _titles(text: str) -> Iterator[list[str]]:
    """The lines of every title, without what stands above its times and without formatting."""
    for title in _BLANK_LINE.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = title.strip().split("\n")
        times = next((place for place, line in enumerate(lines) if _TIMES.fullmatch(line)), None)
        if times is not None:
            yield [plain for line in lines[times + 1 :] if (plain := _FORMATTING.sub("", line).strip())]


def _speeches(titles: list[list[str]]) -> Iterator[str]:
    """Lines joined: those of a title, and titles in the middle of a sentence; a dash begins what another one says."""
    speech = ""
    for lines in titles:
        for place, line in enumerate(lines):
            is_one = bool(speech) and not _SPEAKER.match(line) and (place > 0 or _is_in_a_sentence(speech, line))
            if not is_one and speech:
                yield speech
            speech = f"{speech} {line}" if is_one else line
    if speech:
        yield speech


def _is_in_a_sentence(speech: str, line: str) -> bool:
    """True where nothing ended and the next title begins small: `Он открыл дверь`, `и вышел во двор.`"""
    beginning = _GOES_ON.match(line)
    return _ENDED.search(speech) is None and beginning is not None and beginning["first"].islower()
