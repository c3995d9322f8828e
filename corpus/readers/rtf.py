"""RTF: paragraphs, headings, lists, tables, notes, text boxes, headers and footers in the order in which they are read."""

import codecs
from dataclasses import dataclass, replace

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.markup.hidden_text import hidden_remarks
from corpus.markup.rtf_fonts import Font, Fonts
from corpus.markup.rtf_marks import CLOSED, LETTERS, OPENED, Mark, marks
from corpus.markup.rtf_parts import PARTS, Paragraph, Part, Sort
from corpus.markup.rtf_words import ENDS, HIGHER, KEPT, LEFT_OUT, LOWERED, NUMBERS_OF_LISTS, OF_FONTS, SIGNS
from corpus.markup.word_styles import is_name_of_heading

_NO_FONT = -1
"""The names of fonts and styles are in the code page of the file."""


@dataclass(frozen=True, slots=True)
class _Manner:
    r"""What holds until a group ends: the part that letters go to, how they are set, how many bytes stand for one of `\u`."""

    part: Part
    lists: str = ""
    is_left_out: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_raised: bool = False
    font: int = 0
    stand_ins: int = 1


def read(file: RawFile) -> Contents:
    """The text of an RTF file; what is hidden or deleted in it is left out. Raises CorpusError where its end is missing."""
    if not file.data.lstrip().startswith(b"{\\rtf"):
        raise CorpusError(f"{file.name}: damaged, it does not begin as RTF does; get it again")
    if file.data.rstrip(b" \r\n\t\x00")[-1:] != b"}":
        raise CorpusError(f"{file.name}: the RTF is cut off, its end is missing; get it again")
    walk = _Walk()
    for mark in marks(file.data):
        walk.go(mark)
    blocks = Blocks(file.name)
    for paragraph in walk.paragraphs():
        blocks.add(paragraph.text, paragraph.kind, row=paragraph.row, column=paragraph.column)
    return Contents(blocks.text(), tuple(blocks.gathered), remarks=hidden_remarks(walk.hidden()))


class _Walk:
    """The way through the marks of a file."""

    def __init__(self) -> None:
        self._hidden: list[list[str]] = []
        self._parts = {sort: Part(sort) for sort in (Sort.BODY, Sort.HEAD, Sort.FOOT)}
        self._manner = _Manner(self._parts[Sort.BODY])
        self._outer: list[_Manner] = []
        self._fonts = Fonts()
        self._usual_font = 0
        self._style = 0
        self._headings: set[int] = set()
        self._opens = self._is_optional = self._goes_on_hidden = False
        self._stand_ins = 0
        self._letters: list[bytes] = []

    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs, the running heads first and the feet last, each once."""
        for part in self._parts.values():
            part.in_table = False
            part.end_paragraph()
        heads, feet = (dict.fromkeys(self._parts[sort].ended) for sort in (Sort.HEAD, Sort.FOOT))
        return [*heads, *self._parts[Sort.BODY].ended, *feet]

    def hidden(self) -> list[str]:
        """What is hidden, a passage a paragraph."""
        return ["".join(letters) for letters in self._hidden]

    def go(self, mark: Mark) -> None:
        """Take in one mark."""
        if mark.word == LETTERS:
            self._letters.append(mark.letters[self._stand_ins :])
            self._stand_ins = max(0, self._stand_ins - len(mark.letters))
        else:
            self._write_letters()
            self._obey(mark)
        self._opens = mark.word == OPENED or (mark.word == "*" and self._opens)
        self._is_optional = mark.word == "*"

    def _write_letters(self) -> None:
        """Letters are decoded together, as some code pages have two bytes for one."""
        if self._letters:
            font = _NO_FONT if self._manner.lists else self._manner.font
            self._write(self._fonts.decoded(b"".join(self._letters), font))
            self._letters.clear()

    def _obey(self, mark: Mark) -> None:
        if mark.word == OPENED:
            self._outer.append(self._manner)
        elif mark.word == CLOSED:
            self._close()
        elif mark.word == "u" and mark.number is not None:
            self._write(self._fonts.letter(mark.number, self._manner.font))
        elif mark.word in SIGNS:
            if not self._stand_ins:
                self._write(SIGNS[mark.word])
        elif self._opens:
            self._begin(mark)
        else:
            self._set(mark)
        self._stand_ins = self._manner.stand_ins if mark.word == "u" else 0

    def _begin(self, mark: Mark) -> None:
        """The first word of a group may say what the group is."""
        word = mark.word
        if word in {"fonttbl", "stylesheet"}:
            self._manner = replace(self._manner, lists=word)
        elif word in LEFT_OUT or (self._is_optional and word not in KEPT and not self._manner.lists):
            self._manner = replace(self._manner, is_left_out=True)
        elif (sort := PARTS.get(word)) is not None:
            self._manner = replace(self._manner, part=self._parts.get(sort) or Part(sort))
        else:
            self._set(mark)
        if word in NUMBERS_OF_LISTS:
            self._manner.part.kind = BlockKind.LIST_ITEM

    def _close(self) -> None:
        closed, self._manner = self._manner, self._outer.pop() if self._outer else self._manner
        if closed.part is self._manner.part:
            return
        closed.part.in_table = False
        closed.part.end_paragraph()
        if closed.part.sort in {Sort.NOTE, Sort.BOX}:
            self._manner.part.add(closed.part)

    def _set(self, mark: Mark) -> None:
        """Obey a word that says how letters or paragraphs are set; others say nothing about the text."""
        number = 1 if mark.number is None else mark.number
        if mark.word == "v":
            self._manner = replace(self._manner, is_hidden=bool(number))
        elif mark.word == "deleted":
            self._manner = replace(self._manner, is_deleted=bool(number))
        elif mark.word in HIGHER:
            self._manner = replace(self._manner, is_raised=bool(number))
        elif mark.word in LOWERED:
            self._manner = replace(self._manner, is_raised=False)
        elif mark.word == "plain":
            self._manner = replace(self._manner, is_hidden=False, is_deleted=False, is_raised=False, font=self._usual_font)
        elif mark.word == "uc":
            self._manner = replace(self._manner, stand_ins=max(0, number))
        elif mark.word in OF_FONTS:
            self._set_font(mark.word, number)
        else:
            self._set_paragraph(mark.word, number)

    def _set_font(self, word: str, number: int) -> None:
        if word == "f":
            self._manner = replace(self._manner, font=number)
        elif word == "deff":
            self._usual_font = number
        elif word == "ansicpg":
            self._fonts.code_page = _code_page(number)
        else:
            self._fonts.listed.setdefault(self._manner.font, Font()).charset = number

    def _set_paragraph(self, word: str, number: int) -> None:
        part = self._manner.part
        if self._manner.is_left_out and word != "pard":
            return
        if self._manner.lists:
            self._style = number if word == "s" else self._style
        elif word in ENDS:
            part.end_paragraph(in_cell=word == "cell")
            self._goes_on_hidden = False
            part.column += word == "cell"
        elif word == "row":
            part.row, part.column = part.row + 1, 0
        elif word == "pard":
            part.in_table, part.kind = False, BlockKind.PARAGRAPH
        elif word == "intbl":
            part.in_table = True
        elif (word == "s" and number in self._headings) or (word == "outlinelevel" and number < 9):
            part.kind = BlockKind.HEADING
        elif word == "ls" and number and part.kind is BlockKind.PARAGRAPH:
            part.kind = BlockKind.LIST_ITEM

    def _write(self, letters: str) -> None:
        """Put letters where they belong: into the text, into the lists of fonts and styles, or among what is hidden."""
        manner = self._manner
        if manner.is_left_out or manner.is_deleted:
            manner.part.is_entry |= "PAGEREF" in letters
            return
        if manner.lists == "fonttbl":
            self._fonts.listed.setdefault(manner.font, Font()).name += letters.rstrip(";")
        elif manner.lists:
            self._headings |= {self._style} if is_name_of_heading(letters) else set()
        elif manner.is_hidden:
            self._hide(letters)
        else:
            manner.part.runs.append((letters, manner.is_raised))

    def _hide(self, letters: str) -> None:
        """Keep letters as hidden ones, those of a paragraph together."""
        if not self._goes_on_hidden:
            self._hidden.append([])
        self._hidden[-1].append(letters)
        self._goes_on_hidden = True


def _code_page(number: int) -> str:
    """The code page of the file, where Python knows it."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
