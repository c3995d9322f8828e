"""An alignment read from a file in any form: units of an exchange format, positions of `align-files`, a ladder."""

from pathlib import Path

from alignments.comparison import ComparedBead, beads_of_lines, beads_of_units
from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.formats import FORMATS, Content, format_of, module_of
from alignments.units import TranslationUnit

LADDERS = (".ladder", ".txt")


def read_beads(path: Path) -> tuple[str, tuple[ComparedBead, ...]]:
    """The beads of a file and what they are compared by, `positions` or `texts`."""
    if holds_positions(path):
        return "positions", tuple(beads_of_lines(text_of(path).split("\n"), path.name))
    return "texts", tuple(beads_of_units(read_units(path)))


def holds_positions(path: Path) -> bool:
    """True for a ladder and for the JSON lines of `align-files`, which hold positions and no text."""
    if path.suffix.lower() in LADDERS:
        return True
    if path.suffix.lower() not in FORMATS["jsonl"].suffixes:
        return False
    with path.open("rb") as lines:
        return b'"beads"' in lines.readline()


def text_of(path: Path) -> str:
    """The text of a file. Raises AlignmentsError when it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise AlignmentsError(f"{path}: not UTF-8; save it as UTF-8") from None


def read_units(path: Path) -> tuple[TranslationUnit, ...]:
    """The units of a file of an exchange format. Raises AlignmentsError when its format holds none."""
    name = format_of(path.name)
    if FORMATS[name].content is not Content.UNITS or FORMATS[name].has_sides or not FORMATS[name].is_read:
        raise AlignmentsError(f"{path}: {name} holds no aligned texts; give a TMX, a table, JSON lines or a ladder")
    with path.open("rb") as stream:
        return tuple(module_of(name).read(stream, ReadOptions(name=path.name)))
