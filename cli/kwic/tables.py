"""A concordance for other programs: tab- and comma-separated, JSON lines, a spreadsheet."""

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import IO

from alignments.units import ConcordanceLine
from cli.workbooks import Cell, write_sheet


def languages_of(lines: Sequence[ConcordanceLine]) -> tuple[str, ...]:
    """The languages of the translations, in order."""
    return tuple(dict.fromkeys(language for line in lines for language, _ in line.translations))


def table_rows(lines: Sequence[ConcordanceLine]) -> Iterator[tuple[Cell, ...]]:
    """The heading, then a row a line; several variants of one language share its cell."""
    languages = languages_of(lines)
    yield ("left", "keyword", "right", *languages, "document", "segment", "probability", "unit")
    for line in lines:
        texts = [" / ".join(text for name, text in line.translations if name == language) for language in languages]
        where = (line.document, None if line.position is None else line.position + 1, _rounded(line.probability), line.unit)
        yield (line.left.strip(), line.keyword, line.right.strip(), *texts, *where)


def tsv_lines(lines: Sequence[ConcordanceLine]) -> Iterator[str]:
    """Tab-separated lines; tabs and line ends inside a text become spaces."""
    for row in table_rows(lines):
        yield "\t".join("" if value is None else " ".join(str(value).split()) for value in row) + "\n"


def csv_lines(lines: Sequence[ConcordanceLine]) -> Iterator[str]:
    """Comma-separated lines, what needs it in quotation marks."""
    line = StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    for row in table_rows(lines):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def json_lines(lines: Sequence[ConcordanceLine]) -> Iterator[str]:
    """One JSON object a line."""
    for line in lines:
        fields = {
            "unit": line.unit,
            "language": line.language,
            "left": line.left,
            "keyword": line.keyword,
            "right": line.right,
            "translations": dict(line.translations),
            "document": line.document,
            "position": line.position,
            "probability": _rounded(line.probability),
            "highlights": [{"language": language, "start": start, "stop": stop} for language, start, stop in line.highlights],
        }
        yield json.dumps(fields, ensure_ascii=False) + "\n"


def _rounded(probability: float | None) -> float | None:
    return None if probability is None else round(probability, 4)


def write_xlsx(lines: Sequence[ConcordanceLine], stream: IO[bytes]) -> None:
    """A spreadsheet with the key word in the middle."""
    widths = (50, 18, 50, *(50 for _ in languages_of(lines)), 24, 10, 10, 20)
    looks: dict[int, dict[str, object]] = {0: {"align": "right"}, 1: {"align": "center", "bold": True}}
    write_sheet(stream, "concordance", table_rows(lines), widths, looks)
