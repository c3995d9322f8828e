"""One sheet as an Excel workbook (ECMA-376, Office Open XML), written row by row: every text as it is, nothing a formula.

A sheet of text needs six small parts of a package. Libraries write any workbook, a cell at a time, which takes three times
as long, and the usual one takes a text that looks like its own markup, `<r>…</r>`, for markup.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from alignments.files.escaping import attribute, content
from alignments.files.workbooks import MAX_ROWS

Cell = str | int | float | None

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
}
"""The parts that are the same in every workbook."""

_HEADING, _USUAL, _FIRST_LOOK = 1, 2, 3
"""Numbers of cell formats."""

_BATCH = 500
"""Rows made with one call."""

_LEVEL = 5
"""Of deflate: two thirds of the time of the usual 6, and files larger by a twentieth."""

_LARGE = 1 << 30
"""Bytes of a sheet from which the package needs sizes of 64 bits, which not every program reads."""

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f]")
"""What stands in a cell as `_x000C_`: control characters, and an underscore that begins what looks like one."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a column look below the heading; texts are wrapped and stand at the top."""

    bold: bool = False
    align: str = "general"
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the widths of its columns in letters, and by column how cells look and what may be chosen.

    `frozen` columns stay in view on the left, as the heading does above.
    """

    name: str
    widths: Sequence[int]
    looks: Mapping[int, Look] = field(default_factory=dict)
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    frozen: int = 1


def write_sheet(sheet: Sheet, rows: Iterable[Sequence[Cell]], stream: IO[bytes]) -> None:
    """Write rows, of which the first is the heading."""
    with TemporaryFile() as written:
        for text in _sheet(sheet, rows):
            written.write(text.encode("utf-8"))
        is_large = written.tell() > _LARGE
        written.seek(0)
        with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as book:
            for name, text in {**_PARTS, "xl/workbook.xml": _workbook(sheet), "xl/styles.xml": _styles(sheet)}.items():
                with book.open(name, "w") as part:  # not `writestr`, which dates the part
                    part.write((_HEAD + text).encode("utf-8"))
            with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=is_large) as part:
                copyfileobj(written, part)


def _workbook(sheet: Sheet) -> str:
    return (
        f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name="{attribute(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _styles(sheet: Sheet) -> str:
    """Cell formats by number: the default, the heading, other cells, then the looks in their order."""
    looks = (Look(bold=True), Look(), *sheet.looks.values())
    formats = "".join(
        f'<xf numFmtId="{9 if look.percent else 0}" fontId="{int(look.bold)}" fillId="0" borderId="0" xfId="0" applyFont="1"'
        f' applyNumberFormat="1" applyAlignment="1"><alignment horizontal="{look.align}" vertical="top" wrapText="1"/></xf>'
        for look in looks
    )
    font = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
    return (
        f'<styleSheet xmlns="{_SHEETS}"><fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(looks) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{formats}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(sheet: Sheet, rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The sheet in parts."""
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, start=1)
    )
    yield f'{_HEAD}<worksheet xmlns="{_SHEETS}">{_view(sheet.frozen)}<cols>{columns}</cols><sheetData>'
    looks = {column: _FIRST_LOOK + number for number, column in enumerate(sheet.looks)}
    places = [(_letters(column), looks.get(column, _USUAL)) for column in range(len(sheet.widths))]
    numbered = enumerate(rows, start=1)
    for number, row in islice(numbered, 1):
        yield _row(number, row, [(letters, _HEADING) for letters, _ in places])
    while batch := [_row(number, row, places) for number, row in islice(numbered, _BATCH)]:
        yield "".join(batch)
    yield f"</sheetData>{_choices(sheet.choices)}</worksheet>"


def _view(frozen: int) -> str:
    corner = "bottomRight" if frozen else "bottomLeft"
    split = f'xSplit="{frozen}" ' if frozen else ""
    return (
        f'<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane {split}ySplit="1" topLeftCell="{_letters(frozen)}2"'
        f' activePane="{corner}" state="frozen"/></sheetView></sheetViews>'
    )


def _choices(choices: Mapping[int, Sequence[str]]) -> str:
    lists = "".join(_choice(_letters(column), words) for column, words in choices.items())
    return f'<dataValidations count="{len(choices)}">{lists}</dataValidations>' if choices else ""


def _choice(letters: str, words: Sequence[str]) -> str:
    return (
        '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"'
        f' sqref="{letters}2:{letters}{MAX_ROWS}"><formula1>"{content(",".join(words))}"</formula1></dataValidation>'
    )


def _row(number: int, row: Sequence[Cell], places: Iterable[tuple[str, int]]) -> str:
    cells = [
        _cell(f'r="{letters}{number}" s="{look}"', value)
        for value, (letters, look) in zip(row, places, strict=False)
        if value is not None and value != ""
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(where: str, value: str | float) -> str:
    if not isinstance(value, str):
        return f"<c {where}><v>{value!r}</v></c>"
    kept = "" if value == value.strip() else ' xml:space="preserve"'
    safe = value if value.isprintable() and "_x" not in value else _ESCAPED.sub(_escaped, value)
    return f'<c {where} t="inlineStr"><is><t{kept}>{content(safe)}</t></is></c>'


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _letters(column: int) -> str:
    """A column as Excel names it: 0 → A, 25 → Z, 26 → AA."""
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
