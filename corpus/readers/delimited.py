"""CSV and TSV: every cell is a block with its row and column."""

import csv
from collections import Counter
from collections.abc import Iterable
from io import StringIO

from corpus.contents import LONGEST_TEXT, Blocks, Contents, RawFile
from corpus.files.encodings import decode
from corpus.table_rows import TableRows

_SEPARATORS = "\t;,|"


def read(file: RawFile) -> Contents:
    """The cells of a table whose columns are separated by tabs, semicolons, commas or bars."""
    text, encoding = decode(file.name, file.data, file.encoding)
    separator = _separator(text)
    blocks = Blocks(file.name)
    csv.field_size_limit(LONGEST_TEXT)
    table = TableRows(blocks)
    table.add_table((row, [cell.strip() for cell in cells]) for row, cells in enumerate(_rows(text, separator)))
    return Contents(blocks.text(), tuple(blocks.gathered), encoding, metadata=table.metadata, remarks=table.remarks)


def _separator(text: str) -> str:
    """The sign that stands equally often in most of the first lines."""
    lines = [line for line in text[:100_000].splitlines()[:200] if line.strip()]

    def agreement(sign: str) -> int:
        counts = Counter(line.count(sign) for line in lines)
        counts.pop(0, None)
        return max(counts.values(), default=0)

    return max(_SEPARATORS, key=agreement)


def _rows(text: str, separator: str) -> Iterable[list[str]]:
    """The rows; in a table with tabs a quotation mark is a letter unless whole cells are quoted: «"Алға" газеті»."""
    is_quoted = separator != "\t" or (text.count('"') % 2 == 0 and ('\t"' in text or text.startswith('"')))
    if is_quoted:
        return csv.reader(StringIO(text, newline=""), delimiter=separator)
    return csv.reader(StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE)
